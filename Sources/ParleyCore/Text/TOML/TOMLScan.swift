/// Goes through the words of a TOML text.
struct TOMLScan {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  /// Where the line begins.
  private var start = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Where the scan has come to.
  var place: TextPlace { TextPlace(line: line, column: index - start + 1) }
  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  func fault(_ what: String) -> TOMLFault { TOMLFault(place: place, what: what) }

  private mutating func advance() {
    guard index < scalars.count else { return }
    if scalars[index] == "\n" { (line, start) = (line + 1, index + 1) }
    index += 1
  }

  private mutating func advance(while goesOn: (Unicode.Scalar) -> Bool) {
    while let scalar = next, goesOn(scalar) { advance() }
  }

  /// TOML refuses control characters anywhere, comments included.
  func checkCharacters() throws(TOMLFault) {
    var rest = self
    while let scalar = rest.next {
      let isBad =
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x0D: rest.index + 1 >= scalars.count || scalars[rest.index + 1] != "\n"
        case 0..<0x20, 0x7F: true
        default: false
        }
      if isBad { throw rest.fault("a control character") }
      rest.advance()
    }
  }

  mutating func skipSpaces() { advance { $0 == " " || $0 == "\t" || $0 == "\r" } }

  /// Goes to what comes next, over spaces, ends of lines and comments; false at the end of the text.
  mutating func skipBlanks() -> Bool {
    while let scalar = next {
      switch scalar {
      case " ", "\t", "\r", "\n": advance()
      case "#": advance { $0 != "\n" }
      default: return true
      }
    }
    return false
  }

  /// Goes over what may stand after a pair or a header.
  mutating func endLine() throws(TOMLFault) {
    skipSpaces()
    if next == "#" { advance { $0 != "\n" } }
    if next != nil, next != "\n" { throw fault("there is more on the line") }
  }

  /// Whether this scalar comes next, after spaces; then the scan goes on behind it.
  mutating func skip(_ wanted: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next == wanted else { return false }
    advance()
    return true
  }

  func isBefore(_ wanted: Unicode.Scalar) -> Bool { next == wanted }

  /// A number, a date or a word; empty where something else comes.
  mutating func bareWord() -> String { word { !" \t\r\n,]}#=[{\"'".unicodeScalars.contains($0) } }

  private mutating func word(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let begin = index
    advance(while: belongs)
    return String(String.UnicodeScalarView(scalars[begin..<index]))
  }
}

/// One of the parts of a key that dots part.
struct TOMLKeyPart {
  let text: String
  let place: TextPlace
}

// Keys and texts.
extension TOMLScan {
  mutating func keyPart() throws(TOMLFault) -> TOMLKeyPart {
    skipSpaces()
    let place = place
    let text =
      try text(mayBeLong: false)
      ?? word { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
      }
    if text.isEmpty, self.place == place { throw fault("there is no key") }
    return TOMLKeyPart(text: text, place: place)
  }

  /// A text in quotes, if one comes next; one in three pairs of them may have lines.
  mutating func text(mayBeLong: Bool) throws(TOMLFault) -> String? {
    guard let quote = next, quote == "\"" || quote == "'" else { return nil }
    let begin = self
    let isLong = mayBeLong && scalars[index...].starts(with: [quote, quote, quote])
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    if isLong, next == "\r" { advance() }
    if isLong, next == "\n" { advance() }
    var text = String.UnicodeScalarView()
    while let scalar = next, isLong || scalar != "\n" {
      if scalar == quote {
        if skipEnd(quote, isLong: isLong, into: &text) { return String(text) }
      } else if scalar == "\\", quote == "\"" {
        advance()
        try readEscape(isLong: isLong, into: &text)
      } else {
        if scalar != "\r" { text.append(scalar) }
        advance()
      }
    }
    throw begin.fault("a text does not end")
  }

  /// Two quotation marks before the last three belong to the text.
  private mutating func skipEnd(
    _ quote: Unicode.Scalar, isLong: Bool, into text: inout String.UnicodeScalarView
  ) -> Bool {
    guard isLong else {
      advance()
      return true
    }
    let run = scalars[index...].prefix(5).prefix { $0 == quote }.count
    for _ in 0..<run { advance() }
    text.append(contentsOf: repeatElement(quote, count: run < 3 ? run : run - 3))
    return run >= 3
  }

  private mutating func readEscape(isLong: Bool, into text: inout String.UnicodeScalarView) throws(TOMLFault) {
    switch next {
    case "b": text.append("\u{8}")
    case "t": text.append("\t")
    case "n": text.append("\n")
    case "f": text.append("\u{C}")
    case "r": text.append("\r")
    case "\"", "\\": text.append(scalars[index])
    case "u", "U":
      let count = next == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView(scalars[(index + 1)...].prefix(count)))
      guard digits.utf8.count == count, digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw fault("there is no such character") }
      text.append(scalar)
      for _ in 0..<count { advance() }
    case " ", "\t", "\r", "\n":
      let begin = self
      skipSpaces()
      guard isLong, next == "\n" else { throw begin.fault("a backslash means nothing here") }
      advance { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
      return
    default: throw fault("a backslash means nothing here")
    }
    advance()
  }
}
