import ParleyCore

/// The Mustache template of a document in HTML, between the first and the last tag. What people wrote has a direction
/// of its own, left to right or right to left. A table has a caption, and its rows and columns have heads, for readers
/// who hear it; on a phone each row is a card, whose cells carry the heads of their columns.
struct HtmlTemplate {
  private(set) var text = ""
  private let words: TemplateWords
  /// The last heading, as the caption of the tables below it.
  private var caption = ""

  static let head = """
    <header>
    <h1 dir="auto">{{title}} <span class="badge">{{standing}}</span></h1>
    {{#remarks}}
    <p class="remark" dir="auto">{{.}}</p>
    {{/remarks}}
    </header>

    """

  /// A template of sections.
  init(_ layouts: [RecordLayout], in words: DocumentWording) {
    self.words = TemplateWords(words, .html)
    for layout in layouts { text += section(layout) }
  }

  private mutating func section(_ layout: RecordLayout) -> String {
    caption = inline([layout.heading])
    let blocks = layout.blocks.map { html($0) }.joined()
    let content = "<section\(anchor(of: layout.heading))>\n<h2>\(inline([layout.heading]))</h2>\n\(blocks)</section>\n"
    return layout.condition.map { each($0, content) } ?? content
  }

  private mutating func html(_ block: RecordBlock) -> String {
    switch block {
    case .heading(let title, let badge, let anchor):
      caption = inline(title)
      let id = anchor.map { " id=\"{{\($0)}}\"" } ?? ""
      let badge = badge.map { " <span class=\"badge\">{{\($0)}}</span>" } ?? ""
      return "<h3\(id)\(direction(of: title))>\(inline(title))\(badge)</h3>\n"
    case .paragraph(let text): return "<p dir=\"auto\">\(inline(text))</p>\n"
    case .matrix(let name): return each(name, matrix)
    case .table(let columns, let rows): return table(columns, rows)
    case .list(let item, let rows):
      return "<ul>\n" + each(rows, "<li dir=\"auto\">\(inline(item))</li>\n") + "</ul>\n"
    case .entries(let item, let rows):
      return "<ul>\n" + each(rows, "<li dir=\"auto\">\(inline(item))\n\(facts("facts"))</li>\n") + "</ul>\n"
    case .facts(let name): return facts(name)
    case .each(let name, let blocks): return each(name, blocks.map { html($0) }.joined())
    }
  }

  /// Goals × people. The word of a dot is there for those who cannot see its shape, which the legend explains.
  private var matrix: String {
    """
    <table class="matrix">
    <caption class="heard">\(words["glance.heading"])</caption>
    <thead><tr><th scope="col" class="number">#</th>\
    <th scope="col">\(words["label.goal"])</th><th scope="col">\(words["label.timeframe"])</th>\
    <th scope="col">\(words["label.metric"])</th><th scope="col">\(words["label.outcome"])</th>
    {{#columns}}
    <th scope="col" class="who" dir="auto">{{.}}</th>
    {{/columns}}
    </tr></thead>
    <tbody>
    {{#lines}}
    <tr><td class="number">{{rank}}</td><th scope="row" dir="auto">{{subject}}</th><td dir="auto">{{period}}</td>
    <td dir="auto">{{measure}}</td><td class="{{token}}">{{became}}</td>
    {{#cells}}
    <td class="dot {{hue}}" data-who="{{whose}}">{{mark}}<span class="heard"> {{meaning}}</span></td>
    {{/cells}}
    </tr>
    {{/lines}}
    </tbody>
    </table>
    <p class="legend" aria-hidden="true"><span class="green">●</span> \(words["stance.green"]) \
    <span class="yellow">▲</span> \(words["stance.yellow"]) <span class="red">■</span> \(words["stance.red"]) \
    ○ \(words["stance.abstain"]) · \(words["stance.not-asked"]) – \(words["stance.absent"])</p>

    """
  }

  private func table(_ columns: [RecordColumnHead], _ rows: String) -> String {
    let head = columns.map {
      "<th scope=\"col\"\($0.kind == .number ? " class=\"number\"" : "")>\(words[$0.label])</th>"
    }
    let subject = columns.firstIndex { !$0.isIdentifier } ?? 0
    let cells = columns.enumerated().map { place, column in
      let (tag, scope) = place == subject ? ("th", " scope=\"row\"") : ("td", "")
      let label = place == subject ? "" : " data-label=\"\(words[column.label])\""
      return "<\(tag)\(scope)\(attributes(of: column.kind))\(label)>{{\(column.name)}}</\(tag)>"
    }
    return "<table>\n<caption class=\"heard\">\(caption)</caption>\n<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
      + each(rows, "<tr>\(cells.joined())</tr>\n") + "</tbody>\n</table>\n"
  }

  private func attributes(of kind: RecordColumnHead.CellKind) -> String {
    switch kind {
    case .words: " dir=\"auto\""
    case .term: ""
    case .number: " class=\"number\""
    case .coloured(let name): " class=\"{{\(name)}}\""
    }
  }

  private func facts(_ name: String) -> String {
    "<dl>\n" + each(name, "<dt dir=\"auto\">{{label}}</dt><dd dir=\"auto\">{{text}}</dd>\n") + "</dl>\n"
  }

  private func each(_ name: String, _ content: String) -> String { "{{#\(name)}}\n\(content){{/\(name)}}\n" }

  /// A section's name for a link, the same in every language: its English heading, where Parley chose it.
  private func anchor(of heading: RecordInline) -> String {
    guard case .words(let key) = heading else { return "" }
    let words = DocumentWording.english[key]
    return " id=\"\(words.lowercased().split(separator: " ").joined(separator: "-"))\""
  }

  private func direction(of pieces: [RecordInline]) -> String {
    pieces.contains { if case .value = $0 { true } else { false } } ? " dir=\"auto\"" : ""
  }

  private func inline(_ pieces: [RecordInline]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let key): words[key]
      case .sentence(let key, let places): words.sentence(key, places)
      case .literal(let signs): signs
      case .value(let name), .term(let name): "{{\(name)}}"
      case .strong(let name): "<strong>{{\(name)}}</strong>"
      case .sign(let name): "{{{\(name)}}}"
      }
    }.joined()
  }
}
