import Foundation
import GRDB
import ParleyCore
import Synchronization

/// The rows of a file and what they say, read and checked in one go.
struct JournalContents {
  private(set) var entries: [Entry] = []
  private(set) var tail: Tail
  private var batches: [RowBatch] = []

  /// Reads the rows after `start`. Throws `damaged` with the first entry that is wrong.
  init(_ journal: Journal, after start: Tail = Tail()) throws(JournalFault) {
    tail = start
    let halt = readRows(journal, start)
    for part in check(path: journal.file.path, start) { entries += try part.get() }
    if let halt { throw halt.placed(at: start.count + entries.count) }
    guard let last = entries.last, let digest = batches.last?.rows.last?.digest else { return }
    var clock = start.clock
    for batch in batches { batch.forEachClock(after: clock) { clock = $1 } }
    tail = Tail(count: start.count + entries.count, digest: digest, clock: clock, at: last.at)
  }

  /// The entries with their commands' ids and clocks, for those read after a start with `clock`.
  func kept(after clock: ClockReading? = nil) -> [Kept] {
    var clock = clock
    var kept: [Kept] = []
    for batch in batches {
      batch.forEachClock(after: clock) { row, reading in
        kept.append(Kept(entry: entries[kept.count], commandID: batch.text(row.command), clock: reading))
        clock = reading
      }
    }
    return kept
  }

  // What SQLite cannot read ends the rows; those before it still count.
  private mutating func readRows(_ journal: Journal, _ start: Tail) -> JournalFault? {
    do throws(JournalFault) {
      try journal.read { db in
        let sql = RowBatch.columns + " WHERE number >= ? ORDER BY number"
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: [start.count])
        while let row = try cursor.next() {
          if batches.last.map({ $0.rows.count == RowBatch.limit }) ?? true { batches.append(RowBatch()) }
          try batches[batches.count - 1].append(row)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  private func check(path: String, _ start: Tail) -> [Result<[Entry], JournalFault>] {
    let batches = batches
    let results = Mutex<[Int: Result<[Entry], JournalFault>]>([:])
    DispatchQueue.concurrentPerform(iterations: batches.count) { index in
      let previous = index == 0 ? start.digest : batches[index - 1].rows.last?.digest ?? .none
      var check = RowCheck(path: path)
      let result = Result { () throws(JournalFault) in
        try check.entries(of: batches[index], from: start.count + index * RowBatch.limit, after: previous)
      }
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in batches.indices.compactMap { results[$0] } }
  }
}

extension RowBatch {
  fileprivate func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  fileprivate func forEachClock(after last: ClockReading?, _ body: (RawRow, ClockReading) -> Void) {
    var boot = last?.bootID ?? ""
    for row in rows {
      if !row.boot.isEmpty { boot = text(row.boot) }
      body(row, ClockReading(bootID: boot, bootMs: row.bootMs, wallMs: row.wallMs))
    }
  }
}

extension JournalFault {
  /// The fault with the entry at which it came up, where it names none.
  fileprivate func placed(at entry: Int) -> JournalFault {
    guard case .damaged(let path, nil, let what) = self else { return self }
    return .damaged(path: path, entry: entry, what: what)
  }
}
