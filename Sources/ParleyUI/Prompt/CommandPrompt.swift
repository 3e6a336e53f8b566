import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// The `:` line: a command being typed, with completion and history.
public struct CommandPrompt: Hashable, Sendable {
  public var editor: LineEditor
  /// Why the last attempt was refused; what was typed stays.
  public var refusal: String?
  /// Whether whoever types private words has asked to see them.
  var showsHidden = false
  /// Sent and not answered yet.
  public var isSending = false
  /// The draft that its words are.
  var draftID = ""
  /// The command in which it was sent last.
  var command: CommandID?
  /// Lines given or left before, oldest first.
  let history: [String]
  /// Where in the history the arrows are; its end is what is being typed.
  private var place: Int
  /// What was being typed when the arrows left it.
  private var unfinished = ""
  /// The candidates that Tab goes round in, and which of them stands in the line.
  public private(set) var candidates: [Candidate] = []
  public private(set) var chosen: Int?
  private var inserted = 0

  public init(_ text: String = "", history: [String] = []) {
    editor = LineEditor(text, limit: 8192)
    self.history = history
    place = history.count
  }

  public var line: String { editor.text.trimmed }

  /// What the verb that stands in the line still expects, and what it does.
  public var usage: String? {
    guard let grammar = CommandLine.grammar(inUnfinished: editor.text) else { return nil }
    let typed = editor.text.split(separator: " ").dropFirst(grammar.verb.wordCount)
    let places = typed.count { !$0.contains("=") } - (editor.text.hasSuffix(" ") ? 0 : 1)
    let keys = typed.filter { $0.contains("=") }.map { String($0.prefix { $0 != "=" }) }
    let missing = grammar.usage(after: places, keys: keys)
    return missing.isEmpty ? "   \(grammar.does)" : "   \(missing)   \(grammar.does)"
  }
}

extension CommandPrompt {
  enum PromptResult { case stays, sends, closes }

  mutating func handle(_ key: Key, state: State?, for speaker: Speaker = .facilitator) -> PromptResult {
    switch key {
    case .escape, .control("g"), .control("c"): return .closes
    case .backspace where editor.isEmpty: return .closes
    case .enter: return line.isEmpty ? .closes : .sends
    case Form.showingKey where PrivateLine.covers(editor.text): showsHidden.toggle()
    case .tab: complete(by: 1, state, speaker)
    case .backTab: complete(by: -1, state, speaker)
    case .up, .control("p"): recall(place - 1)
    case .down, .control("n"): recall(place + 1)
    default: edit(key, state, speaker)
    }
    return .stays
  }

  private mutating func edit(_ key: Key, _ state: State?, _ speaker: Speaker) {
    guard editor.handle(key) else { return }
    refusal = nil
    chosen = nil
    place = history.count
    suggest(state, for: speaker)
  }

  /// Finds what may follow at the end of the line; in its middle nothing is offered, nor what is another role's.
  mutating func suggest(_ state: State?, for speaker: Speaker = .facilitator) {
    let atEnd = editor.textAfterCursor.isEmpty
    let completion = Completion(of: editor.text, in: state, for: speaker)
    candidates = atEnd ? completion.candidates : []
    inserted = completion.replaced
  }

  private mutating func complete(by amount: Int, _ state: State?, _ speaker: Speaker) {
    if chosen == nil { suggest(state, for: speaker) }
    guard !candidates.isEmpty else { return }
    let next =
      chosen.map { ($0 + amount + candidates.count) % candidates.count }
      ?? (amount > 0 ? 0 : candidates.count - 1)
    let word = candidates[next].word + (candidates[next].isWhole ? " " : "")
    editor.replace(last: inserted, with: word)
    inserted = word.count
    refusal = nil
    // A single way on is taken for good, and what follows it is offered at once.
    chosen = candidates.count == 1 ? nil : next
    if chosen == nil { suggest(state, for: speaker) }
  }

  /// Puts a candidate into the line, as a click does.
  mutating func choose(_ candidate: Int, state: State?, for speaker: Speaker) {
    guard candidates.indices.contains(candidate) else { return }
    let word = candidates[candidate].word + (candidates[candidate].isWhole ? " " : "")
    editor.replace(last: inserted, with: word)
    inserted = word.count
    (refusal, chosen) = (nil, nil)
    suggest(state, for: speaker)
  }

  private mutating func recall(_ wanted: Int) {
    guard wanted >= 0, wanted <= history.count, wanted != place else { return }
    if place == history.count { unfinished = editor.text }
    place = wanted
    editor.replace(with: wanted == history.count ? unfinished : history[wanted])
    candidates = []
    chosen = nil
    refusal = nil
  }
}
