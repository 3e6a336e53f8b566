import Foundation
import GRDB
import Synchronization

// Theory: checking and decoding a row takes several times as long as reading it, and needs only the digest that the row
// before claims. So one thread reads, and the others check the full batches. A usual session is smaller than a batch,
// and never leaves its thread.
/// Takes in rows in their order and checks them batch by batch.
final class BatchCheck {
  typealias Part = Result<RowCheck.Part, JournalFault>

  private let path: String
  private let withOrigins: Bool
  private var batch: RowBatch
  private var index = 0
  private let group = DispatchGroup()
  private let parts = Parts()

  /// The checked batches by their place: the one thing that threads share.
  private final class Parts: Sendable {
    let byIndex = Mutex<[Int: Part]>([:])
  }

  init(path: String, after start: Tail, withOrigins: Bool) {
    self.path = path
    self.withOrigins = withOrigins
    batch = RowBatch(after: start)
  }

  func add(_ row: SQLiteStatement) {
    if batch.rows.count == RowBatch.limit { checkElsewhere() }
    batch.append(row)
  }

  /// The checked batches in their order.
  func finish() -> [Part] {
    let last = BatchCheck.check(batch, path, withOrigins)
    group.wait()
    return parts.byIndex.withLock { parts in (0..<index).compactMap { parts[$0] } } + [last]
  }

  private func checkElsewhere() {
    let (full, place, path, withOrigins, parts) = (batch, index, path, withOrigins, parts)
    batch = RowBatch(after: full)
    index += 1
    DispatchQueue.global(qos: .userInitiated).async(group: group) {
      let part = BatchCheck.check(full, path, withOrigins)
      parts.byIndex.withLock { $0[place] = part }
    }
  }

  private static func check(_ batch: RowBatch, _ path: String, _ withOrigins: Bool) -> Part {
    Result { () throws(JournalFault) in
      var check = RowCheck(path: path)
      return try check.part(of: batch, withOrigins: withOrigins)
    }
  }
}
