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

  /// The session that the entries tell. Throws as ``entries()`` does.
  public func session() throws(JournalFault) -> Session {
    guard let session = Session(entries: try entries()) else {
      throw .damaged(path: file.path, entry: 0, what: "it is no opening")
    }
    return session
  }

  /// What a session began with, without reading the rest of it.
  static func plan(of file: SessionFile) throws(JournalFault) -> Plan {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let opening = try journal.read { db in
      var start = JournalRows.Tail()
      let row = try Row.fetchOne(db, sql: JournalRows.columns + " WHERE number = 0")
      return try row.map { try journal.rows.next($0, after: &start).entry }
    }
    guard case .opened(_, let plan)? = opening?.events.first else {
      throw .damaged(path: file.path, entry: 0, what: "it is no opening")
    }
    return plan
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
    var end = tail
    do throws(JournalFault) {
      try forEachRow(&end, body)
      return end
    } catch {
      // What SQLite itself found is placed where the reading stopped.
      guard case .damaged(let path, nil, let what) = error else { throw error }
      throw .damaged(path: path, entry: end.count, what: what)
    }
  }

  private func forEachRow(_ end: inout JournalRows.Tail, _ body: (Kept) -> Void) throws(JournalFault) {
    try read { db in
      let cursor = try Row.fetchCursor(
        db, sql: JournalRows.columns + " WHERE number >= ? ORDER BY number", arguments: [end.count])
      while let row = try cursor.next() { body(try self.rows.next(row, after: &end)) }
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
