// Theory: a mail is the writer's words among those of others. Marks decide, from the surest to the least sure: lines that
// are quoted; the line or the header that announces them; below a header that nothing marks, all the rest. What is cut
// without a mark on each line is told, since the writer may have answered in between. Where nothing is left above such a
// cut, the whole is refused: neither may words be lost, nor words be recorded that nobody said.
/// What the writer of a mail said in it.
struct OwnWords {
  /// In one line; empty when nothing is left.
  private(set) var text = ""
  /// What the reader of a mail did that its sender may not have meant.
  private(set) var notices: [String] = []

  private var lines: [MailLine]
  private var isKept: [Bool]
  private let mail: Facts
  /// How many more lines are looked at closely. Who writes more lines of that look writes more than comments hold.
  private var looks = 3000

  /// What else of the mail tells the writer's words from others'.
  struct Facts {
    var subject: String?
    var sender = ""
    var isFromList = false
  }

  init(in lines: [MailLine], of mail: Facts) throws(CommentFault) {
    self.lines = lines
    self.mail = mail
    isKept = lines.map(\.isOwn)
    for index in lines.indices where lines[index].isRule || ReplyHeader.isDrawn(lines[index]) { isKept[index] = false }
    try cutReplies()
    cutSignatures()
    cutListFooter()
    cutDevice()
    for index in lines.indices where isKept[index] && lines[index].text.hasPrefix(">") {
      note("“\(OwnWords.short(lines[index].text))” is kept: it stands alone, and may be no quotation")
    }
    text =
      lines.indices.filter { isKept[$0] }.map { lines[$0].text }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").cleaned
  }

  // MARK: what is answered

  private mutating func cutReplies() throws(CommentFault) {
    var index = 0
    while index < lines.count {
      guard isKept[index], let end = openingEnd(at: index) else {
        index += 1
        continue
      }
      let below = (end..<lines.count).first { !lines[$0].isBlank && !lines[$0].isRule }
      for line in index..<end { isKept[line] = false }
      if let below, lines[below].depth == 0 {
        try cut(below: index, from: end)
        return
      }
      index = end
    }
  }

  /// Where what announces an answered mail ends, if it begins here.
  private mutating func openingEnd(at index: Int) -> Int? {
    guard mayOpen(index), looks > 0 else { return nil }
    looks -= 1
    if let header = ReplyHeader(in: lines, at: index, subject: mail.subject) { return header.range.upperBound }
    let length = Attribution.length(in: lines, at: index) { next in
      let below = (next..<max(next, lines.count)).first { !lines[$0].isBlank }
      return below.map { lines[$0].depth == 0 } ?? true
    }
    return length.map { index + $0 }
  }

  private func mayOpen(_ index: Int) -> Bool {
    (index..<min(index + 3, lines.count)).contains { line in
      lines[line].text.utf8.contains(UInt8(ascii: ":")) || lines[line].text.contains("：")
        || lines[line].text.contains("--")
    }
  }

  private mutating func cut(below index: Int, from end: Int) throws(CommentFault) {
    let title = OwnWords.short(lines[index].text)
    guard isKept[..<index].contains(true) else { throw .nothingAbove(title) }
    let count = (end..<lines.count).count { isKept[$0] }
    for line in end..<lines.count { isKept[line] = false }
    if count > 0 {
      note("what stands below “\(title)” (lines: \(count)) is left out, as the mail that is answered")
    }
  }

  // MARK: what programs put below

  private mutating func cutSignatures() {
    for index in lines.indices where lines[index].depth == 0 && isDelimiter(index) {
      let rest = (index + 1..<min(index + 60, lines.count)).prefix { lines[$0].isBlank || isKept[$0] }.filter {
        isKept[$0]
      }
      isKept[index] = false
      let isSure = lines[index].text != "--"
      if isSure ? rest.count <= 15 : rest.count <= 6 && rest.contains(where: isContact) {
        for line in rest { isKept[line] = false }
      } else if !rest.isEmpty {
        note("what stands below “--” is kept: it may be no signature")
      }
    }
  }

  private func isDelimiter(_ index: Int) -> Bool { ["-- ", "--", "--\u{A0}"].contains(lines[index].text) }

  private func isContact(_ index: Int) -> Bool {
    let text = lines[index].text
    return LineSigns(text).hasAddress || text.contains("www.") || text.contains("://")
      || text.contains(/\+?\d[\d \/()-]{6,}/) || !mail.sender.isEmpty && text.trimmed == mail.sender
  }

  /// What a mailing list puts below each mail: a drawn line, its name, where to leave it.
  private mutating func cutListFooter() {
    guard mail.isFromList,
      let line = lines.lastIndex(where: { $0.depth == 0 && $0.text.trimmed.count { $0 == "_" } >= 20 })
    else { return }
    let rest = (line + 1..<lines.count).filter { isKept[$0] }
    guard rest.count <= 8, rest.contains(where: isContact) else { return }
    for index in rest { isKept[index] = false }
  }

  /// `Sent from my iPhone`, where it is the last of the writer's lines.
  private mutating func cutDevice() {
    guard let last = isKept.lastIndex(of: true), isKept.count(where: { $0 }) > 1 else { return }
    let text = lines[last].text.trimmed.lowercased()
    guard text.count <= 80, ReplyWords.devices.contains(where: text.contains),
      ReplyWords.sentFrom.contains(where: text.hasPrefix) || ReplyWords.sentFrom.contains(where: text.hasSuffix)
    else { return }
    isKept[last] = false
  }

  private mutating func note(_ notice: String) {
    if notices.count < 5, !notices.contains(notice) { notices.append(notice) }
  }

  private static func short(_ text: String) -> String {
    let clean = text.cleaned
    return clean.count > 60 ? String(clean.prefix(60)) + "…" : clean
  }
}
