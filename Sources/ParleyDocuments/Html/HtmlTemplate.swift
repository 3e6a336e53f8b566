import ParleyCore

/// The Mustache template of a document in HTML, between the first and the last tag. What people wrote has a direction
/// of its own, left to right or right to left.
struct HtmlTemplate {
  let text: String

  static let head = """
    <header>
    <h1 dir="auto">{{title}} <span class="badge">{{standing}}</span></h1>
    {{#remarks}}
    <p class="remark" dir="auto">{{.}}</p>
    {{/remarks}}
    </header>

    """

  /// A template of sections.
  init(_ layouts: [RecordLayout]) { text = layouts.map(HtmlTemplate.section).joined() }

  private static func section(_ layout: RecordLayout) -> String {
    let content = "<section>\n<h2>\(inline([layout.heading]))</h2>\n\(layout.blocks.map(html).joined())</section>\n"
    return layout.condition.map { each($0, content) } ?? content
  }

  private static func html(_ block: RecordBlock) -> String {
    switch block {
    case .heading(let title, let badge):
      "<h3\(direction(of: title))>\(inline(title))\(badge.map { " <span class=\"badge\">{{\($0)}}</span>" } ?? "")</h3>\n"
    case .paragraph(let text): "<p dir=\"auto\">\(inline(text))</p>\n"
    case .table(let columns, let rows): table(columns, rows)
    case .list(let item, let rows):
      "<ul>\n" + each(rows, "<li dir=\"auto\">\(inline(item))</li>\n") + "</ul>\n"
    case .entries(let item, let rows):
      "<ul>\n" + each(rows, "<li dir=\"auto\">\(inline(item))\n\(facts("facts"))</dl></li>\n") + "</ul>\n"
    case .facts(let name): facts(name) + "</dl>\n"
    case .each(let name, let blocks): each(name, blocks.map(html).joined())
    }
  }

  private static func table(_ columns: [RecordColumnHead], _ rows: String) -> String {
    let head = columns.map { "<th\($0.kind == .number ? " class=\"number\"" : "")>\($0.heading)</th>" }.joined()
    let cells = columns.map { "<td\(attributes(of: $0.kind))>{{\($0.name)}}</td>" }.joined()
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n" + each(rows, "<tr>\(cells)</tr>\n")
      + "</tbody>\n</table>\n"
  }

  private static func attributes(of kind: RecordColumnHead.CellKind) -> String {
    switch kind {
    case .words: " dir=\"auto\""
    case .term: ""
    case .number: " class=\"number\""
    case .coloured(let name): " class=\"{{\(name)}}\""
    }
  }

  private static func facts(_ name: String) -> String {
    "<dl>\n" + each(name, "<dt dir=\"auto\">{{label}}</dt><dd dir=\"auto\">{{text}}</dd>\n")
  }

  private static func each(_ name: String, _ content: String) -> String {
    "{{#\(name)}}\n\(content){{/\(name)}}\n"
  }

  private static func direction(of pieces: [RecordInline]) -> String {
    pieces.contains { if case .value = $0 { true } else { false } } ? " dir=\"auto\"" : ""
  }

  private static func inline(_ pieces: [RecordInline]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let name), .term(let name): "{{\(name)}}"
      case .strong(let name): "<strong>{{\(name)}}</strong>"
      case .sign(let name): "{{{\(name)}}}"
      }
    }.joined()
  }
}
