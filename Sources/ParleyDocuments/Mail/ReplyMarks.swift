// Theory: what announces a quotation is made by programs, so it has a program's form: an address, a date with its time, a
// block of labels. The form is what is looked for, in any language; the words below only help where the form alone would
// fit what a person writes too. A line that is taken for such a mark wrongly takes a person's words with it, so each needs
// two signs that agree.

/// How much a line looks as if a program had written it.
struct LineSigns {
  let hasAddress: Bool
  let hasDate: Bool
  let hasTime: Bool

  init(_ text: some StringProtocol) {
    let text = LineSigns.westernDigits(text)
    hasAddress = text.contains(/[^\s@<>:;,]@[^\s@<>:;,]+\.[^\s@<>:;,]/)
    hasDate = text.contains(/(?:^|\D)(?:19|20)\d\d(?:\D|$)|\d{1,2}[.\/-]\s?\d{1,2}[.\/-]\s?\d{2}/)
    hasTime = text.contains(/(?:^|[^\d.:])(?:[01]?\d|2[0-3])(?:[:.h時시]|時\s?)[0-5]\d(?:$|[^\d.])|\d\s?[AaPp]\.?[Mm]\b/)
  }

  /// Arabic and Persian mails count in digits of their own.
  private static func westernDigits(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    return String(text.map { $0.wholeNumberValue.flatMap { (0...9).contains($0) ? Character("\($0)") : nil } ?? $0 })
  }
}

/// The line above a quotation: `On Sat, 28 Nov 2026 at 20:00, Fay Cil <fay@example.org> wrote:`.
enum Attribution {
  /// How many lines from an index on are one; programs break them, the address from the name at times.
  ///
  /// - Parameter isAlone: nothing below is marked as quoted, so the line must say more for itself.
  static func length(in lines: [MailLine], at index: Int, isAlone: (Int) -> Bool) -> Int? {
    var text = ""
    for count in 1...3 {
      let last = index + count - 1
      guard lines.indices.contains(last), lines[last].isOwn, lines[last].text.utf8.count < 400 else { return nil }
      text += (count > 1 && !text.hasSuffix("<") ? " " : "") + lines[last].text.trimmed
      if count > 1, !begins(lines[index].text.trimmed) { return nil }
      guard let end = text.last, end == ":" || end == "：" || endsInVerb(text) else { continue }
      if fits(text, isAlone: isAlone(last + 1)) { return count }
    }
    return nil
  }

  private static func fits(_ text: String, isAlone: Bool) -> Bool {
    let signs = LineSigns(text)
    let (hasVerb, ends) = (words(text).contains(where: ReplyWords.wrote.contains), endsInVerb(text))
    let says = hasVerb || ReplyWords.wroteWithin.contains(where: text.contains)
    if isAlone { return signs.hasDate && signs.hasTime && (signs.hasAddress || says) && (begins(text) || ends) }
    if signs.hasAddress, says || signs.hasDate { return true }
    if signs.hasDate, signs.hasTime || says { return true }
    return ends && (startsAsDate(text) || isName(text))
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
  }

  private static func endsInVerb(_ text: String) -> Bool {
    let end = text.reversed().drop { ":： )(".contains($0) }
    let tail = String(String(end.reversed()).lowercased())
    return words(tail).last.map(ReplyWords.wrote.contains) ?? false
      || ReplyWords.wroteWithin.contains(where: tail.hasSuffix)
  }

  /// Whether a line may be the first of an attribution that goes on.
  private static func begins(_ text: String) -> Bool {
    startsAsDate(text) || text.contains("<") || text.first?.isNumber == true
      || text.drop { "\"'“".contains($0) }.split(separator: " ").prefix(2).allSatisfy { $0.first?.isUppercase == true }
        && LineSigns(text).hasAddress
  }

  private static func startsAsDate(_ text: String) -> Bool {
    words(text).first.map(ReplyWords.on.contains) ?? false
  }

  /// `Fay Cil wrote:`, but not `As you wrote:`.
  private static func isName(_ text: String) -> Bool {
    let names = text.split(separator: " ").dropLast()
    guard (1...4).contains(names.count), let first = names.first else { return false }
    return names.allSatisfy { $0.first?.isUppercase == true }
      && !ReplyWords.persons.contains(first.lowercased())
  }
}

/// The header of the mail that is answered, as Outlook puts it above: `From: … Sent: … To: … Subject: …`.
struct ReplyHeader {
  /// The lines of it.
  let range: Range<Int>

  private struct Label {
    let index: Int
    let name: String
    let value: String
  }

  /// The header that begins at a line; nil where there is none.
  ///
  /// - Parameter subject: the mail's own, which that of the mail it answers equals.
  init?(in lines: [MailLine], at index: Int, subject: String?) {
    if let title = ReplyHeader.title(lines, index) {
      let labels = ReplyHeader.labels(lines, from: title.below)
      guard title.isKnown || labels.count >= 2 else { return nil }
      range = index..<((labels.last?.index ?? index) + 1)
      return
    }
    let labels = ReplyHeader.labels(lines, from: index)
    guard labels.first?.index == index else { return nil }
    // A line of the writer's may stand right above; it is no part of it.
    if let from = labels.firstIndex(where: { ReplyWords.from.contains($0.name) }), from > 0 { return nil }
    guard labels.count >= 3 else { return nil }
    let isParted = lines[..<index].last { !$0.isBlank }.map { ReplyHeader.isDrawn($0) } ?? false
    guard ReplyHeader.isHeader(labels, isParted: isParted, subject: subject) else { return nil }
    range = index..<((labels.last?.index ?? index) + 1)
  }

  private static func isHeader(_ labels: [Label], isParted: Bool, subject: String?) -> Bool {
    let signs = labels.map { LineSigns($0.value) }
    guard signs.contains(where: { $0.hasAddress || $0.hasDate }) else { return false }
    let names = labels.map(\.name)
    let isKnown =
      names.contains(where: ReplyWords.subject.contains)
      && names.contains { ReplyWords.from.contains($0) || ReplyWords.sent.contains($0) }
    let isAnswered = subject.map(bare).map { own in !own.isEmpty && labels.contains { bare($0.value) == own } } ?? false
    let isWhole = labels.count >= 4 && signs[0].hasAddress && signs.contains { $0.hasDate && $0.hasTime }
    return isParted || isKnown || isAnswered || isWhole
  }

  /// A subject without `Re:`, `AW:`, `SV:` and what else is put before it.
  private static func bare(_ subject: String) -> String {
    var rest = Substring(subject.lowercased()).drop(while: \.isWhitespace)
    while let colon = rest.prefix(6).firstIndex(where: { $0 == ":" || $0 == "：" }) {
      rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
    }
    return String(rest).trimmed
  }

  /// A drawn line, by a program or in characters.
  static func isDrawn(_ line: MailLine) -> Bool {
    if line.isRule { return true }
    let text = line.text.trimmed
    return text.count >= 5 && text.allSatisfy { "_-=*—―─".contains($0) }
  }

  /// `-----Original Message-----`, and what else stands between dashes or says that a mail is handed on.
  private static func title(_ lines: [MailLine], _ index: Int) -> (isKnown: Bool, below: Int)? {
    let text = lines[index].text.trimmed
    guard text.utf8.count < 120 else { return nil }
    let inner = text.drop { "-_ *".contains($0) }
    let words = String(inner).trimmed.lowercased().filter { $0 != "-" && $0 != "_" }.trimmed
    let isDashed = text.hasPrefix("--") && text.hasSuffix("--") && !words.isEmpty
    guard isDashed || ReplyWords.forwarded.contains(words) else { return nil }
    let below = (index + 1..<lines.count).first { !lines[$0].isBlank } ?? lines.count
    return (isDashed && ReplyWords.original.contains(words), below)
  }

  /// The labels from a line on, over folded lines and at most one blank line between two.
  private static func labels(_ lines: [MailLine], from start: Int) -> [Label] {
    var (labels, index, blanks): ([Label], Int, Int) = ([], start, 0)
    while lines.indices.contains(index), lines[index].depth == 0, labels.count < 12 {
      let line = lines[index]
      if line.isBlank {
        blanks += 1
        if blanks > 1 || labels.isEmpty { break }
      } else if let label = label(line, index) {
        labels.append(label)
        blanks = 0
      } else if let last = labels.last, blanks == 0, last.value.utf8.count < 2000,
        line.text.first?.isWhitespace == true || ";,".contains(last.value.last ?? " ")
      {
        labels[labels.count - 1] = Label(index: index, name: last.name, value: last.value + " " + line.text.trimmed)
      } else {
        break
      }
      index += 1
    }
    return labels
  }

  private static func label(_ line: MailLine, _ index: Int) -> Label? {
    guard line.isOwn else { return nil }
    let text = line.text.trimmed.drop { $0 == "*" }
    guard let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = String(text[..<colon]).trimmed
    let after = text[text.index(after: colon)...]
    guard !name.isEmpty, name.split(separator: " ").count <= 4,
      name.allSatisfy({ $0.isLetter || " -'’./()*".contains($0) }), name.contains(where: \.isLetter),
      after.first.map({ $0.isWhitespace || $0 == "*" || text[colon] == "：" }) ?? true
    else { return nil }
    return Label(
      index: index, name: name.lowercased().filter { $0 != "*" }.trimmed,
      value: String(after.drop { $0 == "*" || $0.isWhitespace }))
  }
}
