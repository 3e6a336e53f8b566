import ParleyCore

// Written by hand: Mustache's own escaping keeps control characters, which HTML forbids, and the overrides that make a
// text look like another.
extension String {
  /// The text as HTML that says just this, in an element or a quoted attribute.
  var html: String {
    cleaned.withoutMentions.unicodeScalars.reduce(into: "") { out, scalar in
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

/// Words that lead somewhere. Who follows them is not told to whoever is there.
func htmlLink(_ words: String, to address: String) -> String {
  let rel = address.hasPrefix("#") ? "" : " rel=\"noreferrer\""
  return "<a href=\"\(address.asAddress.html)\"\(rel)>\(words.html)</a>"
}
