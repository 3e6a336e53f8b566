// Written by hand, as the headers are: Foundation encodes Base64 alone, and a draft should be legible as it is.
extension String {
  /// The text as quoted-printable (RFC 2045, 6.7): ASCII, lines of at most 76 characters ended by CRLF; the last line
  /// is not ended.
  var quotedPrintable: String {
    let text = hasSuffix("\n") ? String(dropLast()) : self
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { quotedLine(Array($0.utf8)) }.joined(separator: "\r\n")
  }
}

private func quotedLine(_ bytes: [UInt8]) -> String {
  var (line, length) = ("", 0)
  for (index, byte) in bytes.enumerated() {
    let isLast = index == bytes.count - 1
    let token = quoted(byte, isLast: isLast)
    if length + token.utf8.count > 75 {
      line += "=\r\n"
      length = 0
    }
    // A lone dot ends a mail on its way, and `From ` begins one in a mailbox.
    let first = length == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
    line += first ? escape(byte) : token
    length += first ? 3 : token.utf8.count
  }
  return line
}

private func quoted(_ byte: UInt8, isLast: Bool) -> String {
  switch byte {
  case 0x3D: escape(byte)
  case 0x20, 0x09: isLast ? escape(byte) : String(UnicodeScalar(byte))
  case 0x21...0x7E: String(UnicodeScalar(byte))
  default: escape(byte)
  }
}

private func escape(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "=" + (digits.utf8.count < 2 ? "0" : "") + digits
}
