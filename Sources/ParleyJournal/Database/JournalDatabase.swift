import Glibc

// Theory: one connection in one process writes a session, and every commit is synced. WAL with synchronous=FULL lost
// nothing that was acknowledged, through power loss and kill -9; with synchronous=NORMAL, which is usual beside WAL, entries
// were lost. So both are set, and read back, here.
//
// No connection folds the log into the file when it is closed. A reader must not, since the owner alone checkpoints
// (SQLite 3.40 may lose entries otherwise), and the owner does it on purpose: what is wrong with a log can only be found
// out as long as the log is there.
/// Opens the SQLite file of a session.
enum JournalDatabase {
  /// Opens an existing session for its holder.
  ///
  /// - Parameter beside: what stands beside the file; nil when it does not matter whether the file has lost its end.
  static func forHolder(_ file: SessionFile, beside: TailFile.Reading?) throws(JournalFault) -> SQLiteConnection {
    try requireFile(file.path)
    guard access(file.path, W_OK) == 0 else { throw .notWritable(path: file.path) }
    return try open(file.path, .writing, told: file.path) { connection in
      try JournalSchema.check(connection, path: file.path)
      if let beside, let loss = try Loss(file, connection, beside: beside, isHeld: { false }) {
        throw JournalFault.cutOff(path: file.path, loss)
      }
      try makeDurable(connection, path: file.path)
      try JournalSchema.migrate(connection)
    }
  }

  /// Opens an existing session to read it, even while another process holds it, and even on a read-only medium.
  static func forReading(_ file: SessionFile) throws(JournalFault) -> SQLiteConnection {
    try requireFile(file.path)
    guard access(file.path, R_OK) == 0 else { throw .notReadable(path: file.path, why: systemMessage()) }
    if UnfinishedClose.isLeft(beside: file), let connection = try UnfinishedClose.opened(file) { return connection }
    do throws(JournalFault) {
      return try openReading(file.path, .reading, told: file.path)
    } catch {
      // A session that was not closed is in WAL mode, which needs files beside it.
      guard case .notReadable = error, !file.hasLog else { throw error }
      return try openUnchanging(file.path, told: file.path)
    }
  }

  /// Opens a file that nothing changes while it is read. `place` is the file that faults name.
  static func openUnchanging(_ path: String, told place: String) throws(JournalFault) -> SQLiteConnection {
    try openReading(path, .readingUnchanging, told: place)
  }

  private static func openReading(
    _ path: String, _ mode: SQLiteConnection.Mode, told place: String
  ) throws(JournalFault) -> SQLiteConnection {
    try open(path, mode, told: place) { connection in
      try connection.execute("PRAGMA trusted_schema = OFF")
      try JournalSchema.check(connection, path: place)
    }
  }

  /// Opens a file, and closes it again where `prepare` throws.
  static func open(
    _ path: String, _ mode: SQLiteConnection.Mode, told place: String, prepare: (SQLiteConnection) throws -> Void
  ) throws(JournalFault) -> SQLiteConnection {
    do {
      let connection = try SQLiteConnection(path, mode)
      try prepare(connection)
      return connection
    } catch {
      throw JournalFault(error, path: place)
    }
  }

  private static func makeDurable(_ connection: SQLiteConnection, path: String) throws {
    try connection.execute(
      """
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA trusted_schema = OFF;
      """)
    let mode = try connection.first("PRAGMA journal_mode")?[0].text
    let synchronous = try connection.first("PRAGMA synchronous")?[0].integer
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
}
