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
    var theme = self
    theme.styles = Dictionary(uniqueKeysWithValues: styles.map { ($0, Theme.map($1, of: $0, to: depth)) })
    return theme
  }

  private static func map(_ style: Style, of role: Role, to depth: ColorDepth) -> Style {
    guard depth > .none else {
      return Style(attributes: role.attributesWithoutColour)
    }
    return Style(
      foreground: style.foreground?.mapped(to: depth), background: style.background?.mapped(to: depth),
      attributes: style.attributes)
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
