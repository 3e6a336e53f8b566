import ParleyCore

// Written by hand: Mustache escapes for HTML, and a text for Markdown must stay one line of plain words in a
// paragraph, a heading, a list item and a table cell alike.
extension String {
  /// The text as Markdown that says just this, on one line.
  var markdown: String {
    let text = cleaned.withoutMentions
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isMarkup(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return String(out).withPlainStart
  }

  /// A first character that would begin a heading, a list or a line made of signs is escaped too; so is the point
  /// after a first number, when a space or nothing comes after it.
  private var withPlainStart: String {
    guard let first = unicodeScalars.first else { return self }
    if "-+=:".unicodeScalars.contains(first) { return "\\" + self }
    let digits = unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = unicodeScalars.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return self }
    if let next = rest.dropFirst().first, next != " " { return self }
    return String(digits) + "\\" + String(rest)
  }
}

private func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\\", "`", "*", "_", "[", "]", "<", ">", "{", "}", "#", "|", "~", "&", "$", "^": true
  default: false
  }
}

extension String {
  /// The text as a double-quoted YAML scalar, of which a JSON string is one.
  var yaml: String { JSON.string(cleaned.withoutMentions).line }
}

/// Words that lead somewhere, in CommonMark. A heading has no name there that every reader of it agrees on.
func markdownLink(_ words: String, to address: String) -> String {
  if address.hasPrefix("#") { return words.markdown }
  return words == address ? "<\(address.asAddress)>" : "[\(words.markdown)](\(address.asAddress))"
}
