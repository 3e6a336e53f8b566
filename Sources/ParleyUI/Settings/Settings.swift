import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What a user has set in `config.toml`: the theme, keys by the names of actions, phrases of the cards, and
/// what holds for options that are not given.
public struct Settings: Sendable {
  /// The name of a theme, or of one for each kind of background.
  public var theme: ThemeChoice?
  /// Whether frames are shown whole where the terminal can (DEC mode 2026).
  public var synchronizesOutput = true
  public var keymap = Keymap.standard
  /// Phrases by the name of the card; a plan's own go before them.
  public var phrases: [String: String] = [:]
  public var defaults = Defaults()
  /// Whether clicks and the wheel count; without them a drag selects text, as in any other program.
  public var mouse = true

  /// What holds where the command line says nothing.
  public struct Defaults: Hashable, Sendable {
    /// The folder with the sessions; PARLEY_STORE goes before it.
    public var store: String?
    /// Whether sessions are shown line by line.
    public var plain = false

    public init(store: String? = nil, plain: Bool = false) {
      self.store = store
      self.plain = plain
    }
  }

  /// What holds where there is no file.
  public static let standard = Settings()

  /// What is wrong in the file, and where; lines count from 1.
  public struct Fault: Error, Hashable, Sendable {
    public var line: Int
    public var column: Int
    public var what: String
    public var remedy: String

    public init(line: Int, column: Int, what: String, remedy: String) {
      self.line = line
      self.column = column
      self.what = what
      self.remedy = remedy
    }
  }

  private init() {}

  /// Reads the text of the file.
  public init(toml text: String) throws(Fault) {
    let table = try Settings.table(of: text)
    let source = SettingsSource(root: table)
    for entry in table.entries.sorted(by: { $0.key < $1.key }) {
      let (key, value) = (entry.key, entry.value)
      switch key {
      case "theme": theme = try Settings.theme(value, source)
      case "synchronized": synchronizesOutput = try source.flag(value, at: [key])
      case "keys": keymap = try Settings.keymap(try source.table(value, at: [key]), source)
      case "phrases": phrases = try Settings.phrases(try source.table(value, at: [key]), source)
      case "defaults": defaults = try Settings.defaults(try source.table(value, at: [key]), source)
      case "mouse":
        guard let flag = value.flag else {
          throw source.fault(at: [key], "mouse is neither true nor false", "write mouse = false")
        }
        mouse = flag
      default:
        throw source.fault(unknown: [key], among: ["theme", "mouse", "synchronized", "keys", "phrases", "defaults"])
      }
    }
  }

  private static func table(of text: String) throws(Fault) -> TOMLTable {
    do throws(TOMLFault) { return try TOMLReader.read(text) } catch {
      throw Fault(
        line: error.place.line, column: error.place.column, what: error.what.cleaned,
        remedy: "write it as TOML, for example theme = \"light\"")
    }
  }

  /// `"NAME"`, or `{dark = "NAME", light = "NAME"}`.
  private static func theme(_ value: TOMLValue, _ source: SettingsSource) throws(Fault) -> ThemeChoice {
    guard let table = value.table else { return .named(try source.text(value, at: ["theme"])) }
    var names: [String: String] = [:]
    for entry in table.entries {
      let path = ["theme", entry.key]
      guard ["dark", "light"].contains(entry.key) else { throw source.fault(unknown: path, among: ["dark", "light"]) }
      names[entry.key] = try source.text(entry.value, at: path)
    }
    guard let dark = names["dark"], let light = names["light"] else {
      throw source.fault(
        at: ["theme"], "theme has no \(names["dark"] == nil ? "dark" : "light")",
        "write theme = {dark = \"parley-dark\", light = \"light\"}")
    }
    return .byBackground(dark: dark, light: light)
  }

  private static func keymap(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> Keymap {
    var overrides: [Action.ID: [Key]] = [:]
    for entry in table.entries {
      let path = ["keys", entry.key]
      guard let id = Action.ID(rawValue: entry.key) else {
        throw source.fault(unknown: path, among: Action.ID.allCases.map(\.rawValue))
      }
      overrides[id] = try source.keys(entry.value, at: path)
    }
    do { return try Keymap(overrides: overrides) } catch { throw source.fault(error) }
  }

  private static func phrases(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> [String: String] {
    var phrases: [String: String] = [:]
    for entry in table.entries {
      let (cards, path) = (Phrases.Card.allCases.map(\.rawValue), ["phrases", entry.key])
      guard cards.contains(entry.key) else { throw source.fault(unknown: path, among: cards) }
      phrases[entry.key] = try source.text(entry.value, at: path).cleaned
    }
    return phrases
  }

  private static func defaults(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> Defaults {
    var defaults = Defaults()
    for entry in table.entries {
      let path = ["defaults", entry.key]
      switch entry.key {
      case "store": defaults.store = try source.text(entry.value, at: path)
      case "plain":
        defaults.plain = try source.flag(entry.value, at: path)
      default: throw source.fault(unknown: path, among: ["store", "plain"])
      }
    }
    return defaults
  }
}
