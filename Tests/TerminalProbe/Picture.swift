/// One cell of a terminal's screen.
public struct Cell: Equatable, Sendable {
  /// The character with its marks; a space where nothing was drawn; empty in the second cell of a wide character.
  public let text: String
  /// 1, 2 for a wide character, 0 for the second cell of one.
  public let width: Int
  public let style: Style
}

/// A place on a screen; both numbers count from 0, columns in cells.
public struct Position: Equatable, Sendable {
  public let row: Int
  public let column: Int

  public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
}

/// The screen as a user sees it at one moment.
public struct Picture: Equatable, Sendable {
  public let cells: [[Cell]]
  public let cursor: Position
  public let cursorIsVisible: Bool
  public let title: String
  /// How often the bell has rung since the program's start.
  public let bells: Int
  /// Whether this is the alternate screen, which full-screen programs use.
  public let isAlternate: Bool

  public var columns: Int { cells.first?.count ?? 0 }

  /// Each row as text, without the blanks at its end.
  public var rows: [String] { cells.map(Self.text) }

  /// All rows, without the empty ones at the end, each but the last ended by a newline.
  public var text: String {
    var rows = self.rows
    while rows.last == "" { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// Whether some row shows this text.
  public func contains(_ text: String) -> Bool { position(of: text) != nil }

  /// The first row that shows this text.
  public func row(containing text: String) -> String? { rows.first { $0.contains(text) } }

  /// The beginning of this text, in the first row that shows it.
  public func position(of text: String) -> Position? {
    for (row, cells) in cells.enumerated() where Self.text(cells).contains(text) {
      for column in cells.indices
      where cells[column].width > 0 && Self.text(cells[column...]).hasPrefix(text) {
        return Position(row: row, column: column)
      }
    }
    return nil
  }

  /// How the cell at this place is drawn; nil outside the screen.
  public func style(at position: Position) -> Style? {
    guard cells.indices.contains(position.row), cells[position.row].indices.contains(position.column) else {
      return nil
    }
    return cells[position.row][position.column].style
  }

  /// How the first character of this text is drawn; nil when it is not on the screen.
  public func style(of text: String) -> Style? { position(of: text).flatMap(style(at:)) }

  private static func text(_ cells: some Sequence<Cell>) -> String {
    var text = cells.reduce(into: "") { $0 += $1.text }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Picture: CustomStringConvertible {
  public var description: String {
    let edge = "+" + String(repeating: "-", count: columns) + "+"
    let body = cells.map { row in "|" + row.map(\.text).joined() + "|" }
    let state = [
      "cursor \(cursorIsVisible ? "" : "hidden ")at row \(cursor.row), column \(cursor.column)",
      isAlternate ? "alternate screen" : "main screen", "bells \(bells)", "title \"\(title)\"",
    ]
    return ([edge] + body + [edge, state.joined(separator: "; ")]).joined(separator: "\n")
  }
}
