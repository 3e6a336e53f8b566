import Foundation
import GRDB
import ParleyCore

extension Journal {
  /// Every entry, in order, each checked against the chain.
  ///
  /// Throws `damaged` with the first entry that is missing, changed or not understood.
  public func entries() throws(JournalFault) -> [Entry] {
    let contents = try JournalContents(self)
    tail = contents.tail
    return contents.entries
  }

  /// Every entry with its command's id and clock, checked as ``entries()`` are.
  public func kept() throws(JournalFault) -> [Kept] {
    let contents = try JournalContents(self, withOrigins: true)
    tail = contents.tail
    return contents.kept
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
    let batch = try journal.read { db in
      var batch = RowBatch(after: Tail())
      if let row = try Row.fetchOne(db, sql: RowBatch.columns + " WHERE number = 0") { try batch.append(row) }
      return batch
    }
    var check = RowCheck(path: file.path)
    let opening = try check.part(of: batch, withOrigins: false).entries.first
    guard case .opened(_, let plan)? = opening?.events.first else {
      throw .damaged(path: file.path, entry: 0, what: "it is no opening")
    }
    return plan
  }

  /// What the last row says of its time, unchecked: milliseconds since 1970-01-01 UTC.
  static func lastActiveMs(of file: SessionFile) throws(JournalFault) -> Int64 {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    let wall = try journal.read { db in
      try Int64.fetchOne(db, sql: "SELECT wall FROM entry ORDER BY number DESC LIMIT 1")
    }
    guard let wall else { throw .damaged(path: file.path, entry: 0, what: "it is no opening") }
    return wall
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
