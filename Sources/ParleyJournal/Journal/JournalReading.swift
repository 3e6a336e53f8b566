import ParleyCore

extension Journal {
  /// Every entry, in order, each checked against the chain.
  ///
  /// Throws `damaged` with the first entry that is missing, changed or unreadable.
  public func entries() throws(JournalFault) -> [Entry] {
    let archive = newArchive()
    let contents = try JournalContents(self, into: archive)
    (tail, self.archive) = (contents.tail, archive ?? self.archive)
    return contents.entries
  }

  /// Every entry with its command's id and clock, checked as ``entries()`` are.
  public func kept() throws(JournalFault) -> [JournalEntry] {
    let archive = newArchive()
    let contents = try JournalContents(self, withOrigins: true, into: archive)
    (tail, self.archive) = (contents.tail, archive ?? self.archive)
    return contents.kept
  }

  /// The session that the entries tell, for a holder that reads older entries back with ``entries(_:)``. Throws as
  /// ``entries()`` does.
  ///
  /// - Parameter count: how many of its last entries the session knows, at least.
  public func session(knowing count: Int) throws(JournalFault) -> Session {
    let archive = newArchive()
    var reading = LongReading(knowing: count)
    let end = try readRows(after: Tail(), into: archive) { part in
      for entry in part.entries { reading.take(entry) }
    }
    (tail, self.archive) = (end, archive ?? self.archive)
    if let session = reading.end() { return session }
    return try session()
  }

  private func newArchive() -> RowArchive? {
    access == .holder ? RowArchive(in: file.directory, chunk: archiveChunk) : nil
  }

  /// The entries of a range, as far as they were acknowledged, each checked against the chain.
  ///
  /// They are there whatever has become of the file.
  public func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry] {
    let range = range.clamped(to: 0..<(try checkedTail().count))
    if let rows = archived(range) { return rows.map(\.entry) }
    let contents = try JournalContents(self)
    guard contents.entries.count >= range.upperBound else {
      throw .damaged(path: file.path, entry: contents.entries.count, what: "it is missing")
    }
    return Array(contents.entries[range])
  }

  /// The entries of a range from the archive; nil where it has not all of them as they were written.
  func archived(_ range: Range<Int>) -> [JournalEntry]? {
    guard archive.count >= range.upperBound else { return nil }
    var found: [JournalEntry] = []
    var check = RowCheck(path: file.path)
    for page in archive.pages(of: range) {
      guard let batch = archive.page(page), let part = try? check.part(of: batch, withOrigins: true) else { return nil }
      for (entry, origin) in zip(part.entries, part.origins) where range.contains(entry.number) {
        found.append(JournalEntry(entry: entry, commandID: origin.commandID, clock: origin.clock))
      }
    }
    return found.count == range.count ? found : nil
  }

  /// The number of the entry that a command made; nil when it made none, or the file cannot be read now.
  public func number(ofCommand id: String) -> Int? {
    // This runs before every command: one statement needs no transaction around it.
    guard let connection = try? opened() else { return nil }
    return (try? Journal.number(ofCommand: id, connection)) ?? nil
  }

  static func number(ofCommand id: String, _ connection: SQLiteConnection) throws -> Int? {
    let statement = try connection.statement("SELECT number FROM entry WHERE command = ?")
    try statement.bind([.text(id)])
    defer { statement.reset() }
    return try statement.step() ? Int(statement.integer(0)) : nil
  }

  /// The id of the command that made an entry; nil when there is no such entry, or the file cannot be read now.
  public func command(ofEntry number: Int) -> String? {
    let command = try? read { connection in
      try connection.first("SELECT command FROM entry WHERE number = ?", .integer(Int64(number)))?[0].text
    }
    return command ?? nil
  }

  /// The session that the entries tell. Throws as ``entries()`` does.
  public func session() throws(JournalFault) -> Session {
    guard let session = Session(entries: try entries()) else {
      throw .damaged(path: file.path, entry: 0, what: "it is no opening")
    }
    return session
  }

  /// The plan of a session, without reading the rest of it.
  public static func plan(of file: SessionFile) throws(JournalFault) -> Plan {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let batch = try journal.read { connection in
      var batch = RowBatch(after: Tail())
      let opening = try SQLiteStatement(RowBatch.columns + " WHERE number = 0", on: connection)
      if try opening.step() { batch.append(opening) }
      return batch
    }
    var check = RowCheck(path: file.path)
    let opening = try check.part(of: batch, withOrigins: false).entries.first
    guard case .opened(let opened)? = opening?.events.first else {
      throw .damaged(path: file.path, entry: 0, what: "it is no opening")
    }
    return opened.plan
  }

  /// The time of the last row, unchecked, in milliseconds since 1970-01-01 UTC.
  static func lastActiveMs(of file: SessionFile) throws(JournalFault) -> Int64 {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let wall = try journal.read { connection in
      try connection.first("SELECT wall FROM entry ORDER BY number DESC LIMIT 1")?[0].integer
    }
    guard let wall else { throw .damaged(path: file.path, entry: 0, what: "it is no opening") }
    return Int64(wall)
  }

  /// Whether the session is still open, by its last rows, unchecked.
  public static func isOpen(_ file: SessionFile) throws(JournalFault) -> Bool {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let last = try journal.read { connection -> Bool? in
      let rows = try SQLiteStatement("SELECT payload FROM entry ORDER BY number DESC", on: connection)
      while try rows.step() {
        let entry = try Entry(jsonText: rows.content(0).bindMemory(to: UInt8.self))
        if let isOpen = entry.showsSessionOpen { return isOpen }
      }
      return nil
    }
    guard let last else { throw .damaged(path: file.path, entry: 0, what: "it is no opening") }
    return last
  }

  func read<Result>(_ body: (SQLiteConnection) throws -> Result) throws(JournalFault) -> Result {
    let connection = try opened()
    do {
      return try connection.reading { try body(connection) }
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }
}
