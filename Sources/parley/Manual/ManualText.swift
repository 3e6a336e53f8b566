import ParleyTerminal

extension ManualPage {
  /// The page for a terminal or a pipe, in lines of at most `width` columns.
  func plain(width: Int) -> String {
    let head = Text.wrapped("\(name) — \(about)", toWidth: width)
    return (head + blocks.flatMap { lines(of: $0, width) }).joined(separator: "\n") + "\n"
  }

  private func lines(of block: Block, _ width: Int) -> [String] {
    switch block {
    case .heading(let text): ["", text.asHeading]
    case .subheading(let text): ["", " " + text]
    case .paragraph(let text): [""] + ManualPage.indented(text, by: 2, width)
    case .terms(let terms): [""] + terms.flatMap { lines(of: $0, among: terms, width) }
    case .code(let lines): [""] + lines.map { "    " + $0 }
    }
  }

  /// Short words have their meaning beside them; a longer one stands above it.
  private func lines(of term: Term, among terms: [Term], _ width: Int) -> [String] {
    let longest = terms.map { Text.displayWidth($0.word) }.filter { $0 <= 20 }.max() ?? 0
    let column = max(8, longest) + 4
    let words = [term.meaning, term.remark.map { "[\($0)]" }].compactMap { $0 }.joined(separator: " ")
    var lines = ManualPage.indented(words, by: column, width)
    guard Text.displayWidth(term.word) <= column - 4, let first = lines.first else {
      return ManualPage.indented(ManualPage.broken(term.word, width - 8), by: 2, width, further: 4) + lines
    }
    lines[0] = "  " + Text.padded(term.word, toWidth: column - 2) + first.dropFirst(column)
    return lines
  }

  /// The text with a line break where a choice of words is longer than a line.
  private static func broken(_ text: String, _ width: Int) -> String {
    let words = text.split(separator: " ").map { word -> String in
      guard word.count > width else { return String(word) }
      var lines = [""]
      for choice in word.split(separator: "|") {
        if lines[lines.count - 1].count + choice.count >= width { lines.append("") }
        lines[lines.count - 1] += "\(choice)|"
      }
      return String(lines.joined(separator: "\n").dropLast())
    }
    return words.joined(separator: " ")
  }

  private static func indented(_ text: String, by indent: Int, _ width: Int, further: Int = 0) -> [String] {
    let lines = Text.wrapped(text, toWidth: max(20, width - indent - further))
    return lines.enumerated().map { number, line in
      String(repeating: " ", count: indent + (number == 0 ? 0 : further)) + line
    }
  }
}
