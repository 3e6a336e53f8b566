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
  /// Which of the terminal's services are used, where the user says so.
  public var services = ServiceWishes()
  /// Whether addresses in what is printed at a terminal can be clicked.
  public var links = true
  /// Commands of the user's, by the moment of a session at which its host runs them.
  public var hooks: [HookMoment: String] = [:]
  /// The keys that the file has, by the way to them: `theme`, `keys.next`.
  public private(set) var given: [String] = []
  /// Keys that the file gives to actions.
  var boundKeys: [Action.ID: [Key]] = [:]
  /// The language of documents where no plan says one: the name of a wording, or its file.
  public var language: String?

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
    try read(table, SettingsKey.all, at: [], source)
    guard !boundKeys.isEmpty else { return }
    do { keymap = try Keymap(overrides: boundKeys) } catch { throw source.fault(error) }
  }

  /// Reads a table by the list of its keys.
  mutating func read(
    _ table: TOMLTable, _ keys: [SettingsKey], at path: SettingsSource.Path, _ source: SettingsSource
  ) throws(Fault) {
    for entry in table.entries.sorted(by: { $0.key < $1.key }) {
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        throw source.fault(unknown: path + [entry.key], among: keys.map(\.name))
      }
      try key.take(&self, entry.value, source)
      if case .table = key.value { continue }
      given.append((path + [entry.key]).joined(separator: "."))
    }
  }

  private static func table(of text: String) throws(Fault) -> TOMLTable {
    do throws(TOMLFault) { return try TOMLReader.read(text) } catch {
      throw Fault(
        line: error.place.line, column: error.place.column, what: error.what.cleaned,
        remedy: "write it as TOML, for example theme = \"light\"")
    }
  }
}
