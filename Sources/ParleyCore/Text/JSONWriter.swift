extension JSON {
  /// The value on one line.
  public var line: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The value with one member or element a line, indented by two; ends without a line break.
  public var pretty: String {
    var out: [UInt8] = []
    writePretty(to: &out, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the value as UTF-8 on one line.
  public func write(to out: inout [UInt8]) {
    switch self {
    case .array(let list):
      out.append(UInt8(ascii: "["))
      for (index, value) in list.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        value.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSON.write(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    default: writeScalar(to: &out)
    }
  }

  private func writeScalar(to out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let bool): out.append(contentsOf: (bool ? "true" : "false").utf8)
    case .integer(let int): out.append(contentsOf: String(int).utf8)
    case .number(let double): out.append(contentsOf: (double.isFinite ? "\(double)" : "null").utf8)
    case .string(let text): JSON.write(text, to: &out)
    case .array, .object: break
    }
  }

  private func writePretty(to out: inout [UInt8], depth: Int) {
    switch self {
    case .array(let list) where !list.isEmpty:
      JSON.block("[", list, "]", depth, &out) { $0.writePretty(to: &$1, depth: depth + 1) }
    case .object(let members) where !members.isEmpty:
      JSON.block("{", members, "}", depth, &out) { member, out in
        JSON.write(member.key, to: &out)
        out += Array(": ".utf8)
        member.value.writePretty(to: &out, depth: depth + 1)
      }
    default: write(to: &out)
    }
  }

  private static func block<Part>(
    _ open: Unicode.Scalar, _ parts: [Part], _ close: Unicode.Scalar, _ depth: Int, _ out: inout [UInt8],
    _ write: (Part, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (index, part) in parts.enumerated() {
      out += Array((index > 0 ? ",\n" : "\n").utf8) + Array(repeating: UInt8(ascii: " "), count: 2 * (depth + 1))
      write(part, &out)
    }
    out += Array("\n".utf8) + Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    out.append(UInt8(ascii: close))
  }

  // Runs of plain bytes are copied whole: most of a journal is plain.
  private static func write(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      for at in bytes.indices where isSpecial(bytes[at]) {
        out.append(contentsOf: bytes[start..<at])
        writeEscaped(bytes[at], to: &out)
        start = at + 1
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
    case 0x0A: out.append(UInt8(ascii: "n"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      out += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
