/// Puts characters together from bytes that come one by one, as a terminal sends them; bytes that are
/// not UTF-8 are left out. By hand, since the standard library decodes whole sequences only.
struct UTF8Collector {
  private var pending: [UInt8] = []

  /// - Returns: the character that this byte ends.
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

  /// What the first byte announces.
  private var length: Int { max(1, (~(pending.first ?? 0)).leadingZeroBitCount) }
}
