import Dispatch
import Synchronization

// Theory: checking and decoding a row takes several times as long as reading it, and needs only the digest that the row
// before claims. So one thread reads, and the others check the full batches. A few batches are on their way at a time, so
// that a long journal takes no more memory than a short one. A usual session is smaller than a batch, and never leaves
// its thread.
/// Takes in rows in their order and checks them batch by batch.
final class BatchCheck {
  /// What is done with a batch that is whole; in their order, by the thread that reads.
  typealias Taking = (RowBatch, RowCheck.Part) -> Void

  private let path: String
  private let withOrigins: Bool
  private let take: Taking
  private var batch: RowBatch
  private var pending: [Pending] = []
  private var fault: JournalFault?

  /// How many batches may wait.
  private static let most = 4

  /// A batch that another thread checks: the one thing that threads share.
  private final class Pending: Sendable {
    let batch: RowBatch
    private let result = Mutex<Result<RowCheck.Part, JournalFault>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ batch: RowBatch) { self.batch = batch }

    func end(_ found: Result<RowCheck.Part, JournalFault>) {
      result.withLock { $0 = found }
      isDone.signal()
    }

    func part() throws(JournalFault) -> RowCheck.Part? {
      isDone.wait()
      return try result.withLock { $0 }?.get()
    }
  }

  init(path: String, after start: Tail, withOrigins: Bool, take: @escaping Taking) {
    self.path = path
    self.withOrigins = withOrigins
    self.take = take
    batch = RowBatch(after: start)
  }

  /// Whether a row was not what was written: those after it do not count.
  var isOver: Bool { fault != nil }

  func add(_ row: SQLiteStatement) {
    if batch.rows.count == RowBatch.limit { checkElsewhere() }
    batch.append(row)
  }

  /// Throws the first fault among the rows.
  func finish() throws(JournalFault) {
    while !pending.isEmpty { takeFirst() }
    if let fault { throw fault }
    take(batch, try BatchCheck.check(batch, path, withOrigins))
  }

  private func checkElsewhere() {
    if pending.count == BatchCheck.most { takeFirst() }
    let (full, path, withOrigins) = (Pending(batch), path, withOrigins)
    batch = RowBatch(after: batch)
    pending.append(full)
    DispatchQueue.global(qos: .userInitiated).async {
      full.end(
        Result { () throws(JournalFault) in try BatchCheck.check(full.batch, path, withOrigins) })
    }
  }

  private func takeFirst() {
    let first = pending.removeFirst()
    do throws(JournalFault) {
      guard let part = try first.part(), fault == nil else { return }
      take(first.batch, part)
    } catch {
      fault = fault ?? error
    }
  }

  private static func check(
    _ batch: RowBatch, _ path: String, _ withOrigins: Bool
  ) throws(JournalFault) -> RowCheck.Part {
    var check = RowCheck(path: path)
    return try check.part(of: batch, withOrigins: withOrigins)
  }
}
