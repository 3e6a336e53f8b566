/// Decoding of what mails may hold (RFC 2045, RFC 2047); what cannot be decoded stays as it is.
enum MailWords {
  /// Header text with its encoded words: `=?utf-8?q?Vera_Engel?=`.
  static func decoded(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), let word = word(parts[1], String(parts[2])) else {
        out += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      let before = rest[..<start.lowerBound]
      // Space between two encoded words is no space.
      if out.isEmpty || !before.allSatisfy(\.isWhitespace) { out += before }
      out += word
      rest = parts[3].dropFirst()
    }
    return out + rest
  }

  private static func word(_ encoding: Substring, _ text: String) -> String? {
    switch encoding.lowercased() {
    case "q": quotedPrintable(text.replacing("_", with: "=20"))
    case "b": base64(text)
    default: nil
    }
  }

  /// Text of which `=` at a line's end goes on with the next, and `=E4` is a byte.
  static func quotedPrintable(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "="), rest.first == UInt8(ascii: "\n") {
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: "="),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var (value, bits) = (0, 0)
    for byte in text.utf8 {
      guard let digit = digits.firstIndex(of: byte) else { continue }
      value = (value << 6 | digit) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
