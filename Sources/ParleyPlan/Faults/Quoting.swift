/// A piece of the file as a message shows it: cut to a readable length, without any control characters.
func quoted(_ text: String) -> String {
  let limit = 60
  let scalars = text.unicodeScalars
  let shown = scalars.prefix(limit).map { isForbidden($0) ? escaped($0) : String($0) }.joined()
  return "`\(shown)\(scalars.count > limit ? "…" : "")`"
}

/// `\x1b`, `\u202e` or `\U000e0001`.
func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0...0xFF: "\\x" + hexadecimal(scalar.value, digits: 2)
  case 0x100...0xFFFF: "\\u" + hexadecimal(scalar.value, digits: 4)
  default: "\\U" + hexadecimal(scalar.value, digits: 8)
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  "the byte\(bytes.count == 1 ? "" : "s") " + bytes.map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
}

func name(of scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x200B, 0x2060...0x2065, 0xFEFF: "the zero-width space \(escaped(scalar))"
  case 0x202A...0x202E, 0x2066...0x206F: "the bidirectional override \(escaped(scalar))"
  case 0x2028, 0x2029: "the line separator \(escaped(scalar))"
  default: "the control character \(escaped(scalar))"
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// Whether no text of a plan may hold the scalar, in the file or through an escape. Forbidden are control characters,
/// the bidirectional overrides that make a text look like another one, and invisible spaces. Joiners are allowed: names
/// in several scripts, and emoji, need them.
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: true
  case 0x200B, 0x2060...0x2065, 0xFEFF: true
  case 0x2028, 0x2029: true
  case 0x202A...0x202E, 0x2066...0x206F: true
  case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: true
  default: false
  }
}
