/// Frames as text, for tests and golden files.
extension Frame {
  /// A row's characters, without the spaces at its end.
  public func text(row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    let start = row * size.columns
    return trimmed(cells[start..<(start + size.columns)].map(\.text).joined())
  }

  /// All rows, without the spaces at their ends, one a line.
  public var picture: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  /// The second plane: for every cell the character of its style. Plain cells are spaces, cells of a
  /// style that the legend does not have are `?`; rows end where the last styled cell does.
  public func styles(by legend: [Style: Character]) -> String {
    (0..<size.rows).map { row in
      let start = row * size.columns
      let line = cells[start..<(start + size.columns)].map { cell in
        legend[cell.style] ?? (cell.style == .plain ? " " : "?")
      }
      return trimmed(String(line))
    }.joined(separator: "\n")
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
