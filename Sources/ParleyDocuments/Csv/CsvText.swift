import ParleyCore

// Written by hand: libraries quote, yet know nothing of formulas, and a table of people's words opens in a spreadsheet.
/// A table as RFC 4180 has it: lines end in CRLF, a cell is quoted where it must be.
struct CsvTable {
  private(set) var text: String

  init(header: [String]) { text = CsvTable.line(header) }

  mutating func add(_ cells: [String]) { text += CsvTable.line(cells) }

  private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ content: String) -> String {
    let text = content.cleaned.withoutFormula
    guard text.unicodeScalars.contains(where: { ",;\"'\t".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension String {
  /// The text with an apostrophe before it when a spreadsheet would take it for a formula; wide forms of the signs
  /// count, since some fold them.
  fileprivate var withoutFormula: String {
    guard let first = unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return self }
    return "=+-@＝＋－＠".unicodeScalars.contains(first) ? "'" + self : self
  }
}
