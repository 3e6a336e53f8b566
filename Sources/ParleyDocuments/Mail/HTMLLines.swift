import CMail

// Theory: of a page only its words count, and where a line ends. A quotation is a `blockquote`, save the one by which
// Gmail indents a paragraph. What a program marks as a signature, and the lines that Outlook draws above the mail that is
// answered, are told on; the rest is left to the rules for plain text.
/// The lines of a page of HTML, which libxml2 reads.
struct HTMLLines {
  private var lines: [MailLine] = []
  private var line = ""
  private var open: [Element] = []
  /// Elements of which nothing is shown are open so often.
  private var hidden = 0
  private var depth = 0
  private var signatures = 0
  private var preformatted = 0

  private struct Element {
    var name: String
    var isHidden = false
    var isQuote = false
    var isSignature = false
  }

  /// Throws `noReader` without libxml2.
  static func of(_ page: String) throws(CommentFault) -> [MailLine] {
    guard parley_html_load() else { throw .noReader(of: "a mail in HTML", package: MailLibraries.xml.package) }
    var lines = HTMLLines()
    var page = page
    page.withUTF8 { bytes in withUnsafeMutablePointer(to: &lines) { walk(bytes, into: $0) } }
    lines.endLine()
    return lines.lines
  }

  private static func walk(_ page: UnsafeBufferPointer<UInt8>, into lines: UnsafeMutablePointer<HTMLLines>) {
    page.withMemoryRebound(to: CChar.self) { text in
      _ = parley_html_walk(text.baseAddress, text.count, lines) { context, kind, word, attributes in
        guard let lines = context?.assumingMemoryBound(to: HTMLLines.self), let word else { return }
        let text = String(cString: word)
        switch kind {
        case PARLEY_HTML_OPEN: lines.pointee.begin(text, attributes.map { String(cString: $0) } ?? "")
        case PARLEY_HTML_CLOSE: lines.pointee.end(text)
        default: lines.pointee.add(text)
        }
      }
    }
  }

  private mutating func begin(_ name: String, _ attributes: String) {
    let parts = attributes.lowercased().split(separator: "\u{1F}", omittingEmptySubsequences: false)
    let style = (parts.first ?? "").filter { !$0.isWhitespace }
    let marks = parts.dropFirst().joined(separator: " ")
    if HTMLLines.parted.contains(name) { endLine() }
    if HTMLLines.spaced.contains(name) { blank() }
    if name == "hr" || marks.contains("divrplyfwdmsg") || isDrawn(style) { rule() }
    if name == "li" { line = "- " }
    var element = Element(name: name)
    element.isHidden = HTMLLines.unseen.contains(name) || style.contains("display:none")
    element.isQuote = name == "blockquote" && !(style.contains("border:none") && style.contains("margin:0"))
    element.isSignature = HTMLLines.signed.contains(where: marks.contains)
    if element.isQuote || element.isSignature { endLine() }
    count(element, by: 1)
    open.append(element)
  }

  private mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    if name == "td" || name == "th" { line += " " }
    // Copied: a slice would have all that is open copied when it is removed.
    let closed = Array(open[index...])
    if closed.contains(where: { $0.isQuote || $0.isSignature }) || HTMLLines.parted.contains(name) { endLine() }
    if HTMLLines.spaced.contains(name) { blank() }
    for element in closed { count(element, by: -1) }
    open.removeSubrange(index...)
  }

  private mutating func count(_ element: Element, by change: Int) {
    if element.isHidden { hidden += change }
    if element.isQuote { depth += change }
    if element.isSignature { signatures += change }
    if element.name == "pre" { preformatted += change }
  }

  private mutating func add(_ text: String) {
    guard hidden == 0 else { return }
    if preformatted > 0 {
      for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        if index > 0 { endLine() }
        line += part
      }
      return
    }
    for character in text {
      if !character.isWhitespace {
        line.append(character)
      } else if line.last != " ", !line.isEmpty {
        line.append(" ")
      }
    }
  }

  private mutating func endLine() {
    if line.contains(where: { !$0.isWhitespace }) {
      lines.append(MailLine(depth: depth, text: line, isSignature: signatures > 0))
    }
    line = ""
  }

  private mutating func blank() {
    endLine()
    if let last = lines.last, !last.isBlank { lines.append(MailLine(depth: depth, text: "")) }
  }

  private mutating func rule() {
    endLine()
    if hidden == 0 { lines.append(MailLine(depth: depth, text: "", isRule: true)) }
  }

  /// The line that Outlook draws above the header of the mail that is answered.
  private func isDrawn(_ style: String) -> Bool { style.contains("border:none;border-top:solid") }

  /// What begins a line of its own, and ends one.
  private static let parted: Set<String> = [
    "address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul",
  ]
  /// What has space above and below.
  private static let spaced: Set<String> = ["p", "blockquote", "h1", "h2", "h3", "table", "ul", "ol"]
  private static let unseen: Set<String> = ["head", "style", "script", "title", "noscript", "template", "xml"]
  private static let signed = ["gmail_signature", "moz-signature", "outlook-mobile-signature", "applemailsignature"]
}
