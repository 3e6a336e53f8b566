import ParleyCore

/// The Mustache template of a document in Markdown, which can be read as plain text too.
struct MarkdownTemplate {
  private(set) var text = ""
  private let words: TemplateWords

  static func head(in words: DocumentWording) -> String {
    """
    # {{title}}\(TemplateWords(words, .markdown)["signs.dash"]){{standing}}

    {{#remarks}}
    {{.}}

    {{/remarks}}

    """
  }

  /// A template of sections; an empty line ends each of them but the last.
  init(_ layouts: [RecordLayout], in words: DocumentWording) {
    self.words = TemplateWords(words, .markdown)
    for layout in layouts.dropLast() { text += lines(of: layout).joined() }
    guard let last = layouts.last.map(lines(of:)) else { return }
    let end = last.lastIndex(of: "\n")
    text += last.enumerated().filter { $0.offset != end }.map(\.element).joined()
  }

  private func lines(of layout: RecordLayout) -> [String] {
    let lines = ["## \(inline([layout.heading]))\n", "\n"] + layout.blocks.flatMap(lines)
    return layout.condition.map { each($0, lines) } ?? lines
  }

  private func lines(of block: RecordBlock) -> [String] {
    switch block {
    case .heading(let title, let badge, anchor: _):
      ["### \(inline(title))\(badge.map { "\(words["signs.dash"]){{\($0)}}" } ?? "")\n", "\n"]
    case .paragraph(let text): [inline(text) + "\n", "\n"]
    case .table(let columns, let rows):
      ["|\(columns.map { " \(words[$0.label]) |" }.joined())\n"]
        + ["|\(columns.map { _ in " --- |" }.joined())\n"]
        + each(rows, ["|\(columns.map { " {{\($0.name)}} |" }.joined())\n"]) + ["\n"]
    case .matrix(let name): each(name, glance)
    case .list(let item, let rows): each(rows, ["- \(inline(item))\n"]) + ["\n"]
    case .entries(let item, let rows):
      each(rows, ["- \(inline(item))\n"] + each("facts", ["  - {{label}}\(words["signs.colon"]) {{text}}\n"])) + ["\n"]
    case .facts(let name): each(name, ["- **{{label}}\(words["signs.colon"])** {{text}}\n"]) + ["\n"]
    case .each(let name, let blocks): each(name, blocks.flatMap(lines))
    }
  }

  /// A column for all the dots: with one a person the table is too wide for a page of text.
  private var glance: [String] {
    let labels = ["goal", "timeframe", "metric", "outcome", "dots"].map { words["label.\($0)"] }
    return [
      "| # | \(labels.joined(separator: " | ")) |\n", "| --- | --- | --- | --- | --- | --- |\n", "{{#lines}}\n",
      "| {{rank}} | {{subject}} | {{period}} | {{measure}} | {{became}} | {{tally}} |\n", "{{/lines}}\n", "\n",
    ]
  }

  private func each(_ name: String, _ lines: [String]) -> [String] {
    ["{{#\(name)}}\n"] + lines + ["{{/\(name)}}\n"]
  }

  private func inline(_ pieces: [RecordInline]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let key): words[key]
      case .sentence(let key, let places): words.sentence(key, places)
      case .literal(let signs): signs
      case .value(let name), .term(let name): "{{\(name)}}"
      case .strong(let name): "**{{\(name)}}**"
      case .sign(let name): "{{{\(name)}}}"
      }
    }.joined()
  }
}
