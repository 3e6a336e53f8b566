import ParleyCore

// Written by hand: no mail library is worth carrying for three headers, and what matters is in reach of one screen.
/// Headers of a mail, folded and encoded (RFC 5322, RFC 2047).
enum MailHeader {
  /// A header of people's words.
  static func words(_ name: String, _ text: String) -> String {
    let text = text.cleaned
    let isShort = name.utf8.count + 2 + text.utf8.count <= 78
    if isShort, text.utf8.allSatisfy({ $0 < 0x80 }), !text.contains("=?") { return "\(name): \(text)" }
    return "\(name): " + encoded(text).joined(separator: "\r\n ")
  }

  /// A header of people: a mailbox a line, then those without an address in one empty group.
  static func people(_ name: String, _ people: [Mail.Person]) -> String {
    let reached = people.compactMap { person in
      person.address.flatMap { address in isMailbox(address) ? phrase(person.name, then: "<\(address)>") : nil }
    }
    let others = people.filter { !($0.address.map(isMailbox) ?? false) }.map(\.name.cleaned)
    let group = others.isEmpty ? [] : [phrase(others.joined(separator: ", "), then: ":;")]
    return "\(name): " + (reached + group).joined(separator: ",\r\n ")
  }

  /// A display name, and what is ASCII and no one's words after it. It may be folded, and each of its lines is short.
  private static func phrase(_ text: String, then rest: String) -> String {
    let text = text.cleaned
    let isGroup = rest.hasPrefix(":")
    let isShort = text.utf8.count + rest.utf8.count <= 68
    if isShort, text.utf8.allSatisfy({ $0 < 0x80 }), !text.contains("=?") {
      return "\"\(text.filter { $0 != "\"" && $0 != "\\" })\"\(isGroup ? "" : " ")\(rest)"
    }
    return encoded(text).joined(separator: "\r\n ") + (isGroup ? "" : "\r\n ") + rest
  }

  /// Whether an address can stand in a header as it is, on one line; a journal may have been forged.
  private static func isMailbox(_ address: String) -> Bool {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && address.utf8.count <= 72
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>(),;:\"[]\\".utf8.contains($0) }
      }
  }

  /// Whether a character may stand in a message's id.
  static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == ".")
  }

  /// Encoded words of at most 75 characters, none of which breaks a character in two.
  private static func encoded(_ text: String) -> [String] {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 39 bytes are 52 characters of Base64, with 12 around them and the header's name before.
      if (words.last?.count ?? 0) + bytes.count > 39 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(base64($0))?=" }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start in
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let all = [18, 12, 6, 0].map { digits[value >> $0 & 63] }
      return String(all.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }
}
