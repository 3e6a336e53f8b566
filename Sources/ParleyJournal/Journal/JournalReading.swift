import Foundation
import GRDB
import ParleyCore

extension Journal {
  /// Every entry, in order, each checked against the chain.
  ///
  /// Throws `damaged` with the first entry that is missing, changed or not understood.
  public func entries() throws(JournalFault) -> [Entry] {
    var entries: [Entry] = []
    tail = try forEach(after: JournalRows.Tail()) { entries.append($0.entry) }
    return entries
  }

  /// Every entry with its command's id and clock, checked as ``entries()`` are.
  public func kept() throws(JournalFault) -> [Kept] {
    var kept: [Kept] = []
    tail = try forEach(after: JournalRows.Tail()) { kept.append($0) }
    return kept
  }

  /// Goes through the rows after `tail`, and gives the end they lead to.
  func forEach(
    after tail: JournalRows.Tail, _ body: (Kept) -> Void
  ) throws(JournalFault) -> JournalRows.Tail {
    try read { db in
      var end = tail
      let cursor = try Row.fetchCursor(
        db, sql: JournalRows.columns + " WHERE number >= ? ORDER BY number", arguments: [tail.count])
      while let row = try cursor.next() { body(try self.rows.next(row, after: &end)) }
      return end
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(JournalFault) -> Value {
    guard let queue else { throw .io(path: file.path, why: "it has been closed") }
    do {
      return try queue.read(body)
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }
}
