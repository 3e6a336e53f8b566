extension String {
  /// The text as it may be kept: no control characters, bidirectional controls, zero-width spaces or tags,
  /// which would let a text look like another or reach the terminal; a line break or a tab becomes a
  /// space, and none stand at the ends.
  public var cleaned: String {
    if isClean { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE007F:
        break
      default: kept.append(scalar)
      }
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept.drop(while: \.isWhitespace))
  }

  /// Printable ASCII without spaces at its ends, as most words are.
  private var isClean: Bool {
    utf8.first != 0x20 && utf8.last != 0x20 && utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension Unicode.Scalar {
  /// As Unicode has it; its tables are slow, so ASCII does without them.
  var isWhitespace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  public var trimmed: String {
    // Most texts have none, and the characters of white space are many to look through.
    if let first = first?.asciiValue, let last = last?.asciiValue, first > 0x20, last > 0x20 { return String(self) }
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
