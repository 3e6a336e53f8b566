import ParleyTerminal

extension ManualPage {
  /// The name of its file: `parley-plan.5`.
  var fileName: String { "\(name).\(section)" }

  /// The page in the man macros, in ASCII: other characters are written by their number.
  var roff: String {
    let head = [
      ".\\\" Made by parley manual \(fileName) from the lists that the program itself uses.",
      ".TH \(name.uppercased()) \(section) \(Parley.edition) \"parley \(Parley.version)\" \"Parley\"", ".SH NAME",
      "\(ManualPage.escaped(name)) \\- \(ManualPage.escaped(about))", ".SH DESCRIPTION",
    ]
    var isAfterHeading = true
    let body = blocks.flatMap { block in
      let lines = lines(of: block)
      defer { isAfterHeading = block.isHeading }
      // A heading begins a paragraph by itself.
      return isAfterHeading && lines.first == ".PP" ? Array(lines.dropFirst()) : lines
    }
    return (head + body).joined(separator: "\n") + "\n"
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let text): [".SH \(ManualPage.quoted(text.asHeading))"]
    case .subheading(let text): [".SS \(ManualPage.quoted(text))"]
    case .paragraph(let text): [".PP"] + ManualPage.filled(text)
    case .terms(let terms): terms.flatMap(lines)
    case .code(let lines): [".PP", ".RS 4", ".nf"] + lines.map(ManualPage.line) + [".fi", ".RE"]
    }
  }

  private func lines(of term: Term) -> [String] {
    let words = [term.meaning, term.remark.map { "[\($0)]" }].compactMap { $0 }.joined(separator: " ")
    return [".TP", "\\fB\(ManualPage.escaped(term.word))\\fR"] + ManualPage.filled(words)
  }

  /// Each sentence begins a line of its own, so that the formatter sets the spaces after it.
  private static func filled(_ text: String) -> [String] {
    var sentences = [""]
    for word in text.split(separator: " ") {
      sentences[sentences.count - 1] += (sentences[sentences.count - 1].isEmpty ? "" : " ") + word
      if word.hasSuffix("."), word.count > 2 { sentences.append("") }
    }
    return sentences.filter { !$0.isEmpty }.flatMap { Text.wrapped($0, toWidth: 76) }.map(line)
  }

  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// An argument of a request, in which quotes would end it.
  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
  }
}
