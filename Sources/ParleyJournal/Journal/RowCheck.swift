import Foundation
import ParleyCore

/// Turns rows of a file into entries, after holding each against the chain.
struct RowCheck {
  let path: String
  private var chain = Chain()

  init(path: String) { self.path = path }

  /// The entries of a batch whose first row follows a row numbered `number - 1` with the digest `previous`.
  mutating func entries(
    of batch: RowBatch, from number: Int, after previous: Digest
  ) throws(JournalFault) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(batch.rows.count)
    var previous = previous
    for row in batch.rows {
      let expected = number + entries.count
      guard row.number == expected else { throw damaged(expected, "it is missing") }
      let digest = batch.bytes.withUnsafeBytes { chain.digest(of: row, in: $0, after: previous) }
      guard row.digest == digest else { throw damaged(expected, "it is not what was written") }
      entries.append(try entry(row, batch))
      previous = digest
    }
    return entries
  }

  private func entry(_ row: RowBatch.RawRow, _ batch: RowBatch) throws(JournalFault) -> Entry {
    let json = batch.bytes.withUnsafeBytes { JSON(UnsafeRawBufferPointer(rebasing: $0[row.payload])) }
    guard let json else { throw damaged(row.number, "it is not JSON") }
    let entry: Entry
    do throws(CodingFault) {
      entry = try Entry(json: json)
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
