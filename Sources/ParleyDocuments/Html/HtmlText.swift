import ParleyCore

// Written by hand: Mustache's own escaping keeps control characters, which HTML forbids, and the overrides that make a
// text look like another.
extension String {
  /// The text as HTML that says just this, in an element or a quoted attribute.
  var html: String {
    cleaned.withoutMentions.heldTogether.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}

extension String {
  /// The text in which no line breaks within `25 → 40 %`: the spaces round the arrow, and those before a unit, hold.
  private var heldTogether: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == 0xE2 }) else { return self }
    var scalars = Array(unicodeScalars)
    var isAfterArrow = false
    for index in scalars.indices.dropFirst().dropLast() where scalars[index] == " " {
      let (before, after) = (scalars[index - 1], scalars[index + 1])
      let isNumber = ("0"..."9").contains(before)
      if isNumber && (after == "→" || "%‰°€$£".unicodeScalars.contains(after)) || before == "→"
        || isNumber && isAfterArrow
      {
        scalars[index] = "\u{A0}"
      }
      isAfterArrow = before == "→" && (("0"..."9").contains(after) || after == "-")
    }
    var text = UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Words that lead somewhere. Who follows them is not told to whoever is there.
func htmlLink(_ words: String, to address: String) -> String {
  let rel = address.hasPrefix("#") ? "" : " rel=\"noreferrer\""
  return "<a href=\"\(address.asAddress.html)\"\(rel)>\(words.html)</a>"
}
