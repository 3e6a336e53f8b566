/// Rows as the file has them, unchecked: their bytes one after the other in one buffer.
struct RowBatch: Sendable {
  /// The end of the journal before the first row, as that row before claims it.
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
    /// Empty when it is the same as in the row before.
    var boot: Range<Int>
    var payload: Range<Int>
    /// The digest that the row claims; nil when it is no digest.
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

  /// Takes in the current row of a statement that asks for ``columns``. It reads straight from SQLite, since a
  /// value made of each column took longer than reading it. It does not check types: a value of another type breaks the
  /// chain.
  mutating func append(_ row: SQLiteStatement) {
    let (command, boot, payload) = (append(row.content(1)), append(row.content(2)), append(row.content(5)))
    if !boot.isEmpty { bootID = text(boot) }
    rows.append(
      RawRow(
        number: Int(row.integer(0)), bootMs: row.integer(3), wallMs: row.integer(4), command: command, boot: boot,
        payload: payload, digest: Digest(row.content(6))))
  }

  /// Takes in a row from elsewhere.
  mutating func append(
    _ number: Int, bootMs: Int64, wallMs: Int64, command: UnsafeRawBufferPointer, boot: UnsafeRawBufferPointer,
    payload: UnsafeRawBufferPointer, digest: Digest?
  ) {
    let (command, boot, payload) = (append(command), append(boot), append(payload))
    if !boot.isEmpty { bootID = text(boot) }
    rows.append(
      RawRow(
        number: number, bootMs: bootMs, wallMs: wallMs, command: command, boot: boot, payload: payload, digest: digest))
  }

  private mutating func append(_ content: UnsafeRawBufferPointer) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: content)
    return start..<bytes.count
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The clocks at a row, of which ``RawRow/boot`` may say nothing.
  func clock(of row: RawRow, _ bootID: String) -> ClockReading {
    ClockReading(bootID: bootID, bootMs: row.bootMs, wallMs: row.wallMs)
  }
}
