extension Text {
  /// The text for a terminal that shows only ASCII, as wide as before. Typographic signs take their plain forms; a
  /// character without one becomes a `?` in each of its columns.
  public static func ascii(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    Grapheme.visit(text) { grapheme in
      for (glyph, width) in [(grapheme.glyph, grapheme.firstWidth)] + grapheme.rest {
        let form = Unicode.Scalar(ascii(glyph.base))
        for _ in 0..<width { result.unicodeScalars.append(form) }
      }
      return true
    }
    return result
  }

  /// The nearest printable ASCII character.
  static func ascii(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.value >= 0x20, scalar.value < 0x7f { return UInt8(scalar.value) }
    return switch scalar {
    case "“", "”", "„", "«", "»": UInt8(ascii: "\"")
    case "‘", "’", "‚", "‹", "›": UInt8(ascii: "'")
    case "–", "—", "−", "·": UInt8(ascii: "-")
    case "…": UInt8(ascii: "~")
    case "→": UInt8(ascii: ">")
    case "←": UInt8(ascii: "<")
    case "\u{a0}", "\u{202f}", "\u{2009}": UInt8(ascii: " ")
    default: UInt8(ascii: "?")
    }
  }
}
