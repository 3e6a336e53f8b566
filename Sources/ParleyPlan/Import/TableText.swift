/// The text of a table that somebody exported, in whichever encoding their program writes.
enum TableText {
  /// Excel's *Unicode text* is UTF-16 with a byte-order mark, its CSV on Windows is Windows 1252, all else UTF-8. Nil
  /// where it is none of them.
  static func read(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), lowFirst: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), lowFirst: false) }
    if isUTF16WithoutMark(bytes) { return utf16(bytes[...], lowFirst: true) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if bytes.contains(0) { return nil }
    return windows1252(bytes)
  }

  /// As Windows writes it, Latin-1 but for the characters from 0x80 to 0x9F, of which five are none. By hand: no library
  /// that is here anyway knows it.
  private static func windows1252(_ bytes: [UInt8]) -> String? {
    let special = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let scalar = (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte)
      guard scalar != "\0" else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// UTF-16 that lost its mark: in a table of any western language every second byte is 0.
  private static func isUTF16WithoutMark(_ bytes: [UInt8]) -> Bool {
    stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 } * 4 > bytes.count
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return lowFirst ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }
}
