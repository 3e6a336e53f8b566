import ParleyCore

/// An entry as the file has it.
struct JournalRow {
  var number: Int
  var command: [UInt8]
  /// Nil when it is the same as in the row before.
  var boot: String?
  var payload: [UInt8]
  var clock: ClockReading
  var digest: Digest

  fileprivate func insert(_ connection: SQLiteConnection, commandID: String) throws {
    let statement = try connection.statement(
      "INSERT INTO entry (number, command, boot, boottime, wall, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
    try statement.bind([
      .integer(Int64(number)), .text(commandID), boot.map(SQLiteValue.text) ?? .null, .integer(clock.bootMs),
      .integer(clock.wallMs), .blob(payload), .blob(digest.bytes),
    ])
    _ = try statement.step()
  }

  /// Gives the bytes of its command, boot and payload.
  func withColumns<Result>(_ body: ([UnsafeRawBufferPointer]) -> Result) -> Result {
    command.withUnsafeBytes { command in
      Array((boot ?? "").utf8).withUnsafeBytes { boot in
        payload.withUnsafeBytes { payload in body([command, boot, payload]) }
      }
    }
  }
}

extension JournalEntry {
  /// Writes the entry as the row after `tail`, and returns the new end.
  func insert(after tail: Tail, _ connection: SQLiteConnection) throws -> Tail {
    let row = row(after: tail)
    try insert(row, connection)
    return end(with: row)
  }

  /// Writes the row that ``row(after:)`` gave.
  func insert(_ row: JournalRow, _ connection: SQLiteConnection) throws {
    try row.insert(connection, commandID: commandID)
  }

  /// The end of the journal, once this row of the entry is in it.
  func end(with row: JournalRow) -> Tail {
    Tail(count: entry.number + 1, digest: row.digest, clock: clock, at: entry.at)
  }

  /// The entry as the row after `tail`.
  func row(after tail: Tail) -> JournalRow {
    var payload: [UInt8] = []
    entry.json.write(to: &payload)
    var row = JournalRow(
      number: entry.number, command: Array(commandID.utf8),
      boot: clock.bootID == tail.clock?.bootID ? nil : clock.bootID, payload: payload, clock: clock, digest: .none)
    var chain = Chain()
    row.digest = row.withColumns { columns in
      chain.digest(
        after: tail.digest, number: row.number, commandID: columns[0], bootID: columns[1], bootMs: clock.bootMs,
        wallMs: clock.wallMs, payload: columns[2])
    }
    return row
  }
}
