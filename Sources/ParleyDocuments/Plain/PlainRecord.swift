import ParleyCore

// Theory: Markdown's tables are wide, and in a mail that a terminal shows nothing draws them. So the text part of a mail
// is written from the same layouts and values as every other form, with each row of a table as an item of its own, and
// without the cells in which nothing stands.
/// The record as plain text that a mail program in a terminal shows well.
struct PlainRecord {
  private var lines = PlainLines()
  private let words: DocumentWording

  static func text(of record: Record, in words: DocumentWording) -> String {
    var plain = PlainRecord(words: words)
    plain.lines.addHeading((record.title.shown + words["signs.dash"] + record.standing(in: words)).plain, rule: "=")
    for remark in record.remarks(in: words) { plain.lines.add(remark.plain) }
    let page = Scope(values: [record.values(in: words)], words: words)
    for layout in RecordSection.all.layouts { plain.add(layout, page) }
    return plain.lines.text.withOneEnd
  }

  private mutating func add(_ layout: RecordLayout, _ page: Scope) {
    for scope in layout.condition.map(page.scopes) ?? [page] {
      lines.addHeading(scope.line([layout.heading]), rule: "-")
      for block in layout.blocks { add(block, scope) }
    }
  }

  private mutating func add(_ block: RecordBlock, _ scope: Scope) {
    switch block {
    case .heading(let title, let badge, anchor: _):
      lines.addBreak()
      lines.add(scope.line(title) + (badge.map { words["signs.dash"] + scope.text($0) } ?? ""))
    case .paragraph(let text):
      lines.add(scope.line(text))
      lines.addBreak()
    case .matrix(let name): for matrix in scope.scopes(name) { addGlance(matrix) }
    case .table(let columns, let rows): for row in scope.scopes(rows) { add(row, columns) }
    case .list(let item, let rows): for row in scope.scopes(rows) { lines.add(row.line(item), first: "* ", rest: "  ") }
    case .entries(let item, let rows):
      for row in scope.scopes(rows) {
        lines.add(row.line(item), first: "* ", rest: "  ")
        addFacts("facts", row, first: "  - ", rest: "    ")
      }
    case .facts(let name): addFacts(name, scope, first: "  ", rest: "    ")
    case .each(let name, let blocks): for part in scope.scopes(name) { for block in blocks { add(block, part) } }
    }
  }

  private mutating func addFacts(_ name: String, _ scope: Scope, first: String, rest: String) {
    for fact in scope.scopes(name) {
      lines.add(words.labelled(fact.text("label"), fact.text("text")), first: first, rest: rest)
    }
  }

  private mutating func addGlance(_ matrix: Scope) {
    for line in matrix.scopes("lines") {
      let rank = line.text("rank") == "–" ? "" : "\(line.text("rank")). "
      lines.add(rank + line.text("subject") + words["signs.dash"] + line.text("became"), first: "* ", rest: "  ")
      lines.add(words.series(["period", "measure", "tally"].map(line.text)), first: "  ", rest: "  ")
    }
    lines.addBreak()
  }

  /// The first cell as the item, `id` before it, and the others after it with their headings.
  private mutating func add(_ row: Scope, _ columns: [RecordColumnHead]) {
    let leads = columns.first?.isIdentifier == true ? 2 : 1
    let head = columns.prefix(leads).map { row.text($0.name) }.joined(separator: " ")
    let rest = columns.dropFirst(leads).map { (words.inLine(words[$0.label]), row.text($0.name)) }.filter {
      $0.1 != "–"
    }
    let cells = words.series(rest.map { words.labelled($0.0, $0.1) })
    lines.add(head + (cells.isEmpty ? "" : words["signs.dash"] + cells), first: "* ", rest: "  ")
  }
}

/// Values as a layout finds them: the innermost first.
private struct Scope {
  let values: [RecordValues]
  let words: DocumentWording

  /// What stands under a name, once for each of its rows; nothing where it is missing or not so.
  func scopes(_ name: String) -> [Scope] {
    switch value(name) {
    case .list(let rows): rows.map { Scope(values: [$0] + values, words: words) }
    case .group(let members): members.isEmpty ? [] : [Scope(values: [members] + values, words: words)]
    case .texts(let texts): texts.map { Scope(values: [[".": .text($0)]] + values, words: words) }
    case .flag(let isSo): isSo ? [self] : []
    case .text, .number: [self]
    case nil: []
    }
  }

  func text(_ name: String) -> String {
    switch value(name) {
    case .text(let text): text.written({ $0.plain }, link: plainLink)
    case .number(let number): "\(number)"
    case .flag, .texts, .list, .group, nil: ""
    }
  }

  func line(_ pieces: [RecordInline]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let key): words[key]
      case .sentence(let key, let places): words.text(key).filled { text(places[$0] ?? $0) }
      case .literal(let signs): signs
      case .value(let name), .strong(let name), .term(let name): text(name)
      case .sign(let name): if case .text(let sign) = value(name) { sign } else { "" }
      }
    }.joined()
  }

  private func value(_ name: String) -> RecordValue? { values.lazy.compactMap { $0[name] }.first }
}
