import ParleyTerminal

/// How every role looks on one terminal. It is passed down to what draws, never looked up.
public struct Theme: Hashable, Sendable {
  public var name: String
  private var styles: [Role: Style]

  /// Roles that `styles` does not name look like their nearest parent that it names, else as in `default`.
  public init(name: String, styles: [Role: Style], default theme: Theme? = nil) {
    self.name = name
    self.styles = styles
    for role in Role.allCases where styles[role] == nil {
      self.styles[role] = Theme.inherited(role, from: styles) ?? theme?[role] ?? .plain
    }
  }

  /// The style of a role; plain when the theme does not dress it.
  public subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The same theme on a terminal that shows so many colours. Without colours, all themes
  /// are one: attributes tell the roles apart.
  public func mapped(to depth: ColorDepth) -> Theme {
    // Every frame asks for it, and most terminals show every colour.
    if depth == .trueColor { return self }
    var theme = self
    let ground = depth == .sixteen ? ground.mapped(to: depth) : .default
    theme.styles = Dictionary(uniqueKeysWithValues: styles.map { ($0, Theme.map($1, of: $0, to: depth, on: ground)) })
    return theme
  }

  private static func map(_ style: Style, of role: Role, to depth: ColorDepth, on ground: Color) -> Style {
    guard depth > .none else {
      return Style(attributes: role.attributesWithoutColour)
    }
    let background = style.background?.mapped(to: depth)
    guard depth == .sixteen, let wanted = style.foreground else {
      return Style(
        foreground: style.foreground?.mapped(to: depth), background: background, attributes: style.attributes)
    }
    // Of sixteen colours few can be read on white: what has none takes the text's, and looks as without colour.
    let under = background ?? ground
    if let readable = wanted.sixteen(readableOn: under) {
      return Style(foreground: readable, background: background, attributes: style.attributes)
    }
    return Style(
      foreground: under.isLight ? .ansi(0) : .ansi(15), background: background,
      attributes: style.attributes.union(role.attributesWithoutColour.subtracting(.dim)))
  }

  /// Whether it is made for a light background. A theme that leaves the terminal's own has colours for one or the other.
  public var isLight: Bool {
    if let background = self[.text].background, background != .default { return background.isLight }
    let colours = Role.allCases.filter { self[$0].background == nil }.compactMap { self[$0].foreground }
    return colours.count { $0.contrast(with: .ansi(15)) > $0.contrast(with: .ansi(0)) } * 2 > colours.count
  }

  /// What its text stands on: its own background, else the black or white that it is made for.
  package var ground: Color {
    if let background = self[.text].background, background != .default { return background }
    return isLight ? .rgb(255, 255, 255) : .rgb(0, 0, 0)
  }

  /// The same theme for a terminal with such a background: one that was made for the other kind brings its own.
  func fitting(lightBackground isLight: Bool?) -> Theme {
    guard let isLight, isLight != self.isLight, [nil, .default].contains(self[.text].background) else { return self }
    var theme = self
    theme.styles[.text]?.background = self.isLight ? .rgb(0xfc, 0xfb, 0xf8) : .rgb(0x10, 0x14, 0x1a)
    theme.styles[.text]?.foreground =
      self[.text].foreground ?? (self.isLight ? .rgb(0x1f, 0x24, 0x30) : .rgb(0xe4, 0xe7, 0xeb))
    return theme
  }

  private static func inherited(_ role: Role, from styles: [Role: Style]) -> Style? {
    var role = role
    while let parent = role.parent {
      if let style = styles[parent] { return style }
      role = parent
    }
    return nil
  }
}
