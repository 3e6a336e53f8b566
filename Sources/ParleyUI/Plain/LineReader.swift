/// Cuts bytes into lines. A line longer than any command can be is cut, so that no input fills the memory.
struct LineReader {
  private var bytes: [UInt8] = []
  static let limit = 16_384

  /// The whole lines so far.
  mutating func add(_ chunk: some Sequence<UInt8>) -> [String] {
    var lines: [String] = []
    for byte in chunk {
      if byte == UInt8(ascii: "\n") {
        lines.append(cut())
      } else if bytes.count < Self.limit {
        bytes.append(byte)
      }
    }
    return lines
  }

  /// What stands after the last line break; nil when nothing does.
  mutating func rest() -> String? { bytes.isEmpty ? nil : cut() }

  private mutating func cut() -> String {
    defer { bytes = [] }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
