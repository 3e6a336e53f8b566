import CSQLite

// Hand-written, although libraries do this: a session needs a dozen statements of SQLite's. The library for all of SQLite
// (GRDB) was some 3 MB of the program, and started threads whenever a connection was let go.
/// A connection to a file of SQLite's, for one thread at a time (sqlite.org/c3ref/intro.html).
final class SQLiteConnection {
  /// How it uses the file, which is there already.
  enum Mode: Hashable, Sendable {
    case reading
    /// Nothing changes the file meanwhile: it needs no locks and no files beside it.
    case readingUnchanging
    case writing
  }

  /// Nil once it is closed.
  private(set) var handle: OpaquePointer?
  private var kept: [String: SQLiteStatement] = [:]

  /// Opens a file. It waits for other processes for ``busyMs`` at each statement, and leaves the log beside the file as it
  /// is when it is closed.
  init(_ path: String, _ mode: Mode) throws(SQLiteFault) {
    let flags = SQLITE_OPEN_NOMUTEX | (mode == .writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)
    // A URI (sqlite.org/uri.html) is the only way to tell SQLite that nothing will change the file.
    let code =
      mode == .readingUnchanging
      ? sqlite3_open_v2(SQLiteConnection.immutable(path), &handle, flags | SQLITE_OPEN_URI, nil)
      : sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK else {
      let fault = SQLiteFault(code, handle)
      close()
      throw fault
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, SQLiteConnection.busyMs)
    _ = parley_sqlite_keep_log(handle)
  }

  deinit { close() }

  /// How long a statement waits for another process.
  static let busyMs: Int32 = 2000

  func close() {
    kept = [:]
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Runs statements that are given no values, and leaves what they answer.
  func execute(_ sql: String) throws(SQLiteFault) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteFault(code, handle) }
  }

  /// Runs a statement to its end.
  func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteFault) {
    let statement = try SQLiteStatement(sql, on: self)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first row of an answer, to its end: a statement that only asks has asked in vain otherwise, and one that changes
  /// has not changed everything.
  func first(_ sql: String, _ values: SQLiteValue...) throws(SQLiteFault) -> [SQLiteValue]? {
    let statement = try SQLiteStatement(sql, on: self)
    try statement.bind(values)
    guard try statement.step() else { return nil }
    let row = statement.row
    while try statement.step() {}
    return row
  }

  /// The first column of every row of an answer.
  func column(_ sql: String) throws(SQLiteFault) -> [SQLiteValue] {
    let statement = try SQLiteStatement(sql, on: self)
    var found: [SQLiteValue] = []
    while try statement.step() { found.append(statement.row[0]) }
    return found
  }

  /// A statement that is read once and used again and again.
  func statement(_ sql: String) throws(SQLiteFault) -> SQLiteStatement {
    if let statement = kept[sql] { return statement }
    let statement = try SQLiteStatement(sql, on: self)
    kept[sql] = statement
    return statement
  }

  /// All of what `body` does to the file, or nothing of it.
  func writing<Result>(_ body: () throws -> Result) throws -> Result { try transaction("BEGIN IMMEDIATE", body) }

  /// The file in one state, whatever others write meanwhile.
  func reading<Result>(_ body: () throws -> Result) throws -> Result { try transaction("BEGIN", body) }

  private func transaction<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
    try execute(begin)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite may have done it already, and then says that there is nothing to roll back.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Copies what is in the log into the file as far as nobody is in the way, without waiting; whether that was all of it.
  func checkpoint(truncates: Bool) -> Bool {
    sqlite3_busy_timeout(handle, 0)
    defer { sqlite3_busy_timeout(handle, SQLiteConnection.busyMs) }
    var (frames, copied): (Int32, Int32) = (0, 0)
    let mode = truncates ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
    return sqlite3_wal_checkpoint_v2(handle, nil, mode, &frames, &copied) == SQLITE_OK && frames == copied
  }

  private static func immutable(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._".utf8)
    let name = path.utf8.map { byte in
      plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:\(name.joined())?immutable=1"
  }
}

/// Why SQLite could not do something.
struct SQLiteFault: Error, Hashable {
  /// An extended result code (sqlite.org/rescode.html).
  var code: Int32
  var message: String

  init(_ code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  init(_ code: Int32, _ handle: OpaquePointer?) {
    let words = handle.map(sqlite3_errmsg) ?? sqlite3_errstr(code)
    self.init(code, message: words.map { String(cString: $0) } ?? "code \(code)")
  }

  /// What a file says that no holder wrote.
  static func damaged(_ what: String) -> SQLiteFault { SQLiteFault(SQLITE_CORRUPT, message: what) }

  /// The code without what tells apart where it happened.
  var kind: Int32 { code & 0xFF }

  /// Whether a row was to have what another has and only one may (SQLITE_CONSTRAINT_UNIQUE).
  var isTaken: Bool { code == SQLITE_CONSTRAINT | 8 << 8 }
}
