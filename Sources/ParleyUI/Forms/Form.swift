import ParleyCore
import ParleyScreens
import ParleyTerminal

/// A small form that asks for the words of one command, and makes its line.
///
/// Which argument stands where is the grammar's; a form only knows which of them it asks for, and which are given
/// by where it was opened (`fixed`).
public struct Form: Hashable, Sendable {
  public let verb: VerbName
  public let title: String
  /// What to say or to ask meanwhile: a phrase of the cards.
  public var prompt: String?
  /// Arguments that are not asked for, by name.
  public var fixed: [String: String]
  public var fields: [FormField]
  /// The index of the field that takes the keys.
  public private(set) var focus = 0
  /// Why the last attempt did not go through.
  public var refusal: String?
  /// Sent and not answered yet.
  public var isSending = false

  public init(verb: VerbName, title: String, prompt: String? = nil, fixed: [String: String] = [:], fields: [FormField])
  {
    self.verb = verb
    self.title = title
    self.prompt = prompt
    self.fixed = fixed
    self.fields = fields
    focus = fields.firstIndex { $0.value == nil && $0.isRequired } ?? 0
  }

  /// What tells this form's draft from others': the command and what it is about.
  var draftKey: String {
    ([verb.rawValue] + fixed.keys.sorted().map { "\($0)=\(fixed[$0] ?? "")" }).joined(separator: " ")
  }

  /// Whether something is in it that would be missed.
  var holdsWords: Bool {
    fields.contains { field in
      if case .text(let editor) = field.content { !editor.text.trimmed.isEmpty } else { false }
    }
  }

  /// What was entered or is given for an argument.
  public func value(of name: String) -> String? {
    fields.first { $0.name == name }?.value ?? fixed[name]
  }

  /// The first field that must be filled and is not.
  var missing: Int? { fields.firstIndex { $0.isRequired && $0.value == nil } }

  /// Puts the cursor where `name` is entered.
  mutating func focus(on name: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) { focus = index }
  }
}

extension Form {
  /// What a key asks of whoever holds the form.
  enum FormResult { case stays, sends, closes }

  mutating func handle(_ key: Key) -> FormResult {
    switch key {
    case .escape, .control("g"), .control("c"): return .closes
    case .tab: move(by: 1)
    case .backTab: move(by: -1)
    case .enter: return submit()
    default: edit(key)
    }
    return .stays
  }

  private mutating func edit(_ key: Key) {
    guard fields.indices.contains(focus) else { return }
    switch fields[focus].handle(key) {
    case .picked:
      refusal = nil
      focus = min(focus + 1, fields.count - 1)
    case .changed: refusal = nil
    case .ignored:
      if key == .up { move(by: -1) }
      if key == .down { move(by: 1) }
    }
  }

  private mutating func submit() -> FormResult {
    guard let missing else { return .sends }
    refusal = "\(fields[missing].label) is missing"
    focus = missing
    return .stays
  }

  private mutating func move(by amount: Int) {
    guard !fields.isEmpty else { return }
    focus = (focus + amount + fields.count) % fields.count
  }
}
