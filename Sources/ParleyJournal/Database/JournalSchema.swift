/// The tables of a session's file. What was shipped stays; a change is one more step in ``migrate(_:)``.
enum JournalSchema {
  /// `PARL`: tells a session from other SQLite files (file(1) reads it too).
  static let applicationID = 0x5041_524C
  /// The format this version writes, in `user_version`.
  static let version = 1

  /// Throws unless the file is a session that this version can read. Changes nothing.
  static func check(_ connection: SQLiteConnection, path: String) throws {
    guard try connection.first("PRAGMA application_id")?[0].integer == applicationID else {
      throw JournalFault.notASession(path: path)
    }
    let version = try version(of: connection)
    guard version <= JournalSchema.version else { throw JournalFault.newerVersion(path: path, version: version) }
  }

  /// Writes what kind of file it is.
  static func writeKind(_ connection: SQLiteConnection) throws {
    try connection.execute("PRAGMA application_id = \(applicationID)")
  }

  /// Brings a file to the format of this version.
  static func migrate(_ connection: SQLiteConnection) throws {
    guard try version(of: connection) < JournalSchema.version else { return }
    // `boot` is null when it is the same as in the row before: a long session then checks a fifth faster.
    try connection.execute(
      """
      CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        command TEXT NOT NULL UNIQUE,
        boot TEXT,
        boottime INTEGER NOT NULL,
        wall INTEGER NOT NULL,
        payload BLOB NOT NULL,
        hash BLOB NOT NULL
      ) STRICT;
      PRAGMA user_version = 1;
      """)
    try writeKind(connection)
    try addMark(connection)
  }

  /// Gives the file the table for its ``EndMark``, unless it has it. Readers of before do without it, so the format stays
  /// what it was.
  static func addMark(_ connection: SQLiteConnection) throws {
    guard try !EndMark.hasTable(connection) else { return }
    try connection.execute(
      """
      CREATE TABLE mark (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        live INTEGER NOT NULL,
        count INTEGER NOT NULL,
        hash BLOB NOT NULL
      ) STRICT;
      """)
  }

  private static func version(of connection: SQLiteConnection) throws -> Int {
    try connection.first("PRAGMA user_version")?[0].integer ?? 0
  }
}
