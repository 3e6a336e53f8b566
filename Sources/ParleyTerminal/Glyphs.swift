/// The characters for lines and bars, on terminals with Unicode and without.
public struct Glyphs: Hashable, Sendable {
  public var horizontal: Character
  public var vertical: Character
  public var topLeft: Character
  public var topRight: Character
  public var bottomLeft: Character
  public var bottomRight: Character
  public var teeLeft: Character
  public var teeRight: Character
  public var teeTop: Character
  public var teeBottom: Character
  public var cross: Character
  /// Ends a text that was cut.
  public var ellipsis: Character
  /// The done part of a bar.
  public var full: Character
  /// The open part of a bar.
  public var light: Character

  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼", ellipsis: "…", full: "█",
    light: "░")

  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+", ellipsis: "~", full: "#",
    light: ".")
}
