/// A line cut into words as a shell does: quotes keep spaces, `#` begins a comment, a backslash takes the
/// next character as it is.
struct ShellWords {
  /// One word; with a key when an unquoted `=` stands after a plain name.
  struct Word {
    var key: String?
    var text: String
  }

  var words: [Word] = []

  /// Throws `bad-argument` when a quote is not closed.
  init(_ line: String) throws(Refusal) {
    var cutter = WordCutter()
    for scalar in line.unicodeScalars {
      cutter.read(scalar)
      if cutter.isDone { break }
    }
    words = try cutter.finish()
  }
}

private struct WordCutter {
  private enum Mode { case plain, single, double, comment }

  private var mode = Mode.plain
  private var escapes = false
  private var inWord = false
  private var canBeKey = true
  private var key: String?
  private var text = String.UnicodeScalarView()
  private var words: [ShellWords.Word] = []

  var isDone: Bool { mode == .comment }

  mutating func read(_ scalar: Unicode.Scalar) {
    if escapes { return readEscaped(scalar) }
    switch (mode, scalar) {
    case (.comment, _): break
    case (.single, "'"), (.double, "\""): mode = .plain
    case (.single, _): text.append(scalar)
    case (.double, "\\"), (.plain, "\\"): escapes = true
    case (.double, _): text.append(scalar)
    case (.plain, "'"): begin(.single)
    case (.plain, "\""): begin(.double)
    case (.plain, "#") where !inWord: mode = .comment
    case (.plain, "=") where inWord && canBeKey && key == nil && !text.isEmpty: endKey()
    case (.plain, _) where scalar.isWhitespace: endWord()
    case (.plain, _): readPlain(scalar)
    }
  }

  private mutating func readEscaped(_ scalar: Unicode.Scalar) {
    // Inside double quotes a backslash stands for itself, except before what it can escape there.
    if mode == .double, scalar != "\"", scalar != "\\" { text.append("\\") }
    text.append(scalar)
    escapes = false
    inWord = true
    if key == nil { canBeKey = false }
  }

  private mutating func begin(_ mode: Mode) {
    self.mode = mode
    inWord = true
    if key == nil { canBeKey = false }
  }

  private mutating func readPlain(_ scalar: Unicode.Scalar) {
    inWord = true
    text.append(scalar)
    if canBeKey, key == nil, !ID<Goal>.mayHold(scalar, at: text.count - 1) { canBeKey = false }
  }

  private mutating func endKey() {
    key = String(text)
    text = String.UnicodeScalarView()
  }

  private mutating func endWord() {
    if inWord { words.append(ShellWords.Word(key: key, text: String(text))) }
    (inWord, canBeKey, key, text) = (false, true, nil, String.UnicodeScalarView())
  }

  mutating func finish() throws(Refusal) -> [ShellWords.Word] {
    if mode == .single || mode == .double || escapes { throw .badArgument(.unbalancedQuote) }
    endWord()
    return words
  }
}
