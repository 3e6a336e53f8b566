import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What can be typed, in lines: what counts at this step for this role first, all of it when asked.
struct PlainHelp {
  let model: TerminalModel
  let now: Instant

  /// The words that ask how the session stands, and that end it.
  static let questions = [
    "where": "the step, its time, whom to ask", "goals": "every goal that was presented, with its dots",
    "people": "who is here", "parking": "the parking lot", "decisions": "decisions, trade-offs and follow-ups",
    "agenda": "the steps and their times", "boundary": "what is decided, open and out of scope today",
    "record": "the record so far", "read-back": "what is read back before the end",
  ]
  static let endings = [
    "quit": "leaves; the session goes on", "stop": "stops the session, saved, to be resumed later",
  ]

  /// What counts here and now.
  var here: [String] {
    guard let state = model.state else { return ["joining the session"] }
    let model = model.withSelectionFound
    let actions = model.countingActions(at: now)
    let heading = "You are \(role(state)), at: \(state.titles(of: state.step).title)."
    let marked = model.seatOf == nil ? actions.contains { $0.group == .dots } ? model.person : nil : nil
    let whose = marked.map { ["The next dot is \(state.name($0))'s; for someone else: dot WHO green."] } ?? []
    let none = actions.isEmpty ? ["There is nothing to give here now."] : []
    return [heading] + whose + actions.map(line) + none + [
      "\(PlainHelp.questions.keys.sorted().joined(separator: ", ")): what stands now.",
      "help all: every command. help WORD: one of them. quit: leaves\(mayStop ? "; stop: ends, saved" : "").",
    ]
  }

  private func role(_ state: State) -> String {
    switch model.speaker {
    case .facilitator: "the facilitator"
    case .noteTaker: "the note-taker"
    case .screen: "a screen, which only shows"
    case .stakeholder(let who): state.name(who)
    }
  }

  private var mayStop: Bool { model.speaker == .facilitator }

  private func line(_ action: Action) -> String {
    let key = model.keymap.keys(of: action.id).compactMap { key -> String? in
      if case .character(let letter) = key, letter != " " { String(letter) } else { nil }
    }.first
    let does = action.help.replacing("the person marked", with: marked).replacing("the goal marked", with: "a goal")
    return "\([key, action.id.rawValue].compactMap { $0 }.joined(separator: ", or ")): \(does)."
  }

  /// Whom a key is about: there is no mark to be seen here.
  private var marked: String {
    model.seatOf == nil ? model.person.flatMap { model.state?.name($0) } ?? "the next person" : "you"
  }

  /// Every command of this role.
  var all: [String] {
    CommandGrammar.all.filter { model.speaker.mayGive($0.verb) }.map { "\($0.verb.rawValue): \($0.does)" }
      + PlainHelp.questions.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      + PlainHelp.endings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      + [
        "A single letter does what its key does on the full screen, and asks for what it needs; help says which count."
      ]
  }

  /// One word: a command, a letter, a question.
  func lines(about word: String) -> [String] {
    if word.isEmpty { return here }
    if word == "all" { return all }
    if let grammar = VerbName(rawValue: word)?.grammar {
      return ["\(grammar.usage): \(grammar.does).", "Example: \(grammar.example)"]
    }
    if let does = PlainHelp.questions[word] ?? PlainHelp.endings[word] { return ["\(word): \(does)."] }
    let key = word.count == 1 ? Key(name: word).flatMap { model.keymap.action(for: $0, in: model) } : nil
    if let id = key ?? Action.ID(rawValue: word) {
      let action = Action.of(id)
      return [line(action)] + (action.unavailable(in: model, at: now).map { ["Not now: \($0)."] } ?? [])
    }
    let near = PlainHelp.near(to: word).map { "; did you mean \($0)?" } ?? ""
    return ["there is no command “\(word.cleaned)”\(near) help all lists them"]
  }

  /// The word that was meant.
  static func near(to word: String) -> String? {
    let verbs = VerbName.allCases.map(\.rawValue) + Action.ID.spoken.map(\.rawValue)
    return nearName(to: word, among: verbs + questions.keys.sorted() + endings.keys.sorted() + ["help"])
  }
}

extension Action.ID {
  /// What has a word of its own in line mode, though it is no verb.
  static let spoken: [Action.ID] = [
    .green, .yellow, .red, .abstain, .acknowledge, .caveat, .vote, .reveal, .redirect, .missed, .privateNote,
  ]
}

extension PlainSession {
  /// What one word means that would need more to be a command: the form that asks for the rest.
  func action(named word: String) -> Action.ID? {
    if let spoken = Action.ID.spoken.first(where: { $0.rawValue == word }) { return spoken }
    guard let verb = VerbName(rawValue: word), verb != .dot, verb != .ballot,
      Statement(word, by: model.speaker).command == nil
    else { return nil }
    return Action.all.first { $0.isFor(model.speaker) && $0.id.verb == verb }?.id
  }
}
