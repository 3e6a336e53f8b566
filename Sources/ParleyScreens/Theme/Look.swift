import ParleyTerminal

/// How a terminal shows things: which styles, and which characters.
public struct Look: Hashable, Sendable {
  public var theme: Theme
  public var signs: Signs

  public init(theme: Theme = .parleyDark, signs: Signs = .unicode) {
    self.theme = theme
    self.signs = signs
  }

  /// A theme and characters as a terminal can show them.
  public init(theme: Theme, depth: ColorDepth, showsUnicode: Bool) {
    self.init(theme: theme.mapped(to: depth), signs: showsUnicode ? .unicode : .ascii)
  }

  package subscript(role: Role) -> Style { theme[role] }
  /// A role over the screen's own background, for what covers cells instead of writing on them.
  package func covering(_ role: Role) -> Style { theme[role].merged(over: theme[.text]) }

  package var glyphs: Glyphs { signs.glyphs }
  package var ellipsis: String { String(signs.glyphs.ellipsis) }
}
