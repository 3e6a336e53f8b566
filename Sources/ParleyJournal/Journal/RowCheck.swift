import Glibc
import ParleyCore

/// Turns rows of a file into entries, after checking each against the chain.
struct RowCheck {
  let path: String
  private var chain = Chain()

  init(path: String) { self.path = path }

  /// A batch that is whole.
  struct Part: Sendable {
    var entries: [Entry] = []
    /// As many as entries, when they were asked for.
    var origins: [Origin] = []
    var tail: Tail
  }

  /// The facts of a row besides its entry.
  struct Origin: Sendable {
    var commandID: String
    var clock: ClockReading
  }

  /// The entries of a batch.
  mutating func part(of batch: RowBatch, withOrigins: Bool) throws(JournalFault) -> Part {
    var part = Part(tail: batch.start)
    part.entries.reserveCapacity(batch.rows.count)
    var boot = batch.start.clock?.bootID ?? ""
    for row in batch.rows {
      part.entries.append(try entry(row, batch, after: &part.tail))
      if !row.boot.isEmpty { boot = batch.text(row.boot) }
      if withOrigins {
        part.origins.append(Origin(commandID: batch.text(row.command), clock: batch.clock(of: row, boot)))
      }
    }
    if let last = batch.rows.last {
      part.tail.clock = batch.clock(of: last, boot)
      part.tail.at = part.entries.last?.at
    }
    return part
  }

  private mutating func entry(
    _ row: RowBatch.RawRow, _ batch: RowBatch, after tail: inout Tail
  ) throws(JournalFault) -> Entry {
    guard row.number == tail.count else { throw damaged(tail.count, "it is missing") }
    let digest = batch.bytes.withUnsafeBytes { chain.digest(of: row, in: $0, after: tail.digest) }
    guard row.digest == digest else { throw damaged(tail.count, "it is not what was written") }
    let entry = try decode(row, batch)
    tail.digest = digest
    tail.count += 1
    return entry
  }

  private func decode(_ row: RowBatch.RawRow, _ batch: RowBatch) throws(JournalFault) -> Entry {
    let entry: Entry
    do throws(CodingFault) {
      entry = try batch.bytes.withUnsafeBufferPointer { bytes throws(CodingFault) in
        try Entry(jsonText: UnsafeBufferPointer(rebasing: bytes[row.payload]))
      }
    } catch {
      throw damaged(row.number, "\(error.member) cannot be read")
    }
    guard entry.number == row.number else { throw damaged(row.number, "it says it is entry \(entry.number)") }
    return entry
  }

  private func damaged(_ number: Int, _ what: String) -> JournalFault {
    .damaged(path: path, entry: number, what: what)
  }
}

extension Chain {
  fileprivate mutating func digest(
    of row: RowBatch.RawRow, in bytes: UnsafeRawBufferPointer, after previous: Digest
  ) -> Digest {
    digest(
      after: previous, number: row.number, commandID: UnsafeRawBufferPointer(rebasing: bytes[row.command]),
      bootID: UnsafeRawBufferPointer(rebasing: bytes[row.boot]), bootMs: row.bootMs, wallMs: row.wallMs,
      payload: UnsafeRawBufferPointer(rebasing: bytes[row.payload]))
  }
}
