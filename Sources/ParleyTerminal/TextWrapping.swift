extension Text {
  /// Lines of at most this many columns, broken at spaces and between wide characters (as Chinese and Japanese are),
  /// and inside a word only when it is longer than a line. Line breaks in the text stay; runs of spaces become one. An
  /// empty text is one empty line; no width, no lines.
  public static func wrapped(_ text: String, toWidth width: Int) -> [String] {
    guard width > 0 else { return [] }
    if isLine(text, ofAtMost: width) { return [text] }
    let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return paragraphs.flatMap { paragraph in
      var lines = LineBreaker(width: width)
      Grapheme.visit(paragraph) {
        lines.add($0)
        return true
      }
      return lines.finished()
    }
  }

  /// Whether a text of printable ASCII is one line already, as most are.
  private static func isLine(_ text: String, ofAtMost width: Int) -> Bool {
    var room = width
    var mayBeSpace = false
    for scalar in text.unicodeScalars {
      let columns = ScalarKind.simpleWidth(scalar)
      room -= columns
      guard columns > 0, room >= 0, scalar != " " || mayBeSpace else { return false }
      mayBeSpace = scalar != " "
    }
    return mayBeSpace
  }
}

/// Fills lines greedily. A word in progress is kept apart until its end shows which line it is on.
private struct LineBreaker {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  private var word = ""
  private var wordWidth = 0
  private var needsSpace = false

  init(width: Int) { self.width = width }

  mutating func add(_ grapheme: Grapheme) {
    if grapheme.isSpace {
      endWord()
      needsSpace = !line.isEmpty
      return
    }
    let grapheme = grapheme.width > width ? .replacement : grapheme
    if grapheme.width == 2 || wordWidth + grapheme.width > width { endWord() }
    grapheme.append(to: &word.unicodeScalars)
    wordWidth += grapheme.width
    if grapheme.width == 2 { endWord() }
  }

  mutating func finished() -> [String] {
    endWord()
    return lines + [line]
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let gap = needsSpace ? 1 : 0
    if lineWidth + gap + wordWidth > width {
      lines.append(line)
      (line, lineWidth) = (word, wordWidth)
    } else {
      line += (needsSpace ? " " : "") + word
      lineWidth += gap + wordWidth
    }
    (word, wordWidth, needsSpace) = ("", 0, false)
  }
}
