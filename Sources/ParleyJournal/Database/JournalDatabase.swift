import Foundation
import GRDB

// Theory: one connection in one process writes a session, and every commit is synced. WAL with synchronous=FULL lost
// nothing that was acknowledged, through power loss and kill -9. The settings with which GRDB turns WAL on do lose
// entries. So GRDB's journal mode is left alone, and ours is set, and read back, here.
/// Opens the SQLite file of a session.
enum JournalDatabase {
  /// Opens an existing session for its holder.
  static func forHolder(_ file: SessionFile) throws(JournalFault) -> DatabaseQueue {
    try requireFile(file.path)
    guard access(file.path, W_OK) == 0 else { throw .notWritable(path: file.path) }
    let queue = try open(file.path) { configuration in
      configuration.prepareDatabase { db in
        try JournalSchema.check(db, path: file.path)
        try makeDurable(db, path: file.path)
      }
    }
    do {
      try JournalSchema.migrate(queue)
      return queue
    } catch {
      ClosedConnections.close(queue)
      throw JournalFault(error, path: file.path)
    }
  }

  /// Opens an existing session to read it, even while another process holds it, and even on a read-only medium.
  static func forReading(_ file: SessionFile) throws(JournalFault) -> DatabaseQueue {
    try requireFile(file.path)
    guard access(file.path, R_OK) == 0 else { throw .notReadable(path: file.path, why: systemMessage()) }
    do throws(JournalFault) {
      return try openReading(file.path, name: file.path)
    } catch {
      // A session that was not closed is in WAL mode, which needs files beside it.
      guard case .notReadable = error, !hasLog(file.path) else { throw error }
      return try openReading(file.path, name: immutableName(file.path))
    }
  }

  private static func openReading(_ path: String, name: String) throws(JournalFault) -> DatabaseQueue {
    try open(path, name: name) { configuration in
      configuration.readonly = true
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA trusted_schema = OFF")
        try JournalSchema.check(db, path: path)
      }
    }
  }

  static func open(
    _ path: String, name: String? = nil, _ configure: (inout Configuration) -> Void
  ) throws(JournalFault) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configure(&configuration)
    do {
      return try DatabaseQueue(path: name ?? path, configuration: configuration)
    } catch {
      throw JournalFault(error, path: path)
    }
  }

  private static func makeDurable(_ db: Database, path: String) throws {
    try db.execute(
      sql: """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        """)
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
    let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard mode == "wal", synchronous == 2 else {
      throw JournalFault.io(path: path, why: "the disk does not take a write-ahead log")
    }
  }

  private static func requireFile(_ path: String) throws(JournalFault) {
    switch FileKind(path) {
    case .file: return
    case .none: throw .notFound(path)
    case .directory: throw .notReadable(path: path, why: "it is a folder")
    case .other: throw .notASession(path: path)
    }
  }

  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  // A URI (sqlite.org/uri.html) is the only way to tell SQLite that nothing will change the file.
  private static func immutableName(_ path: String) -> String {
    let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
      .union(CharacterSet(charactersIn: "/-._"))
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: plain) ?? path)?immutable=1"
  }
}
