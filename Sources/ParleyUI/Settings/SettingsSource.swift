import ParleyCore
import ParleyScreens
import ParleyTerminal
import TOMLKit

/// The text of a settings file, to say where a fault is. TOMLKit knows the place of syntax errors only, so the line
/// of a key is looked up by its name.
struct SettingsSource {
  let text: String

  func text(_ value: TOMLValueConvertible?, _ key: String) throws(Settings.Fault) -> String {
    guard let text = value?.string else { throw fault(key, "\(key) is not a text", "put it in quotes") }
    return text
  }

  func table(_ value: TOMLValueConvertible?, _ key: String) throws(Settings.Fault) -> TOMLTable {
    guard let table = value?.table else { throw fault(key, "\(key) is not a table", "begin it with [\(key)]") }
    return table
  }

  /// One key or a list of keys, by their names.
  func keys(_ value: TOMLValueConvertible?, _ name: String) throws(Settings.Fault) -> [Key] {
    let words = value?.array.map { array in array.map(\.string) } ?? [value?.string]
    var keys: [Key] = []
    for word in words {
      guard let word, let key = Key(name: word) else {
        throw fault(
          name, "\(word.map { "“\($0.cleaned)”" } ?? "the value of \(name)") names no key",
          "write one character, or space, enter, page-up, f5, C-x, M-x")
      }
      keys.append(key)
    }
    return keys
  }

  func fault(_ key: String, unknown name: String, among names: [String]) -> Settings.Fault {
    let near = nearName(to: name, among: names).map { "did you mean \($0)?" }
    return fault(key, "there is no “\(name.cleaned)”", near ?? "it may be: \(names.joined(separator: ", "))")
  }

  func fault(_ fault: Keymap.Fault) -> Settings.Fault {
    switch fault {
    case .taken(let key, let by, let wanted):
      self.fault(
        wanted.rawValue, "\(key.name) is bound to \(by.rawValue) and to \(wanted.rawValue)",
        "give \(by.rawValue) another key")
    case .reserved(let key, let wanted):
      self.fault(wanted.rawValue, "\(key.name) cannot be bound anew", "choose another key for \(wanted.rawValue)")
    case .unbound(let id): self.fault(id.rawValue, "\(id.rawValue) would have no key", "give it one")
    }
  }

  func fault(_ key: String, _ what: String, _ remedy: String) -> Settings.Fault {
    let (line, column) = place(of: key)
    return Settings.Fault(line: line, column: column, what: what, remedy: remedy)
  }

  /// The first line that sets the key, or begins the table of that name.
  private func place(of key: String) -> (line: Int, column: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" || $0 == "'" }
      let rest = start.dropFirst(key.count).drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "'" }
      if start.hasPrefix(key), let next = rest.first, next == "=" || next == "]" || next == "." {
        return (index + 1, line.unicodeScalars.count - start.unicodeScalars.count + 1)
      }
    }
    return (1, 1)
  }
}
