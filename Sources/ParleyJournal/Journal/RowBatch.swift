import Foundation
import GRDB

/// Rows as they stand in the file, unchecked: their bytes one after the other in one buffer.
struct RowBatch: Sendable {
  /// What the row before the first claims to be.
  let start: Tail
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [RawRow] = []
  // The machine's boot that the last row belongs to.
  private var bootID: String

  /// More rows than any usual session has.
  static let limit = 2048
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

  init(after start: Tail) {
    self.start = start
    bootID = start.clock?.bootID ?? ""
  }

  /// A batch that goes on after a full one.
  init(after full: RowBatch) {
    guard let last = full.rows.last else {
      self = full
      return
    }
    self.init(
      after: Tail(
        count: full.start.count + full.rows.count, digest: last.digest ?? .none,
        clock: full.clock(of: last, full.bootID)))
    bytes.reserveCapacity(full.bytes.count + full.bytes.count / 8)
    rows.reserveCapacity(RowBatch.limit)
  }

  mutating func append(_ row: Row) throws {
    let number = try row.decode(Int.self, atIndex: 0)
    let bootMs = try row.decode(Int64.self, atIndex: 3)
    let wallMs = try row.decode(Int64.self, atIndex: 4)
    let (command, boot, payload) = (try take(row, 1), try take(row, 2), try take(row, 5))
    if !boot.isEmpty { bootID = text(boot) }
    rows.append(
      RawRow(
        number: number, bootMs: bootMs, wallMs: wallMs, command: command, boot: boot, payload: payload,
        digest: try row.withUnsafeData(atIndex: 6) { $0?.withUnsafeBytes { Digest($0) } ?? nil }))
  }

  private mutating func take(_ row: Row, _ column: Int) throws -> Range<Int> {
    let start = bytes.count
    try row.withUnsafeData(atIndex: column) { data in
      if let data { data.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    }
    return start..<bytes.count
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The clocks at a row, of which ``RawRow/boot`` may say nothing.
  func clock(of row: RawRow, _ bootID: String) -> ClockReading {
    ClockReading(bootID: bootID, bootMs: row.bootMs, wallMs: row.wallMs)
  }
}
