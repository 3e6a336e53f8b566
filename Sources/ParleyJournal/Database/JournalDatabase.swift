import CSQLite
import Foundation
import GRDB

// Theory: one connection in one process writes a session, and every commit is synced. WAL with synchronous=FULL lost
// nothing that was acknowledged, through power loss and kill -9. The settings with which GRDB turns WAL on do lose
// entries. So GRDB's journal mode is left alone, and ours is set, and read back, here.
//
// No connection folds the log into the file when it is closed. A reader must not, since the owner alone checkpoints
// (SQLite 3.40 may lose entries otherwise), and the owner does it on purpose: what is wrong with a log can only be found
// out as long as the log is there.
/// Opens the SQLite file of a session.
enum JournalDatabase {
  /// How long a statement waits for another process.
  static let busyMs: Int32 = 2000

  /// Opens an existing session for its holder.
  ///
  /// - Parameter beside: what stands beside the file; nil when it does not matter whether the file has lost its end.
  static func forHolder(_ file: SessionFile, beside: TailFile.Reading?) throws(JournalFault) -> DatabaseQueue {
    try requireFile(file.path)
    guard access(file.path, W_OK) == 0 else { throw .notWritable(path: file.path) }
    let queue = try open(file.path) { configuration in
      configuration.prepareDatabase { db in
        try JournalSchema.check(db, path: file.path)
        if let beside, let loss = try Loss(file, db, beside: beside, isHeld: { false }) {
          throw JournalFault.cutOff(path: file.path, loss)
        }
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
    if UnfinishedClose.isLeft(beside: file), let queue = try UnfinishedClose.opened(file) { return queue }
    do throws(JournalFault) {
      return try openReading(file.path, name: file.path)
    } catch {
      // A session that was not closed is in WAL mode, which needs files beside it.
      guard case .notReadable = error, !file.hasLog else { throw error }
      return try openUnchanging(file.path, told: file.path)
    }
  }

  /// Opens a file that nothing changes while it is read. `place` is the file that faults name.
  static func openUnchanging(_ path: String, told place: String) throws(JournalFault) -> DatabaseQueue {
    try openReading(place, name: immutableName(path))
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
    configuration.busyMode = .timeout(Double(busyMs) / 1000)
    configuration.prepareDatabase { _ = parley_sqlite_keep_log($0.sqliteConnection) }
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
        PRAGMA wal_autocheckpoint = 0;
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

  // A URI (sqlite.org/uri.html) is the only way to tell SQLite that nothing will change the file.
  private static func immutableName(_ path: String) -> String {
    let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
      .union(CharacterSet(charactersIn: "/-._"))
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: plain) ?? path)?immutable=1"
  }
}
