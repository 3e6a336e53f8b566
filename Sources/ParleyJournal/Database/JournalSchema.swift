import GRDB

/// The tables of a session's file. The names of migrations are frozen once shipped; a change is a new migration.
enum JournalSchema {
  /// `PARL`: tells a session from other SQLite files (file(1) reads it too).
  static let applicationID = 0x5041_524C
  /// The format this version writes, in `user_version`.
  static let version = 1

  /// Throws unless the file is a session that this version can read. Changes nothing.
  static func check(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw JournalFault.notASession(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= JournalSchema.version else { throw JournalFault.newerVersion(path: path, version: version) }
  }

  /// Writes what kind of file it is.
  static func writeKind(_ db: Database) throws { try db.execute(sql: "PRAGMA application_id = \(applicationID)") }

  /// Brings a file to the format of this version.
  static func migrate(_ queue: DatabaseQueue) throws {
    let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    if version != JournalSchema.version { try migrator.migrate(queue) }
  }

  /// Gives the file the table for its ``EndMark``, unless it has it.
  static func addMark(_ queue: DatabaseQueue) throws {
    if try !queue.read(EndMark.hasTable) { try migrator.migrate(queue) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    // `boot` is null when it is the same as in the row before: a long session then checks a fifth faster.
    migrator.registerMigration("entries") { db in
      try db.execute(
        sql: """
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
      try writeKind(db)
    }
    // Readers of before do without it, so the format stays what it was.
    migrator.registerMigration("mark") { db in
      try db.execute(
        sql: """
          CREATE TABLE mark (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            live INTEGER NOT NULL,
            count INTEGER NOT NULL,
            hash BLOB NOT NULL
          ) STRICT;
          """)
    }
    return migrator
  }
}
