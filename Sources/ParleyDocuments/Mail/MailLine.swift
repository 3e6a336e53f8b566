/// A line of a mail's text.
struct MailLine: Hashable {
  /// How often it is quoted: 0 is the writer's own, as far as marks tell.
  var depth: Int
  var text: String
  /// Whether it parts what is above from what is below, and nobody wrote it.
  var isRule = false
  /// Whether the page says that it is a signature.
  var isSignature = false

  var isBlank: Bool { !isRule && text.allSatisfy(\.isWhitespace) }
  /// Whether it has words that the marks leave to the writer.
  var isOwn: Bool { depth == 0 && !isRule && !isSignature && !isBlank }
}

extension MailLine {
  /// The lines of plain text: quotation marks are counted, and the soft breaks of `format=flowed` undone (RFC 3676).
  ///
  /// - Parameter deletesSpace: `delsp=yes`: the space before a soft break is not the writer's.
  static func plain(_ text: String, isFlowed: Bool, deletesSpace: Bool) -> [MailLine] {
    let raw = unarmoured(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
    var lines: [MailLine] = []
    lines.reserveCapacity(raw.count)
    var isSoft = false
    for (index, line) in raw.enumerated() {
      let isLone = !marked(raw, index - 1) && !marked(raw, index + 1)
      let next = isLone && isOwnMark(line) ? own(line) : quoted(line, isFlowed: isFlowed)
      if isSoft, let last = lines.last, last.depth == next.depth, next.text != "-- " {
        lines[lines.count - 1].text = (deletesSpace ? String(last.text.dropLast()) : last.text) + next.text
      } else {
        lines.append(next)
      }
      isSoft = isFlowed && next.text.hasSuffix(" ") && next.text != "-- "
    }
    return initialled(lines)
  }

  private static func marked(_ raw: [Substring], _ index: Int) -> Bool {
    raw.indices.contains(index) && raw[index].hasPrefix(">")
  }

  /// `>50 % of all trials`, and `>From now on`, which a mailbox makes of a line that begins so.
  private static func isOwnMark(_ line: Substring) -> Bool {
    guard line.hasPrefix(">"), let next = line.dropFirst().first else { return false }
    return next == "=" || next.isNumber || line.hasPrefix(">From ")
  }

  private static func own(_ line: Substring) -> MailLine {
    MailLine(depth: 0, text: String(line.hasPrefix(">From ") ? line.dropFirst() : line))
  }

  private static func quoted(_ line: Substring, isFlowed: Bool) -> MailLine {
    var (rest, depth) = (line, 0)
    while true {
      let inner = isFlowed || depth == 0 ? rest : rest.drop { $0 == " " }
      guard inner.first == ">" else { break }
      rest = inner.dropFirst()
      depth += 1
    }
    if isFlowed || depth > 0, rest.first == " " { rest = rest.dropFirst() }
    return MailLine(depth: depth, text: String(rest))
  }

  /// `FC> What about uptime?`: some programs mark a quotation with the writer's initials. One such line says nothing.
  private static func initialled(_ lines: [MailLine]) -> [MailLine] {
    var lines = lines
    let marks = lines.map { $0.depth == 0 ? initials($0.text) : nil }
    for index in lines.indices {
      guard let mark = marks[index] else { continue }
      let beside = [index - 1, index + 1].contains { marks.indices.contains($0) && marks[$0] == mark }
      if beside { lines[index].depth = 1 }
    }
    return lines
  }

  private static func initials(_ text: String) -> Substring? {
    guard let end = text.prefix(6).firstIndex(of: ">") else { return nil }
    let mark = text[..<end].drop { $0 == " " }
    return (1...4).contains(mark.count) && mark.allSatisfy(\.isUppercase) ? mark : nil
  }

  /// Without the lines that a signature of OpenPGP puts around text (RFC 9580, 7).
  private static func unarmoured(_ raw: [Substring]) -> [Substring] {
    guard let start = raw.firstIndex(of: "-----BEGIN PGP SIGNED MESSAGE-----") else { return raw }
    let end = raw[start...].firstIndex(of: "-----BEGIN PGP SIGNATURE-----") ?? raw.endIndex
    let text = raw[start..<end].drop { !$0.isEmpty }.dropFirst().map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
    let close = raw[end...].firstIndex(of: "-----END PGP SIGNATURE-----").map { $0 + 1 } ?? raw.endIndex
    return raw[..<start] + text + raw[close...]
  }
}
