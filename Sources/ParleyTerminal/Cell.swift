/// One place on the screen.
public struct Cell: Hashable, Sendable {
  /// One spacing scalar with its marks, empty in the right half of a wide character.
  public let text: String
  /// Columns: 1, 2 for a wide character, 0 for the right half of one.
  public let width: Int8
  public var style: Style

  static func blank(_ style: Style) -> Cell { Cell(text: " ", width: 1, style: style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(text: "", width: 0, style: style) }
}
