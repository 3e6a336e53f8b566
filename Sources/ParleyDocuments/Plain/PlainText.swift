import ParleyCore

extension String {
  /// The text as plain text on one line.
  var plain: String { cleaned.withoutMentions }
}

/// Words that lead somewhere, in plain text, where a program makes a link of every address.
func plainLink(_ words: String, to address: String) -> String {
  if address.hasPrefix("#") || words == address { return words.plain }
  return "\(words.plain) <\(address.asAddress)>"
}

/// Lines of plain text that fit a terminal and a mail (RFC 5322 asks for 78 columns at most).
struct PlainLines {
  static let columns = 72
  private(set) var text = ""

  /// A heading with a rule beneath it, and an empty line around both.
  mutating func addHeading(_ title: String, rule: Character) {
    addBreak()
    text += title + "\n" + String(repeating: rule, count: max(3, min(PlainLines.columns, width(of: title)))) + "\n\n"
  }

  /// An empty line, where there is none yet.
  mutating func addBreak() { if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" } }

  /// The words, of which the sign of a dot is none of its own: it stays with whose it is.
  private static func words(of text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { words, word in
      if let last = words.last, last.count == 1, "●▲■○·".contains(last) {
        words[words.count - 1] = "\(last) \(word)"
      } else {
        words.append(String(word))
      }
    }
  }

  /// A paragraph, whose lines after the first stand under its words.
  mutating func add(_ words: String, first: String = "", rest: String = "") {
    var line = first
    var isBegun = false
    for word in PlainLines.words(of: words) {
      if isBegun, width(of: line) + 1 + width(of: word) > PlainLines.columns {
        text += line + "\n"
        (line, isBegun) = (rest, false)
      }
      line += isBegun ? " " + word : word
      isBegun = true
    }
    text += line + "\n"
  }
}
