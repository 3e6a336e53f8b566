/// The theme of a terminal, and those that can be gone through. A theme is read when its turn comes, since
/// reading one takes more than a millisecond and a start has few.
public struct ThemeShelf: Hashable, Sendable {
  public private(set) var current: Theme
  private let catalogue: ThemeCatalogue
  /// The name under which the current theme was read; files can give themselves another.
  private var place: String

  /// The default theme, which needs no reading.
  public init(_ catalogue: ThemeCatalogue = ThemeCatalogue()) {
    self.catalogue = catalogue
    current = .parleyDark
    place = current.name
  }

  /// Begins with a theme by name or path. Throws every fault of its file in one go.
  public init(_ catalogue: ThemeCatalogue, beginningWith name: String) throws(ThemeFaults) {
    self.catalogue = catalogue
    current = try catalogue.load(name).theme
    place = name
  }

  /// Goes on to the next theme that can be read, round all of them.
  public mutating func turn() {
    let names = catalogue.names
    let start = names.firstIndex(of: place).map { $0 + 1 } ?? 0
    for name in names[start...] + names[..<start] {
      guard let loaded = try? catalogue.load(name) else { continue }
      (current, place) = (loaded.theme, name)
      return
    }
  }
}
