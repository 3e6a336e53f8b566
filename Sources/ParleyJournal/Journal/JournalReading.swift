import Foundation
import GRDB
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
    // This runs before every command, and GRDB's `read` would put five statements around it.
    let number = try? connection().writeWithoutTransaction { try Journal.number(ofCommand: id, $0) }
    return number ?? nil
  }

  static func number(ofCommand id: String, _ db: Database) throws -> Int? {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT number FROM entry WHERE command = ?"), arguments: [id])
  }

  /// The id of the command that made an entry; nil when there is no such entry, or the file cannot be read now.
  public func command(ofEntry number: Int) -> String? {
    let command = try? read { db in
      try String.fetchOne(db, sql: "SELECT command FROM entry WHERE number = ?", arguments: [number])
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
    let batch = try journal.read { db in
      var batch = RowBatch(after: Tail())
      let opening = try db.makeStatement(sql: RowBatch.columns + " WHERE number = 0")
      let cursor = try Row.fetchCursor(opening)
      if try cursor.next() != nil { batch.append(opening.sqliteStatement) }
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
    let wall = try journal.read { db in
      try Int64.fetchOne(db, sql: "SELECT wall FROM entry ORDER BY number DESC LIMIT 1")
    }
    guard let wall else { throw .damaged(path: file.path, entry: 0, what: "it is no opening") }
    return wall
  }

  /// Whether the session is still open, by its last rows, unchecked.
  public static func isOpen(_ file: SessionFile) throws(JournalFault) -> Bool {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let last = try journal.read { db -> Bool? in
      let cursor = try Data.fetchCursor(db, sql: "SELECT payload FROM entry ORDER BY number DESC")
      while let payload = try cursor.next() {
        let entry = try payload.withUnsafeBytes { try Entry(jsonText: $0.bindMemory(to: UInt8.self)) }
        if let isOpen = entry.showsSessionOpen { return isOpen }
      }
      return nil
    }
    guard let last else { throw .damaged(path: file.path, entry: 0, what: "it is no opening") }
    return last
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(JournalFault) -> Value {
    let queue = try connection()
    do {
      return try queue.read(body)
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }
}
