import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Theory: a form takes what people say, so no key in it may cost a word or make a choice that nobody made. It opens in
// its words, where every key is a letter; a list takes the keys of its options only once it has the focus, and hands
// back as words what turns out to be a sentence (ChoiceList). It stays about what it was opened on (`fixed`), whatever
// comes to the table meanwhile. What is entered is a draft from the first key on (FormDraft), until its command is
// accepted or it is discarded.

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
  /// Arguments of which one must be given.
  var oneOf: OneOf?
  /// The index of the field that takes the keys.
  public internal(set) var focus = 0
  /// Why the last attempt did not go through.
  public var refusal: String?
  /// Sent and not answered yet.
  public var isSending = false
  /// Whether Enter has asked to send it, and a choice was missing: then the choice is the answer.
  var isAsking = false
  /// Whether that choice was made: it sends the form, unless what is typed on turns out to be words.
  private(set) var isAnswered = false
  /// The answers before this one that keys gave at once, one after the other; words that follow at once show that they
  /// were letters of a sentence.
  private var givenAtOnce: [GivenAnswer] = []
  /// Whether its words are not for everyone who sees this screen: then a sign stands for each letter.
  public var hidesWords = false
  /// Whether whoever types them has asked to see them.
  var showsHidden = false
  /// The draft that its words are; empty until the form is open.
  var draftID = ""
  /// The command in which it was sent last.
  var command: CommandID?
  /// The goal that was on the table when it was opened.
  var table: GoalID?
  /// The number of the last entry that was on the screen when it was opened, or when it was last refused.
  var seen: Int?

  /// A choice that a key made, and its field as it was before.
  private struct GivenAnswer: Hashable {
    var field: Int
    var before: FormField
    var key: Character
  }

  /// Several arguments that can each answer a question which must be answered.
  struct OneOf: Hashable {
    var names: [String]
    /// What to say where none of them is given.
    var question: String
  }

  public init(verb: VerbName, title: String, prompt: String? = nil, fixed: [String: String] = [:], fields: [FormField])
  {
    self.verb = verb
    self.title = title
    self.prompt = prompt
    self.fixed = fixed
    self.fields = fields
    let (words, needed) = (fields.firstIndex { $0.takesWords }, fields.firstIndex { $0.value == nil && $0.isRequired })
    // Words that nobody has to say come after what has to be chosen before them.
    let opensInWords = words.map { fields[$0].isRequired || $0 < needed ?? .max } ?? false
    focus = (opensInWords ? words : needed ?? words) ?? 0
  }

  /// Whether something is in it that would be missed.
  var holdsWords: Bool {
    fields.contains { field in
      if case .text = field.content { !(field.entered ?? "").trimmed.isEmpty } else { false }
    }
  }

  /// What was entered or is given for an argument.
  public func value(of name: String) -> String? {
    fields.first { $0.name == name }?.value ?? fixed[name]
  }

  /// The first field that must be filled and is not.
  var missing: Int? { fields.firstIndex { $0.isRequired && $0.value == nil } ?? missingOneOf }

  private var missingOneOf: Int? {
    guard let oneOf, oneOf.names.allSatisfy({ value(of: $0) == nil }) else { return nil }
    return fields.firstIndex { oneOf.names.contains($0.name) }
  }

  /// What to say where the goal that it is about is no longer on the table: it stays about that goal.
  func tableMovedOn(in state: State) -> String? {
    guard let table, fixed["GOAL"] == table.text || fixed["goal"] == table.text, state.goalOnTable?.id != table else {
      return nil
    }
    let now = state.goalOnTable.map { " to “\($0.goal.name)”" } ?? ""
    return "The table has moved on\(now); this stays about “\(state.shownName(table))”."
  }

  /// Puts the cursor where `name` is entered.
  mutating func focus(on name: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) { focus = index }
  }
}

extension Form {
  /// What a key asks of whoever holds the form.
  enum FormResult { case stays, sends, closes, discards }

  /// The key that gives the words up.
  static let discardKey = Key.control("x")
  /// The key that shows hidden words, and hides them again.
  static let showingKey = Key.control("r")

  /// Whether signs stand for its words now.
  var isMasked: Bool { hidesWords && !showsHidden }

  mutating func handle(_ key: Key) -> FormResult {
    isAnswered = false
    switch key {
    case .escape where endSearch(choosing: false): return .stays
    case .escape, .control("g"), .control("c"): return .closes
    case Form.discardKey: return .discards
    case Form.showingKey where hidesWords: showsHidden.toggle()
    case .tab: move(by: 1)
    case .backTab: move(by: -1)
    case .enter where endSearch(choosing: true): return .stays
    // A slip of the finger sends nothing: why it chose nothing is read first.
    case .enter where fields.indices.contains(focus) && fields[focus].hasSlipped:
      fields[focus].endTyping()
      return .stays
    case .enter:
      letAnswersStand()
      return submit()
    default: return edit(key)
    }
    isAsking = false
    letAnswersStand()
    return .stays
  }

  /// A choice of the field that has the keys was clicked.
  mutating func choose(_ choice: Int) -> FormResult {
    guard fields.indices.contains(focus) else { return .stays }
    return take(fields[focus].click(choice), of: nil)
  }

  private mutating func endSearch(choosing: Bool) -> Bool {
    fields.indices.contains(focus) && fields[focus].endSearch(choosing: choosing)
  }

  private mutating func edit(_ key: Key) -> FormResult {
    guard fields.indices.contains(focus) else { return .stays }
    let (place, before) = (focus, fields[focus])
    let result = take(fields[focus].handle(key), of: key)
    if focus != place, case .character(let character) = key, fields[place].value != before.value {
      givenAtOnce.append(GivenAnswer(field: place, before: before, key: character))
    } else if !isAnswered, !fields[focus].hasSlipped {
      letAnswersStand()
    }
    return result
  }

  /// Whether words that follow at once take back what the last keys chose.
  var mayBeWords: Bool { !givenAtOnce.isEmpty || fields.indices.contains(focus) && fields[focus].isTyping }

  /// The last key has stood for a moment: it was no beginning of a sentence.
  mutating func rest() {
    letAnswersStand()
    if fields.indices.contains(focus) { fields[focus].endTyping() }
  }

  /// What was answered is no beginning of a sentence.
  mutating func letAnswersStand() { givenAtOnce = [] }

  /// Takes the answers back that keys gave at once, and returns these keys as the letters that they were.
  private mutating func takeBackAnswers() -> String {
    for answer in givenAtOnce.reversed() { fields[answer.field] = answer.before }
    return String(givenAtOnce.map(\.key))
  }

  private mutating func take(_ result: FormField.FieldResult, of key: Key?) -> FormResult {
    switch result {
    case .changed: refusal = overflow
    case .picked: return goOn()
    case .refused(let why): refusal = why
    case .words(let text):
      isAsking = false
      keep(takeBackAnswers() + text)
    case .ignored:
      if key == .up { move(by: -1) }
      if key == .down { move(by: 1) }
    }
    return .stays
  }

  /// A choice was made. Where Enter has asked for it, it was the answer; where no words can come, the
  /// next key is the next choice.
  private mutating func goOn() -> FormResult {
    refusal = nil
    if isAsking {
      guard missing != nil else {
        isAnswered = true
        return .stays
      }
      return submit()
    }
    if !fields.contains(where: \.takesWords) {
      go(to: min(focus + 1, fields.count - 1))
    } else if let missing, missing == focus + 1, case .choice = fields[missing].content {
      go(to: missing)
    }
    return .stays
  }

  /// Words were typed where only a choice can be made: they go where words go, and the cursor with them.
  private mutating func keep(_ words: String) {
    let places = fields.indices.filter { fields[$0].takesWords }
    guard let place = places.last(where: { $0 < focus }) ?? places.first else {
      refusal = "this form takes no words, and “\(words.trimmed)” is none of the keys; / searches, ↑ ↓ choose"
      return
    }
    go(to: place)
    fields[place].append(words)
    refusal = overflow
  }

  /// Why not everything that was typed stands in the field that has the keys.
  private var overflow: String? {
    fields[focus].overflow.map { hidesWords ? "a text takes 4096 bytes, and this one is full" : $0 }
  }

  private mutating func submit() -> FormResult {
    // Whatever the answer is, a letter that was typed in a list has made its choice.
    if fields.indices.contains(focus) { fields[focus].endTyping() }
    guard let missing else { return .sends }
    if case .choice = fields[missing].content { isAsking = true } else { isAsking = false }
    refusal = fields[missing].isRequired ? "\(fields[missing].label) is missing" : oneOf?.question
    go(to: missing)
    return .stays
  }

  private mutating func move(by amount: Int) {
    guard !fields.isEmpty else { return }
    go(to: (focus + amount + fields.count) % fields.count)
  }

  /// Whether the field that has the keys is a list.
  var hasChoice: Bool {
    guard fields.indices.contains(focus), case .choice = fields[focus].content else { return false }
    return true
  }

  mutating func go(to field: Int) {
    guard fields.indices.contains(field), fields.indices.contains(focus) else { return }
    fields[focus].endTyping()
    _ = fields[focus].endSearch(choosing: false)
    focus = field
  }
}
