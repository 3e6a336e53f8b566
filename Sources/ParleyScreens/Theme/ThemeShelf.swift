/// Which theme is wanted: one, or one for each kind of background.
public enum ThemeChoice: Hashable, Sendable {
  case named(String)
  case byBackground(dark: String, light: String)

  /// What holds where nobody has chosen.
  public static let standard = byBackground(dark: Theme.parleyDark.name, light: "light")
}

/// The theme of a terminal, and those that can be gone through. A theme is read when its turn comes, since
/// reading one takes more than a millisecond and a start has few.
public struct ThemeShelf: Hashable, Sendable {
  public private(set) var current: Theme
  private let catalogue: ThemeCatalogue
  /// The name under which the current theme was read; files can give themselves another.
  private var place: String
  /// The theme as it was read, whatever it stands on.
  private var read: Theme
  /// What goes by the background, until somebody chooses another theme.
  private var choice: ThemeChoice
  /// Whether the terminal's background is light; nil while that is not known.
  private var isOnLight: Bool?

  /// The default theme, which needs no reading.
  public init(_ catalogue: ThemeCatalogue = ThemeCatalogue()) {
    self.catalogue = catalogue
    (current, read, place) = (.parleyDark, .parleyDark, Theme.parleyDark.name)
    choice = .named(place)
  }

  /// Begins with a theme by name or path. Throws every fault of its file in one go.
  public init(_ catalogue: ThemeCatalogue, beginningWith name: String) throws(ThemeFaults) {
    try self.init(catalogue, choosing: .named(name), onLight: nil)
  }

  /// Begins with the theme that is wanted on such a background. Throws every fault of its file in one go.
  /// - Parameter isLight: whether the background is light; nil is not known, and taken for dark.
  public init(_ catalogue: ThemeCatalogue, choosing choice: ThemeChoice, onLight isLight: Bool?) throws(ThemeFaults) {
    self.catalogue = catalogue
    self.choice = choice
    isOnLight = isLight
    place = choice.name(onLight: isLight)
    read = try catalogue.load(place).theme
    current = read.fitting(lightBackground: isLight)
  }

  /// Goes on to the next theme that can be read, round all of them.
  public mutating func turn() {
    let names = catalogue.names
    let start = names.firstIndex(of: place).map { $0 + 1 } ?? 0
    for name in names[start...] + names[..<start] where take(name) {
      choice = .named(name)
      return
    }
  }

  /// The terminal has said what its background is.
  public mutating func suit(lightBackground isLight: Bool) {
    guard isLight != isOnLight else { return }
    isOnLight = isLight
    let name = choice.name(onLight: isLight)
    if name == place || !take(name) { current = read.fitting(lightBackground: isLight) }
  }

  private mutating func take(_ name: String) -> Bool {
    guard let loaded = try? catalogue.load(name) else { return false }
    (read, place) = (loaded.theme, name)
    current = read.fitting(lightBackground: isOnLight)
    return true
  }
}

extension ThemeChoice {
  fileprivate func name(onLight isLight: Bool?) -> String {
    switch self {
    case .named(let name): name
    case .byBackground(let dark, let light): isLight == true ? light : dark
    }
  }
}
