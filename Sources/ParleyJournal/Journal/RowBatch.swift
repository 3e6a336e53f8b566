import Foundation
import GRDB

/// Rows as they stand in the file, unchecked: their bytes one after the other in one buffer.
///
/// A row can be checked with the digest that the row before it claims, so batches are independent of each other.
struct RowBatch: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [RawRow] = []

  /// Enough for any usual session; a longer one is read in parallel.
  static let limit = 4096
  static let columns = "SELECT number, command, boot, boottime, wall, payload, hash FROM entry"

  struct RawRow: Sendable {
    var number: Int
    var bootMs: Int64
    var wallMs: Int64
    var command: Range<Int>
    /// Empty where it is that of the row before.
    var boot: Range<Int>
    var payload: Range<Int>
    /// What the row says its digest is; nil when that is no digest.
    var digest: Digest?
  }

  init() { rows.reserveCapacity(64) }

  mutating func append(_ row: Row) throws {
    let number = try row.decode(Int.self, atIndex: 0)
    let bootMs = try row.decode(Int64.self, atIndex: 3)
    let wallMs = try row.decode(Int64.self, atIndex: 4)
    rows.append(
      RawRow(
        number: number, bootMs: bootMs, wallMs: wallMs, command: try take(row, 1), boot: try take(row, 2),
        payload: try take(row, 5),
        digest: try row.withUnsafeData(atIndex: 6) { $0?.withUnsafeBytes { Digest($0) } ?? nil }))
  }

  private mutating func take(_ row: Row, _ column: Int) throws -> Range<Int> {
    let start = bytes.count
    try row.withUnsafeData(atIndex: column) { data in
      if let data { data.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    }
    return start..<bytes.count
  }
}
