// The pieces of which templates in HTML are made: Mustache, to be filled later.

/// A section that is there only when it has rows.
func section(_ name: String, _ title: String, _ content: String) -> String {
  "{{#\(name)}}\n<section>\n<h2>\(title)</h2>\n\(content)</section>\n{{/\(name)}}\n"
}

/// The rows of a section, each a text.
let htmlList = "<ul>\n{{#rows}}\n<li dir=\"auto\">{{.}}</li>\n{{/rows}}\n</ul>\n"

/// A section that is a list of texts.
func listSection(_ name: String, _ title: String) -> String { section(name, title, htmlList) }

/// A section that is a list of facts.
func factsSection(_ name: String, _ title: String) -> String {
  section(name, title, "<dl>\n{{#rows}}\n<dt>{{label}}</dt><dd dir=\"auto\">{{text}}</dd>\n{{/rows}}\n</dl>\n")
}

/// A column of a table in a page that has no sections of its own.
struct HtmlColumn {
  /// Its heading, made safe.
  let heading: String
  /// The name of its cells.
  let name: String
  var isNumber = false
}

/// A table of the rows under a name. Its first column says what a row is; on a phone, where each row is a card, the others
/// carry their headings.
func table(_ columns: [HtmlColumn], rows: String = "rows") -> String {
  func kind(_ column: HtmlColumn) -> String { column.isNumber ? " class=\"number\"" : "" }
  let head = columns.map { "<th scope=\"col\"\(kind($0))>\($0.heading)</th>" }.joined()
  let cells = columns.enumerated().map { place, column in
    let direction = column.isNumber ? "" : " dir=\"auto\""
    if place == 0 { return "<th scope=\"row\"\(direction)>{{\(column.name)}}</th>" }
    let label = column.heading.isEmpty ? "" : " data-label=\"\(column.heading)\""
    return "<td\(kind(column))\(direction)\(label)>{{\(column.name)}}</td>"
  }
  return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n{{#\(rows)}}\n<tr>\(cells.joined())</tr>\n{{/\(rows)}}\n"
    + "</tbody>\n</table>\n"
}
