/// Collects characters from bytes that come one by one, as a terminal sends them. It leaves out bytes that are not
/// UTF-8. It is written by hand because the standard library decodes only whole sequences.
struct UTF8Collector {
  private var pending: [UInt8] = []

  /// - Returns: the character that this byte completes.
  mutating func add(_ byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 {
      pending.removeAll()
      return Unicode.Scalar(byte)
    }
    if byte >= 0xc0 { pending.removeAll() } else if pending.isEmpty { return nil }
    pending.append(byte)
    guard pending.count == length else { return nil }
    defer { pending.removeAll() }
    return String(validating: pending, as: UTF8.self)?.unicodeScalars.first
  }

  /// The length that the first byte announces.
  private var length: Int { max(1, (~(pending.first ?? 0)).leadingZeroBitCount) }
}
