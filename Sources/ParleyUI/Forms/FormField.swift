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
  /// What stood in it when the form was opened.
  private(set) var opened: String
  /// Whether what stands in it was put there by the form, and no key has gone to it yet.
  private(set) var isProposal = false

  /// What a field holds, and how it is edited.
  public enum Content: Hashable, Sendable {
    case text(LineEditor)
    case choice(ChoiceList)

    /// What stands in it, as it is.
    var entered: String {
      switch self {
      case .text(let editor): editor.text
      case .choice(let list): list.values.joined(separator: ",")
      }
    }
  }

  public init(name: String, label: String, isRequired: Bool, kind: ArgumentKind, content: Content) {
    self.name = name
    self.label = label
    self.isRequired = isRequired
    self.kind = kind
    self.content = content
    opened = content.entered
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

  /// Whether it takes what people say, rather than a number, a date or a choice.
  var takesWords: Bool {
    switch kind {
    case .text, .name, .options: if case .text = content { true } else { false }
    default: false
    }
  }

  /// What was entered since the form was opened; nil where nothing has changed.
  var entered: String? { content.entered == opened ? nil : content.entered }

  /// What a key did in a field.
  enum FieldResult {
    case ignored, changed
    /// A choice was made by its key.
    case picked
    /// The key chooses nothing: why.
    case refused(String)
    /// What was typed is no choice but words.
    case words(String)

    init(_ answer: ChoiceList.ChoiceResult, in list: ChoiceList) {
      self =
        switch answer {
        case .ignored: .ignored
        case .changed: .changed
        case .picked: .picked
        case .slipped(let character): .refused(list.words(ofSlip: character))
        case .full: .refused(list.wordsOfFull)
        case .words(let text): .words(text)
        }
    }
  }

  mutating func handle(_ key: Key) -> FieldResult {
    switch content {
    case .text(var editor):
      // What stands in a date or a number from the beginning is a proposal: whoever types has another.
      if case .character = key, isProposal { editor.replace(with: "") }
      isProposal = false
      let taken = editor.handle(key)
      content = .text(editor)
      return taken ? .changed : .ignored
    case .choice(var list):
      let answer = list.handle(key)
      content = .choice(list)
      return FieldResult(answer, in: list)
    }
  }

  /// A choice of its list was clicked.
  mutating func click(_ choice: Int) -> FieldResult {
    guard case .choice(var list) = content else { return .ignored }
    let answer = list.click(choice)
    content = .choice(list)
    return FieldResult(answer, in: list)
  }

  /// Types words at the end of those that are there.
  mutating func append(_ words: String) {
    guard case .text(var editor) = content else { return }
    _ = editor.handle(.end)
    let isJoined = editor.isEmpty || editor.text.hasSuffix(" ") || words.hasPrefix(" ")
    editor.insert(isJoined ? words : " " + words)
    content = .text(editor)
  }

  /// Why not everything that was typed stands there; nil where it does.
  var overflow: String? {
    guard case .text(let editor) = content, let lost = editor.overflow else { return nil }
    return "a text takes \(editor.limit) bytes, and this one is full: \(lost) is not in it"
  }

  /// Whether a search goes on in its list.
  var isSearched: Bool { if case .choice(let list) = content { list.search != nil } else { false } }

  /// Ends a search, with what it found chosen or without; false where none goes on.
  mutating func endSearch(choosing: Bool) -> Bool {
    guard case .choice(var list) = content else { return false }
    let ended = choosing ? list.endSearch() : list.leaveSearch()
    content = .choice(list)
    return ended
  }

  /// Whether what was typed last may turn out to be the beginning of words, and whether it was a slip.
  var isTyping: Bool { if case .choice(let list) = content { list.isTyping } else { false } }
  var hasSlipped: Bool { if case .choice(let list) = content { list.hasSlipped } else { false } }

  /// The field has lost or got the keys, or the last of them has stood for a moment.
  mutating func endTyping() {
    guard case .choice(var list) = content else { return }
    list.endTyping()
    content = .choice(list)
  }

  /// Puts back what was entered before, as a draft has it.
  mutating func restore(_ text: String) {
    isProposal = false
    switch content {
    case .text(var editor):
      editor.replace(with: text)
      content = .text(editor)
    case .choice(var list):
      list.choose(list.takesSeveral ? text.split(separator: ",").map(String.init) : text.isEmpty ? [] : [text])
      content = .choice(list)
    }
  }

  /// Where the cursor stands, in characters.
  var cursor: Int {
    get { if case .text(let editor) = content { editor.cursor } else { 0 } }
    set {
      guard case .text(var editor) = content else { return }
      editor.moveCursor(to: newValue)
      content = .text(editor)
    }
  }

  /// The same field as if it had been opened with what stands there now.
  var asOpened: FormField {
    var field = self
    field.opened = content.entered
    if case .text = content { field.isProposal = !takesWords && !content.entered.isEmpty }
    return field
  }

  /// So many of its list are to be chosen.
  mutating func takes(_ count: Int) {
    guard case .choice(var list) = content else { return }
    list.wanted = count
    content = .choice(list)
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
