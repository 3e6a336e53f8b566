// The pieces of which templates in HTML are made: Mustache, to be filled later.

/// A section that is there only when it has rows.
func section(_ name: String, _ title: String, _ content: String) -> String {
  "{{#\(name)}}\n<section>\n<h2>\(title)</h2>\n\(content)</section>\n{{/\(name)}}\n"
}

/// A table of the section's rows: its headings, and the members that stand under them.
func table(_ headings: [String], _ members: [String]) -> String {
  let head = headings.map { "<th scope=\"col\">\($0)</th>" }.joined()
  let cells = members.map { "<td dir=\"auto\">{{\($0)}}</td>" }.joined()
  return
    "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n{{#rows}}\n<tr>\(cells)</tr>\n{{/rows}}\n</tbody>\n</table>\n"
}
