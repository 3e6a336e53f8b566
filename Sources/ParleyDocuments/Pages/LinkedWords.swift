import ParleyCore

extension String {
  /// The text in a document's form, of which `words` writes what people wrote, and `link` words that lead somewhere.
  func written(_ words: (String) -> String, link: (_ words: String, _ address: String) -> String) -> String {
    let pieces = pieces
    // A text without a link, as most are, is written as a whole.
    if case .words(let all)? = pieces.first, pieces.count == 1 { return words(all) }
    return pieces.map { piece in
      switch piece {
      case .words(let text): text.withItsEnds(words)
      case .link(let text, to: let address): link(text, address)
      }
    }.joined()
  }

  /// Written, with the space that parts the text from a link before it or behind it.
  private func withItsEnds(_ write: (String) -> String) -> String {
    let written = write(self)
    if written.isEmpty { return hasPrefix(" ") ? " " : "" }
    return (hasPrefix(" ") ? " " : "") + written + (hasSuffix(" ") ? " " : "")
  }

  /// An address as it may stand in every form: what could end it there, or look like another, is written by its code
  /// (RFC 3986).
  var asAddress: String {
    utf8.reduce(into: "") { out, byte in
      let isSafe = byte.isAlphanumeric || "-._~:/?#@!$&+,;=%".utf8.contains(byte)
      out +=
        isSafe ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  /// The text in which no `@name` calls anybody, and no `<!here>` all of them: a word joiner, which nobody sees, parts the
  /// sign from the name. Trackers and chats notify whoever is named in what is pasted there.
  public var withoutMentions: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "!") }) else { return self }
    var out = String.UnicodeScalarView()
    var (before, isSign) = (Unicode.Scalar(" "), false)
    for scalar in unicodeScalars {
      if isSign, scalar.isOfName { out.append("\u{2060}") }
      isSign = scalar == "@" && !before.isOfName || scalar == "!" && before == "<"
      out.append(scalar)
      before = scalar
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfName: Bool { self == "_" || properties.isAlphabetic || properties.numericType != nil }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
