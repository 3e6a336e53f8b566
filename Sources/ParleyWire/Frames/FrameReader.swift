/// Takes messages out of frames, however the bytes were cut up on their way.
///
/// It never holds more than one message beyond the bytes that came last. It refuses a message that is too long as soon
/// as its length is announced.
public struct FrameReader {
  private let limit: Int
  private var bytes: [UInt8] = []
  private var start = 0
  private var message: [UInt8] = []

  /// A reader of messages of at most `limit` bytes.
  public init(limit: Int = FrameWriter.frameLimit) { self.limit = limit }

  /// Takes in what has come.
  public mutating func append(_ more: some Collection<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += more
  }

  /// The next whole message; nil until there is one. After a fault nothing further can be read.
  public mutating func next() throws(WireFault) -> [UInt8]? {
    while let (isLast, count) = try header() {
      let from = start + FrameWriter.headerCount
      guard bytes.count >= from + count else { return nil }
      start = from + count
      if isLast, message.isEmpty { return Array(bytes[from..<start]) }
      message += bytes[from..<start]
      if isLast {
        defer { message = [] }
        return message
      }
    }
    return nil
  }

  private func header() throws(WireFault) -> (isLast: Bool, count: Int)? {
    guard bytes.count > start else { return nil }
    // The first byte alone exposes a stranger, so there is no need to wait for more.
    let mark = bytes[start]
    guard mark == FrameWriter.last || mark == FrameWriter.more else { throw .notAFrame }
    guard bytes.count >= start + FrameWriter.headerCount else { return nil }
    let count = bytes[start + 1...start + 3].reduce(0) { $0 << 8 | Int($1) }
    guard count > 0 else { throw .empty }
    guard count <= FrameWriter.frameLimit, message.count + count <= limit else { throw .tooLong(limit: limit) }
    return (mark == FrameWriter.last, count)
  }
}
