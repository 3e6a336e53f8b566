// Theory: Mustache reads and fills one section within another by recursion, and so each name within brackets; where the
// opening delimiter is a single character, it steps back too far at the end of a section. A template that makes use of
// that would end the program, so it is refused before Mustache sees it. The check goes over the tags as Mustache does,
// and leaves every other fault to Mustache.
/// Refuses templates that Mustache does not survive.
struct TemplateCheck {
  static let deepest = 32
  /// Mustache takes the square of a template's length in time.
  static let largest = 256 * 1024

  private let text: [Character]
  private var at = 0
  private var line = 1
  private var opening: [Character] = ["{", "{"]
  private var closing: [Character] = ["}", "}"]
  private var depth = 0

  static func check(_ template: String) throws(TemplateFault) {
    guard template.utf8.count <= largest else {
      throw TemplateFault(line: 1, column: 1, what: "it is larger than \(largest / 1024) KiB")
    }
    var check = TemplateCheck(text: Array(template))
    while check.goToTag() { try check.readTag() }
  }

  private init(text: [Character]) { self.text = text }

  private mutating func goToTag() -> Bool {
    while at < text.count {
      if text[at...].starts(with: opening) {
        at += opening.count
        return true
      }
      advance()
    }
    return false
  }

  private mutating func advance() {
    if text[at].isNewline { line += 1 }
    at += 1
  }

  private mutating func readTag() throws(TemplateFault) {
    guard at < text.count else { return }
    switch text[at] {
    case "#", "^", "<", "$": depth += 1
    case "/": depth -= 1
    case "=": return try readDelimiters()
    case "!":
      at += 1
      _ = rest()
      return
    default: break
    }
    guard depth <= Self.deepest else { throw fault("sections nest deeper than \(Self.deepest)") }
    if "#^<$/&{>%".contains(text[at]) { at += 1 }
    guard rest().count(where: { $0 == "(" }) <= Self.deepest else {
      throw fault("brackets nest deeper than \(Self.deepest)")
    }
  }

  /// What stands up to the end of the tag. Like Mustache it finds no end that begins within what looked like one.
  private mutating func rest() -> ArraySlice<Character> {
    let begin = at
    var matched = 0
    while at < text.count {
      matched = text[at] == closing[matched] ? matched + 1 : 0
      advance()
      if matched == closing.count { return text[begin..<(at - matched)] }
    }
    return text[begin...]
  }

  private mutating func readDelimiters() throws(TemplateFault) {
    at += 1
    skip(\.isWhitespace)
    let first = skip { !$0.isWhitespace }
    skip(\.isWhitespace)
    let second = skip { $0 != "=" && !$0.isWhitespace }
    guard first.count != 1 else { throw fault("a delimiter needs two characters or more") }
    guard !first.isEmpty, !second.isEmpty else { return }
    _ = rest()
    (opening, closing) = (Array(first), Array(second))
  }

  @discardableResult
  private mutating func skip(_ belongs: (Character) -> Bool) -> ArraySlice<Character> {
    let begin = at
    while at < text.count, belongs(text[at]) { advance() }
    return text[begin..<at]
  }

  private func fault(_ what: String) -> TemplateFault { TemplateFault(line: line, column: 1, what: what) }
}
