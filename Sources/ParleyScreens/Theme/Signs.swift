import ParleyTerminal

/// The characters that stand for the things of a session.
public struct Signs: Hashable, Sendable {
  public var glyphs: Glyphs
  /// Dots differ by shape, so that they do without colour.
  public var green: String
  public var yellow: String
  public var red: String
  public var abstain: String
  public var silent: String
  public var absent: String
  public var done: String
  /// Done over the head of someone who is against it (M15).
  public var dissent: String
  public var current: String
  public var ahead: String
  public var arrow: String
  public var up: String
  public var down: String
  public var separator: String
  /// A goal that is decided, or out of scope today (M22).
  public var bounded: String
  public var moved: String
  public var dash: String
  public var refused: String
  public var openQuote: String
  public var closeQuote: String
  /// Pixels of large digits: both halves, the upper one, the lower one. Without half blocks a cell is one pixel.
  public var hasHalfBlocks: Bool

  public static let unicode = Signs(
    glyphs: .unicode, green: "●", yellow: "▲", red: "■", abstain: "○", silent: "·", absent: "–", done: "✓",
    dissent: "≠", current: "▶", ahead: "○", arrow: "→", up: "▲", down: "▼", separator: "·", bounded: "◆", moved: "↷",
    dash: "—",
    refused: "✗",
    openQuote: "“",
    closeQuote: "”", hasHalfBlocks: true)

  public static let ascii = Signs(
    glyphs: .ascii, green: "G", yellow: "Y", red: "R", abstain: "A", silent: ".", absent: "-", done: "x",
    dissent: "%", current: ">", ahead: "o", arrow: "->", up: "^", down: "v", separator: "-", bounded: "*", moved: "~",
    dash: "-",
    refused: "!!",
    openQuote: "\"",
    closeQuote: "\"", hasHalfBlocks: false)
}
