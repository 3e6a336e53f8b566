import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What the overlay on top asks, in lines, and what stands before the answer.
struct PlainQuestion: Hashable {
  /// What it is about; another question of the same form or ballot is about the same.
  var matter: String
  /// What is said when it comes up.
  var heading: [String]
  /// What is asked now.
  var lines: [String]
  var prompt: String

  /// Nil where nothing is asked.
  init?(_ model: TerminalModel) {
    switch model.overlays.last {
    case .form(let form): self.init(form, in: model.state)
    case .menu(let menu): self.init(menu)
    case .ballot(let turn): self.init(turn, model)
    default: return nil
    }
  }

  private init(_ form: Form, in state: State?) {
    let given = form.fields.compactMap { field in
      field.shownValue(isMasked: form.isMasked).map { "\(field.label), \($0)" }
    }
    let elsewhere = state.flatMap(form.tableMovedOn)
    matter = form.draftID + (elsewhere ?? "")
    heading =
      [form.title, form.prompt, elsewhere].compactMap { $0 }
      + (given.isEmpty ? [] : ["Set already: \(given.joined(separator: "; "))."])
    let field = form.fields.indices.contains(form.focus) ? form.fields[form.focus] : nil
    lines = field.map { [PlainQuestion.words(of: $0, in: form)] } ?? []
    prompt = "\(field?.label ?? form.title)\(form.isMasked ? ", not shown" : "")> "
  }

  private static func words(of field: FormField, in form: Form) -> String {
    var parts = [field.label + (field.hint.isEmpty ? "" : ", \(field.hint)")]
    if case .text = field.content { parts[0] += "?" }
    if case .choice(let list) = field.content {
      let options = list.options.map { option in
        option.key.map { "\($0), \(option.label)" } ?? option.label
      }
      parts[0] += list.takesSeveral ? ", one or several with commas" : ""
      parts[0] += ": " + (options.isEmpty ? "there is nothing to choose" : options.joined(separator: "; "))
    }
    if let value = field.shownValue(isMasked: form.isMasked) { parts.append("Now: \(value)") }
    if form.missing == nil {
      parts.append("Enter alone gives it as it is")
    } else if field.value != nil {
      parts.append("Enter alone keeps this")
    } else if !field.isRequired {
      parts.append("Enter alone leaves it out")
    }
    return (parts.joined(separator: ". ") + ".").replacing("?.", with: "?")
  }

  private init(_ menu: Menu) {
    (matter, heading) = (menu.title, [])
    lines =
      ["\(menu.title)\(menu.title.hasSuffix("?") ? "" : ".") \(menu.prompt)".trimmed]
      + menu.options.map { "\($0.key == .escape ? "Enter alone" : $0.key.shown): \($0.label)" }
    prompt = "which> "
  }

  private init?(_ turn: BallotTurn, _ model: TerminalModel) {
    guard let state = model.state, let vote = state.openVote else { return nil }
    let name = state.name(turn.who)
    matter = "\(turn.who) \(turn.stage == .handOver)"
    heading = turn.stage == .handOver ? [] : PlainQuestion.promises(to: name, state, model)
    switch turn.stage {
    case .handOver:
      let others = model.stillToVote.filter { $0 != turn.who }.map(state.name)
      lines = [
        "Silent vote: \(vote.turnout.count) of \(state.electorate.count) have voted. The keyboard is \(name)'s; everyone "
          + "else turns away.",
        "Enter alone opens the ballot." + (others.isEmpty ? "" : " A name lets someone else go first: ")
          + others.joined(separator: ", ") + (others.isEmpty ? "" : ".") + " /leave goes back to the session.",
      ]
      prompt = "\(name)> "
    case .filling:
      lines = PlainQuestion.ballot(vote, state)
      prompt = "ballot, not shown> "
    case .confirming:
      // How many dots are placed would be in sight afterwards.
      lines = ["The ballot is ready. Enter alone casts it for good; any other line begins it anew."]
      prompt = "cast it?> "
    }
  }

  private static func promises(to name: String, _ state: State, _ model: TerminalModel) -> [String] {
    let outlivesHost = model.welcome?.keepsBallots ?? false
    return ["Ballot of \(name). Nothing that you type now is shown, and nothing of it is said."]
      + BallotSecrecy.promises(voters: state.electorate.count, outlivesHost: outlivesHost).map { "\($0): \($1)" }
  }

  private static func ballot(_ vote: Vote, _ state: State) -> [String] {
    state.ballotGoals.enumerated().map { "\($0 + 1): \($1.goal.name)" } + [
      "There are \(counted(vote.dots, "dot")), at most \(vote.max) on one goal. Type the number of a goal for each dot, "
        + "such as 1 2 2, then Enter. /leave puts the ballot away."
    ]
  }
}

extension PlainSession {
  /// What stands before what is typed: what it answers.
  var prompt: String { PlainQuestion(model)?.prompt ?? "> " }

  /// Puts the question that is open, once; what only a screen can show is dropped.
  mutating func question() -> [Effect] {
    model.overlays.removeAll { overlay in
      switch overlay {
      case .form, .menu, .ballot: false
      case .prompt, .spread, .help, .voteResult, .search, .report: true
      }
    }
    guard model.pending.isEmpty else { return [] }
    let next = PlainQuestion(model)
    defer { asked = next }
    guard let next, next != asked else { return next == nil && asked != nil ? [.showsTyping(true)] : [] }
    var lines = next.matter == asked?.matter ? [] : next.heading
    if !hasExplained, case .form = model.overlays.last {
      hasExplained = true
      lines.append("/leave goes back and keeps your words; /back, /next, /send and /discard do what they say.")
    }
    if case .form(let form) = model.overlays.last, form.isMasked, next.matter != asked?.matter {
      lines.append("Nothing that you type here is shown; /show shows it.")
    }
    if isUnseen, case .ballot = model.overlays.last { hasBallotInSight = true }
    return [.showsTyping(!isUnseen)] + sentences(lines + next.lines)
  }

  private var isUnseen: Bool {
    switch model.overlays.last {
    case .ballot(let turn): turn.stage != .handOver
    case .form(let form): form.isMasked
    default: false
    }
  }
}

// The answers.
extension PlainSession {
  mutating func answer(_ form: Form, with line: String, _ now: Instant) -> [Effect] {
    var form = form
    switch line {
    case "/leave": return press(.escape, now, orSay: "left; nothing was given")
    case "/discard": return press(Form.discardKey, now, orSay: "discarded; nothing was given")
    case "/send": return press(.enter, now)
    case "/back": form.goBack()
    case "/next": form.goOn()
    case "/show" where form.hidesWords: form.showsHidden.toggle()
    case "" where form.missing == nil: return press(.enter, now)
    case "": if let refusal = form.leaveOut() { model.say(refusal, .refusal) }
    case _ where line.hasPrefix("/"):
      if let answer = PlainReport(model: model, now: now).answer(to: String(line.dropFirst())) {
        asked?.lines = []
        return sentences(answer)
      }
      model.say("“\(line)” is none of /leave, /back, /next, /send, /discard; /where and /help answer as ever", .refusal)
    case _ where form.isLeft(for: line, by: model.speaker):
      // Who goes on with something else has left the question; the words are kept.
      return press(.escape, now) + carryOut(command: line, now)
    default:
      if let refusal = form.answer(line) {
        model.say(refusal, .refusal)
      } else if !form.goOn() {
        model.replaceTop(.form(form))
        return press(.enter, now)
      }
    }
    // An answer that could not be taken leaves the same question, which is put once more.
    if model.notice != nil { asked?.lines = [] }
    model.replaceTop(.form(form))
    return translated(model.tellDrafts())
  }

  private mutating func press(_ key: Key, _ now: Instant, orSay words: String? = nil) -> [Effect] {
    let effects = translated(model.handle(key: key, at: now))
    if model.notice == nil, let words { model.say(words) }
    if case .form(let form) = model.overlays.last, let refusal = form.refusal, !form.isSending {
      model.say(refusal, .refusal)
      asked?.lines = []
    }
    return effects
  }

  mutating func answer(_ menu: Menu, with line: String, _ now: Instant) -> [Effect] {
    if let key = menu.key(answering: line) { return press(key, now) }
    // Who goes on with something else has left the question.
    guard !PlainReport.isCommand(line) else {
      model.overlays.removeLast()
      let held = menu.options.contains { if case .goesOn = $0.choice { true } else { false } }
      return (held ? [.say("not given: “\(menu.title)” was not answered")] : []) + carryOut(command: line, now)
    }
    asked?.lines = []
    return sentences(["“\(line)” is none of the answers; Enter alone goes back"])
  }

  mutating func answer(_ turn: BallotTurn, with line: String, _ now: Instant) -> [Effect] {
    guard let state = model.state, let vote = state.openVote else { return press(.escape, now) }
    switch turn.stage {
    case .handOver:
      if line == "/leave" { return press(.escape, now) }
      if line.isEmpty { return press(.enter, now) }
      let waiting = model.stillToVote
      if PlainReport.isCommand(line) { return press(.escape, now) + carryOut(command: line, now) }
      let named = waiting.filter { state.name($0).isNamed(by: line) || $0.text == line }
      let meant = waiting.filter { $0.text == line || state.name($0).lowercased() == line.lowercased() }
      guard let next = meant.count == 1 ? meant.first : named.count == 1 ? named.first : nil else {
        asked?.lines = []
        return sentences([
          named.isEmpty
            ? "nobody of that name has still to vote; /leave goes back"
            : "\(named.map(state.name).joined(separator: " and ")) both begin so: type more of the name"
        ])
      }
      var other = turn
      other.handOver(to: next)
      model.replaceTop(.ballot(other))
      return []
    case .filling:
      if line == "/leave" { return press(.escape, now) }
      var filled = turn
      guard filled.fill(with: line, vote: vote, goals: state.ballotGoals.map(\.id)) else {
        asked?.lines = []
        return [.say("That is no ballot, and nothing of it is kept. Begin anew.")]
      }
      model.replaceTop(.ballot(filled))
      return []
    case .confirming:
      if line.isEmpty { return press(.enter, now) }
      let effects = press(.character(" "), now)
      return line == "/leave" ? effects + press(.escape, now) : effects
    }
  }
}

extension String {
  /// Whether it is what was typed, or begins with it, whatever the case.
  func isNamed(by typed: String) -> Bool { !typed.isEmpty && lowercased().hasPrefix(typed.lowercased()) }
}

extension Menu {
  /// The key of the option that a line means: the key itself, nothing for the way out, or the beginning of one label.
  func key(answering line: String) -> Key? {
    if line.isEmpty { return options.contains { $0.key == .escape } ? .escape : nil }
    if let key = Key(name: line), options.contains(where: { $0.key == key }) { return key }
    let named = options.filter { $0.label.isNamed(by: line) }
    return named.count == 1 && line.count > 1 ? named[0].key : nil
  }
}

extension FormField {
  /// What stands in it, as it is read out.
  fileprivate func shownValue(isMasked: Bool) -> String? {
    if isMasked { return value.map { _ in "words that are not shown" } }
    return switch content {
    case .text: value.map { "“\($0)”" }
    case .choice(let list):
      list.isEmpty ? nil : list.chosen.map { list.options[$0].label }.joined(separator: ", ")
    }
  }
}
