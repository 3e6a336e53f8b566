import ParleyCore
import ParleyScreens
import ParleyTerminal

/// The values of a settings file, to say where a fault is.
struct SettingsSource {
  let root: TOMLTable

  /// A key by the way to it, such as `["keys", "next"]`.
  typealias Path = [String]

  func text(_ value: TOMLValue, at path: Path) throws(Settings.Fault) -> String {
    guard let text = value.text else { throw fault(at: path, "\(name(path)) is not a text", "put it in quotes") }
    return text
  }

  func flag(_ value: TOMLValue, at path: Path, like example: String = "true") throws(Settings.Fault) -> Bool {
    guard let flag = value.flag else {
      throw fault(at: path, "\(name(path)) is neither true nor false", "write \(name(path)) = \(example)")
    }
    return flag
  }

  func table(_ value: TOMLValue, at path: Path) throws(Settings.Fault) -> TOMLTable {
    guard let table = value.table else {
      throw fault(at: path, "\(name(path)) is not a table", "begin it with [\(name(path))]")
    }
    return table
  }

  /// `"NAME"`, or `{dark = "NAME", light = "NAME"}`.
  func theme(_ value: TOMLValue) throws(Settings.Fault) -> ThemeChoice {
    guard let table = value.table else { return .named(try text(value, at: ["theme"])) }
    var names: [String: String] = [:]
    for entry in table.entries {
      let path = ["theme", entry.key]
      guard ["dark", "light"].contains(entry.key) else { throw fault(unknown: path, among: ["dark", "light"]) }
      names[entry.key] = try text(entry.value, at: path)
    }
    guard let dark = names["dark"], let light = names["light"] else {
      throw fault(
        at: ["theme"], "theme has no \(names["dark"] == nil ? "dark" : "light")",
        "write theme = {dark = \"parley-dark\", light = \"light\"}")
    }
    return .byBackground(dark: dark, light: light)
  }

  /// One key or a list of keys, by their names.
  func keys(_ value: TOMLValue, at path: Path) throws(Settings.Fault) -> [Key] {
    var keys: [Key] = []
    for word in value.list.map({ $0.map(\.text) }) ?? [value.text] {
      guard let word, let key = Key(name: word) else {
        throw fault(
          at: path, "\(word.map { "“\($0.cleaned)”" } ?? "the value of \(name(path))") names no key",
          "write one character, or space, enter, page-up, f5, C-x, M-x")
      }
      keys.append(key)
    }
    return keys
  }

  func fault(unknown path: Path, among names: [String]) -> Settings.Fault {
    let near = nearName(to: name(path), among: names).map { "did you mean \($0)?" }
    return fault(
      at: path, "there is no “\(name(path).cleaned)”", near ?? "it may be: \(names.joined(separator: ", "))")
  }

  func fault(_ fault: Keymap.Fault) -> Settings.Fault {
    switch fault {
    case .taken(let key, let by, let wanted):
      self.fault(
        at: ["keys", wanted.rawValue], or: ["keys", by.rawValue],
        "\(key.name) is bound to \(by.rawValue) and to \(wanted.rawValue)", "give \(by.rawValue) another key")
    case .reserved(let key, let wanted):
      self.fault(
        at: ["keys", wanted.rawValue], "\(key.name) cannot be bound anew", "choose another key for \(wanted.rawValue)")
    case .unbound(let id):
      self.fault(at: ["keys", id.rawValue], "\(id.rawValue) would have no key", "give it one")
    }
  }

  /// - Parameter other: where it is when the file has no such key.
  func fault(at path: Path, or other: Path = [], _ what: String, _ remedy: String) -> Settings.Fault {
    let place = root.place(of: path) ?? root.place(of: other) ?? TextPlace(line: 1, column: 1)
    return Settings.Fault(line: place.line, column: place.column, what: what, remedy: remedy)
  }

  private func name(_ path: Path) -> String { path.last ?? "" }
}
