import Testing

@testable import ParleyJournal

@Suite("A connection to SQLite")
struct SQLiteConnectionTests {
  let scratch = Scratch()

  private func connection() throws -> SQLiteConnection {
    try scratch.store.prepare()
    let file = scratch.store.file("table")
    try scratch.overwrite(file.path, [])
    let connection = try SQLiteConnection(file.path, .writing)
    try connection.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, words TEXT, bytes BLOB)")
    return connection
  }

  @Test("What fails halfway leaves nothing behind, and the next change goes in")
  func rollsBack() throws {
    let connection = try connection()
    #expect(throws: SQLiteFault.self) {
      try connection.writing {
        try connection.run("INSERT INTO entry (number) VALUES (1)")
        try connection.run("INSERT INTO entry (number) VALUES (1)")
      }
    }
    #expect(try connection.first("SELECT count(*) FROM entry") == [.integer(0)])
    try connection.writing { try connection.run("INSERT INTO entry (number) VALUES (1)") }
    #expect(try connection.first("SELECT count(*) FROM entry") == [.integer(1)])
  }

  @Test("Values come back as they went in, the empty ones too")
  func values() throws {
    let connection = try connection()
    let rows: [[SQLiteValue]] = [
      [.integer(.max), .text("„Grüße“, 100 % \u{0}end"), .blob([0, 1, 255])], [.integer(-1), .text(""), .blob([])],
      [.integer(0), .null, .null],
    ]
    for row in rows {
      try connection.run("INSERT INTO entry (number, words, bytes) VALUES (?, ?, ?)", row[0], row[1], row[2])
    }
    for row in rows {
      #expect(try connection.first("SELECT number, words, bytes FROM entry WHERE number = ?", row[0]) == row)
    }
  }

  @Test("A row that has what only one may have is told apart from other faults")
  func taken() throws {
    let connection = try connection()
    try connection.execute("CREATE UNIQUE INDEX word ON entry (words)")
    try connection.run("INSERT INTO entry (number, words) VALUES (1, 'a')")
    let fault = #expect(throws: SQLiteFault.self) {
      try connection.run("INSERT INTO entry (number, words) VALUES (2, 'a')")
    }
    #expect(fault?.isTaken == true)
    let other = #expect(throws: SQLiteFault.self) { try connection.execute("SELECT nothing FROM entry") }
    #expect(other?.isTaken == false)
  }
}
