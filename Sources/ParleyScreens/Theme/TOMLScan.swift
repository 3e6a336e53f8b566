/// Goes through the words of a TOML text that is known to be without a fault.
struct TOMLScan {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  /// Where the line begins.
  private var start = 0

  /// A part of a key, or a quoted text: without its quotes, but its place is theirs.
  struct Word {
    var text: String
    var place: TextPlace
  }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var place: TextPlace { TextPlace(line: line, column: index - start + 1) }
  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" { (line, start) = (line + 1, index + 1) }
      index += 1
    }
  }

  private mutating func advance(while goesOn: (Unicode.Scalar) -> Bool) {
    while let scalar = next, goesOn(scalar) { advance() }
  }

  mutating func skipSpaces() { advance { $0 == " " || $0 == "\t" || $0 == "\r" } }
  mutating func skipLine() { advance { $0 != "\n" } }
  mutating func skipBareValue() { advance { !",]}#\n".unicodeScalars.contains($0) } }

  /// Goes to what comes next, over spaces, ends of lines and comments; false at the end of the text.
  mutating func skipBlanks() -> Bool {
    while let scalar = next {
      switch scalar {
      case " ", "\t", "\r", "\n": advance()
      case "#": skipLine()
      default: return true
      }
    }
    return false
  }

  /// Goes over what parts one value from the next, up to what ends them all.
  mutating func skipSeparator(before end: Unicode.Scalar) {
    guard skipBlanks(), next != end else { return }
    advance()
  }

  /// Takes this scalar if it comes next, after spaces.
  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next == wanted else { return false }
    advance()
    return true
  }

  /// The parts of a key: `a."b c".d`.
  mutating func name() -> [Word] {
    var words: [Word] = []
    repeat {
      skipSpaces()
      words.append(quoted() ?? bareWord())
    } while take(".")
    return words
  }

  private mutating func bareWord() -> Word {
    let begins = (index, place)
    advance { !" \t\r\n.=]#".unicodeScalars.contains($0) }
    return word(begins.0..<index, begins.1)
  }

  /// A text in quotes, if one comes next.
  mutating func quoted() -> Word? {
    guard let quote = next, quote == "\"" || quote == "'" else { return nil }
    let length = scalars[index...].starts(with: [quote, quote, quote]) ? 3 : 1
    let end = Array(repeating: quote, count: length)
    let begins = (index + length, place)
    advance(length)
    while next != nil, !scalars[index...].starts(with: end) { advance(quote == "\"" && next == "\\" ? 2 : 1) }
    let found = word(begins.0..<index, begins.1)
    advance(length)
    return found
  }

  private func word(_ range: Range<Int>, _ place: TextPlace) -> Word {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return Word(text: String(text), place: place)
  }
}
