/// Puts messages into frames: one byte that says whether the message goes on in the next frame, three bytes of length,
/// most significant first, and that many bytes.
public struct FrameWriter {
  /// The longest frame, and the longest message of a terminal, in bytes.
  public static let frameLimit = 65_536

  static let last: UInt8 = 0
  static let more: UInt8 = 1
  static let headerCount = 4

  /// Appends a message to bytes that are to be sent.
  public static func append(_ payload: [UInt8], to out: inout [UInt8]) {
    var start = 0
    repeat {
      let end = min(start + frameLimit, payload.count)
      let count = end - start
      out.append(end < payload.count ? more : last)
      out += [UInt8(count >> 16), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
      out += payload[start..<end]
      start = end
    } while start < payload.count
  }
}
