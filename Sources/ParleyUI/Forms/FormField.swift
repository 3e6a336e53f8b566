import ParleyCore
import ParleyScreens
import ParleyTerminal

/// One line of a form: an argument of the command that the form makes.
public struct FormField: Hashable, Sendable {
  /// The argument's name in the grammar: `WHO`, `because`.
  public let name: String
  public let label: String
  public var isRequired: Bool
  public let kind: ArgumentKind
  public var content: Content

  /// What a field holds, and how it is edited.
  public enum Content: Hashable, Sendable {
    case text(LineEditor)
    case choice(ChoiceList)
  }

  public init(name: String, label: String, isRequired: Bool, kind: ArgumentKind, content: Content) {
    self.name = name
    self.label = label
    self.isRequired = isRequired
    self.kind = kind
    self.content = content
  }

  /// The argument's value; nil when nothing was entered.
  public var value: String? {
    switch content {
    case .text(let editor):
      let text = editor.text.trimmed
      return text.isEmpty ? nil : text
    case .choice(let list): return list.isEmpty ? nil : list.values.joined(separator: ",")
    }
  }

  /// What to type here, shown while it is empty.
  public var hint: String {
    switch kind {
    case .date: "2027-07-05 or +7d"
    case .number: "a number"
    case .count, .minutes: "a whole number"
    default: ""
    }
  }

  /// What a key did in a field.
  enum FieldResult { case ignored, changed, picked }

  mutating func handle(_ key: Key) -> FieldResult {
    switch content {
    case .text(var editor):
      let taken = editor.handle(key)
      content = .text(editor)
      return taken ? .changed : .ignored
    case .choice(var list):
      let answer = list.handle(key)
      content = .choice(list)
      return answer == .picked ? .picked : answer == .changed ? .changed : .ignored
    }
  }

  mutating func set(_ value: String) {
    switch content {
    case .text(var editor):
      editor.replace(with: value)
      content = .text(editor)
    case .choice(var list):
      list.choose(value)
      content = .choice(list)
    }
  }
}

extension String {
  /// Without the spaces around it.
  var trimmed: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }
}
