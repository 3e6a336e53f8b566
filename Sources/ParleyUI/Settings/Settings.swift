import ParleyCore
import ParleyScreens
import ParleyTerminal
import TOMLKit

/// What a user has set in `config.toml`: the theme, keys by the names of actions, phrases of the cards, and
/// what holds for options that are not given.
public struct Settings: Sendable {
  /// The name of a theme.
  public var theme: String?
  public var keymap = Keymap.standard
  /// Phrases by the name of the card; a plan's own go before them.
  public var phrases: [String: String] = [:]
  public var defaults = Defaults()

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
    let source = SettingsSource(text: text)
    let table = try Settings.table(of: text)
    for key in table.keys {
      switch key {
      case "theme": theme = try source.text(table[key], at: [key])
      case "keys": keymap = try Settings.keymap(try source.table(table[key], at: [key]), source)
      case "phrases": phrases = try Settings.phrases(try source.table(table[key], at: [key]), source)
      case "defaults": defaults = try Settings.defaults(try source.table(table[key], at: [key]), source)
      default: throw source.fault(unknown: [key], among: ["theme", "keys", "phrases", "defaults"])
      }
    }
  }

  private static func table(of text: String) throws(Fault) -> TOMLTable {
    do { return try TOMLTable(string: text) } catch {
      guard let error = error as? TOMLParseError else {
        throw Fault(line: 1, column: 1, what: "it cannot be read as TOML", remedy: "see toml.io")
      }
      throw Fault(
        line: error.source.begin.line, column: error.source.begin.column, what: error.description.cleaned,
        remedy: "write it as TOML, for example theme = \"light\"")
    }
  }

  private static func keymap(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> Keymap {
    var overrides: [Action.ID: [Key]] = [:]
    for name in table.keys.sorted() {
      guard let id = Action.ID(rawValue: name) else {
        throw source.fault(unknown: ["keys", name], among: Action.ID.allCases.map(\.rawValue))
      }
      overrides[id] = try source.keys(table[name], at: ["keys", name])
    }
    do { return try Keymap(overrides: overrides) } catch { throw source.fault(error) }
  }

  private static func phrases(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> [String: String] {
    var phrases: [String: String] = [:]
    for name in table.keys.sorted() {
      let cards = Phrases.Card.allCases.map(\.rawValue)
      guard cards.contains(name) else { throw source.fault(unknown: ["phrases", name], among: cards) }
      phrases[name] = try source.text(table[name], at: ["phrases", name]).cleaned
    }
    return phrases
  }

  private static func defaults(_ table: TOMLTable, _ source: SettingsSource) throws(Fault) -> Defaults {
    var defaults = Defaults()
    for name in table.keys {
      switch name {
      case "store": defaults.store = try source.text(table[name], at: ["defaults", name])
      case "plain":
        guard let plain = table[name]?.bool else {
          throw source.fault(at: ["defaults", name], "plain is neither true nor false", "write plain = true")
        }
        defaults.plain = plain
      default: throw source.fault(unknown: ["defaults", name], among: ["store", "plain"])
      }
    }
    return defaults
  }
}
