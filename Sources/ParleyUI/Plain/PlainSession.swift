import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Theory: line mode is the same terminal as the full screen. A word that is a key does what the key does; where that
// opens a form, a menu or a ballot, this stands in the model's overlays as it would on the screen, and the one on top is
// put as a question, field by field (PlainQuestion). The next lines answer it. So words that were begun are drafts here
// as they are there, and what a command leads to by itself is asked here too. What only a screen has (a pane, the `:`
// line, a page of help) is dropped, and its words are said instead (PlainReport).

/// The session line by line, for screen readers and dumb terminals: every change is a sentence, every command a line.
///
/// It is the same terminal as the full screen (``TerminalModel`` holds the replica and what is not answered yet);
/// only what goes in and comes out are lines.
public struct PlainSession: Sendable {
  var model: TerminalModel
  /// Whether what is typed can be kept out of sight, as a ballot must be (M19).
  var hidesTyping = false
  /// Lines that wait until the one before is answered: each may depend on it.
  private var waiting: [String] = []
  private var hasEnded = false
  /// The question that was put last: it is put once, until something about it changes.
  var asked: PlainQuestion?
  /// Whom to ask, as it was said last.
  private var asking: [String] = []
  /// Whether a voter's turn was put since the page was turned last.
  var hasBallotInSight = false
  /// Whether it was said how a question is left.
  var hasExplained = false
  /// The last mark of the countdown that was passed, and the timebox it belongs to.
  var announced: (step: Step, planned: Int, mark: Int)?
  /// How much of what simulated people say was told.
  var told = 0

  /// What the process has to do for the session.
  public enum Effect: Hashable, Sendable {
    case say(String)
    /// Ready for a line; what stands before it.
    case prompt(String)
    /// What is typed from now on is shown, or is not.
    case showsTyping(Bool)
    /// Takes everything out of sight, for the next pair of eyes.
    case turnPage
    /// Keeps other processes out of this one's memory: a ballot is about to be in it (M19).
    case closeMemory
    case send(TerminalMessage)
    case leave(ExitReason)
  }

  /// - Parameter name: what commands call the session here, where that is not what the host calls it.
  public init(
    speaker: Speaker = .facilitator, commandPrefix: CommandID, hidesTyping: Bool = false, called name: String? = nil
  ) {
    model = TerminalModel(speaker: speaker, commandPrefix: commandPrefix)
    model.nameHere = name
    self.hidesTyping = hidesTyping
    model.isLineByLine = true
  }

  /// A line was entered.
  public mutating func handle(line: String, at now: Instant) -> [Effect] {
    waiting.append(line)
    return work(at: now)
  }

  /// No further line will come: leaves once everything is answered.
  public mutating func end(at now: Instant) -> [Effect] {
    hasEnded = true
    return work(at: now)
  }

  /// The terminal is in the foreground again.
  mutating func goOn(at now: Instant) -> [Effect] { work(at: now) }

  /// The host said something.
  public mutating func handle(message: HostMessage, at now: Instant) -> [Effect] {
    let wasThere = model.session != nil
    let isAwaited = !model.pending.isEmpty
    let before = model.state
    let secret = secretRefusal(message)
    let message = model.inOwnWords(message)
    model.notice = nil
    if case .refused = message { asked?.lines = [] }
    let effects = translated(model.handle(message: message, at: now))
    let said = secret ?? said(of: message, before, wasThere: wasThere, isAwaited: isAwaited, now)
    let warning = model.notice.flatMap { $0.severity == .warning ? [Effect.say($0.text)] : nil } ?? []
    model.notice = nil
    // What is said must not be taken out of sight with the ballot that it ended.
    let turned = effects.filter { $0 == .turnPage }
    return turned + said + warning + effects.filter { $0 != .turnPage } + work(at: now)
  }

  /// The line to the host broke.
  public mutating func loseHost(at now: Instant) -> [Effect] {
    translated(model.loseHost(at: now)) + [.say("host lost, restarting; what you gave is kept")]
      + (isReady ? [.prompt(prompt)] : [])
  }

  mutating func translated(_ effects: [ParleyUI.Effect]) -> [Effect] {
    effects.compactMap { effect in
      switch effect {
      case .send(let message): return .send(message)
      case .leave(let reason): return .leave(reason)
      case .wipe:
        defer { hasBallotInSight = false }
        return hasBallotInSight ? .turnPage : nil
      case .closeMemory: return .closeMemory
      case .ring, .title, .progress, .copy, .suspend, .repaint: return nil
      }
    }
  }

  /// Whether a line can be taken.
  private var isReady: Bool { model.session != nil && model.pending.isEmpty && waiting.isEmpty }

  private mutating func work(at now: Instant) -> [Effect] {
    // Where no answer will come, nobody has to wait for one to leave.
    if model.link != .live, let place = waiting.firstIndex(where: { ["quit", "q"].contains($0.trimmed) }),
      model.session != nil, !model.pending.isEmpty
    {
      waiting.removeFirst(place + 1)
      return sentences(unanswered) + leave()
    }
    var effects = question()
    while model.session != nil, model.pending.isEmpty, !waiting.isEmpty {
      effects += carryOut(waiting.removeFirst(), now) + question()
    }
    guard isReady else { return effects }
    return effects + (hasEnded ? leave() : [.prompt(prompt)])
  }

  private mutating func carryOut(_ line: String, _ now: Instant) -> [Effect] {
    let words = line.trimmed
    model.notice = nil
    let effects =
      switch model.overlays.last {
      case .form(let form): answer(form, with: words, now)
      case .menu(let menu): answer(menu, with: words, now)
      case .ballot(let turn): answer(turn, with: words, now)
      default: carryOut(command: words, now)
      }
    let said = model.notice.map { [Effect.say($0.text)] } ?? []
    model.notice = nil
    return said + effects
  }

  mutating func carryOut(command words: String, _ now: Instant) -> [Effect] {
    if words.isEmpty { return [] }
    let report = PlainReport(model: model, now: now)
    if let answer = report.answer(to: words) { return sentences(answer) }
    if let answer = answerAtDoor(words) { return answer }
    switch words {
    case "quit", "q": return leave()
    case "stop": return stop()
    default: break
    }
    if words.count == 1, let key = Key(name: words) { return press(key, now) }
    if let id = action(named: words) { return perform(id, now) }
    if hidesTyping, BallotSecrecy.covers(words) {
      return [.say("not given: a ballot that is typed like this stays in sight; v takes it unseen (M19)")]
    }
    if words.hasPrefix("/") { return [.say("“\(words.cleaned)” answers a question, and none is open")] }
    if let near = report.near(to: words) { return [.say(near)] }
    return translated(model.give(Statement(words, by: model.speaker), from: .prompt, at: now) + model.tellDrafts())
  }

  /// A single letter does what its key does on the full screen.
  private mutating func press(_ key: Key, _ now: Instant) -> [Effect] {
    guard let id = model.keymap.action(for: key, in: model) else {
      return [.say("“\(key.name)” alone means nothing here; help says what does")]
    }
    if let words = PlainReport(model: model, now: now).view(of: id) { return sentences(words) }
    return model.stage != nil && Action.of(id).group == .rehearsal ? performOnStage(id, now) : perform(id, now)
  }

  private mutating func perform(_ id: Action.ID, _ now: Instant) -> [Effect] {
    guard case .gives(let giving) = Action.of(id).act else {
      return [.say("“\(Action.of(id).title)” is for the full screen; help says what there is here")]
    }
    if !hidesTyping, model.session != nil, case .ballot = giving(model) {
      return [.say("a ballot is typed at a terminal, where it can be kept out of sight (M19)")]
    }
    return translated(model.perform(id, at: now) + model.tellDrafts())
  }
}

// Leaving.
extension PlainSession {
  /// What was typed and has no answer: the host may have it, or may not.
  private var unanswered: [String] {
    let words = model.pending.filter { !model.isBallot($0) }.map { "“\($0.line)”" }
    return words.isEmpty ? [] : ["Without an answer so far: \(words.joined(separator: ", "))"]
  }

  private func leave() -> [Effect] {
    [.send(.leave), .leave(model.state?.ended == nil ? .detached : .leftClosed)]
  }

  private func stop() -> [Effect] {
    switch model.link {
    case .notSaved: [.say("not saved yet: stop when the disk is back, or leave the session running with quit")]
    case .lost: [.say("the host is lost: stop when it is back, or leave with quit")]
    case .joining, .live: [.send(.stop), .leave(model.state?.ended == nil ? .stopped : .closed)]
    }
  }

  /// `let-in 1 cs-head` and `turn-away 1`, which are said to the host and not in the session.
  private func answerAtDoor(_ words: String) -> [Effect]? {
    let parts = words.split(separator: " ").map(String.init)
    guard let verb = parts.first, ["let-in", "turn-away"].contains(verb) else { return nil }
    guard parts.count > 1, let number = Int(parts[1]), model.knocks.contains(where: { $0.number == number }) else {
      return [.say("nobody waits with that number")]
    }
    if verb == "turn-away" { return [.send(.turnAway(knock: number))] }
    guard parts.count == 3 else { return [.say("let-in \(number) WHO: as whom, or screen, or note-taker?")] }
    return [.send(.admit(knock: number, seat: SeatName(parts[2])))]
  }
}

// What the host says, in sentences.
extension PlainSession {
  private mutating func said(
    of message: HostMessage, _ before: State?, wasThere: Bool, isAwaited: Bool, _ now: Instant
  ) -> [Effect] {
    switch message {
    case .snapshot: sentences(wasThere ? ["the host is back; nothing was lost"] : opening(at: now))
    case .entry(let entry) where wasThere, .entryAnew(let entry, _) where wasThere:
      tell(entry, before, isAwaited: isAwaited, now)
    case .refused(_, let notice): [.say(Text.sanitised(notice.description))]
    case .notSaved(_, let reason): [.say("not saved: \(reason). It is kept and tried again.")]
    case .saved: [.say("saved again")]
    case .unattended:
      [
        .say(
          "Waiting to be let in: no facilitator is at a terminal of this session. As soon as one is, they are asked. "
            + "Whoever holds the session can give you a seat meanwhile: parley invite; then join again.")
      ]
    case .waiting: [.say("Waiting to be let in: the facilitator has been asked.")]
    case .drafts(let drafts): sentences(left(drafts))
    case .door(let sentence): sentences([sentence])
    case .present, .parted: sentences([model.notice?.text].compactMap { $0 })
    case .knock(let knock):
      sentences([
        "\(knock.account) waits to be let in\(knock.wish.map { " as \($0)" } ?? ""). "
          + "Type: let-in \(knock.number) WHO, or turn-away \(knock.number)"
      ])
    default: []
    }
  }

  private func left(_ drafts: [Draft]) -> [String] {
    let words = drafts.filter { !$0.isOver }.map { $0.isPrivate ? "words of your own" : $0.quoted }
    return words.isEmpty ? [] : ["Left unsent here: \(words.joined(separator: ", ")). The same letter brings it back."]
  }

  /// The refusal of a ballot, which may not name what was in it (M19).
  private func secretRefusal(_ message: HostMessage) -> [Effect]? {
    guard case .refused(let id, let notice) = message,
      let refused = model.pending.first(where: { $0.id == id }), model.isBallot(refused)
    else { return nil }
    return [.say(BallotSecrecy.refusal(notice.code))]
  }

  func sentences(_ lines: [String]) -> [Effect] { lines.map { .say(Text.sanitised($0)) } }

  private func opening(at now: Instant) -> [String] {
    let report = PlainReport(model: model, now: now)
    return [model.state?.plan.title ?? ""] + whichOfSeveral + report.place
      + ["Type a command; help says what counts now, where says where we are, quit leaves the session running."]
  }

  /// Which of those who lead or take notes this is, where somebody else came first.
  private var whichOfSeveral: [String] {
    guard let state = model.state, let welcome = model.welcome, welcome.number > 1 else { return [] }
    return ["You are \(state.title(of: TerminalName(SeatName(welcome.role, welcome.who), number: welcome.number)))."]
  }

  /// - Parameter isAwaited: whether a command of this terminal's own was not answered yet.
  private mutating func tell(_ entry: Entry, _ before: State?, isAwaited: Bool, _ now: Instant) -> [Effect] {
    guard let state = model.state else { return [] }
    // Of somebody else's command that may not be told, or that changed nothing, there is nothing to say.
    let sentence =
      entry.sentence(in: state, session: model.session, to: model.speaker)
      ?? (isAwaited ? "done; nothing changes" : nil)
    let lines = sentence.map { [$0 + model.wordsBroughtBack(by: entry)] } ?? []
    let report = PlainReport(model: model, now: now)
    if before?.ended == nil, state.ended != nil { return sentences(lines + report.closing) }
    let isElsewhere = before?.step != state.step
    // Whom to ask is said when it changes, and not with everything else that happens.
    let isNew = isElsewhere || report.asking != asking
    asking = report.asking
    let isVoting = model.overlays.contains(where: \.isBallot)
    return sentences(lines + (isElsewhere ? report.subject : []) + (isNew && !isVoting ? report.asking : []))
  }
}
