import ParleyCore
import ParleyScreens
import ParleyTerminal

// A key goes to the overlay on top, else to the action that it is bound to in this pane or step, else everywhere.
extension TerminalModel {
  /// Takes a key; what this terminal shows changes at once, all else is among the effects.
  public mutating func handle(key: Key, at now: Instant) -> [Effect] {
    let effects = react(to: key, now)
    followInTutor(key)
    // Before the command that they are sent in: its answer ends them.
    return tellDrafts() + effects
  }

  private mutating func react(to key: Key, _ now: Instant) -> [Effect] {
    switch key {
    case .hangup: return [.leave(.hungUp)]
    case .control("z"): return suspend()
    case .control("l"): return [.repaint]
    case .mouse(let mouse): return handle(mouse, now)
    case .control("c") where !isWaiting: typedAhead = []
    default:
      if isWaiting { return handleWaiting(key) }
      if isAwaitingAnswer, !isLeaving {
        if typedAhead.count < 4096 { typedAhead.append(key) }
        return []
      }
    }
    return dispatch(key, now)
  }

  /// Keys mean what they mean after the command before them: who types faster than the host answers gives the second
  /// dot to the second person. Where no answer is to be expected soon, keys do not wait; but none changes words that
  /// are given again as soon as the host is back.
  var isAwaitingAnswer: Bool {
    switch link {
    case .live: !pending.isEmpty
    case .lost: overlays.last?.isSending == true
    case .joining, .notSaved: false
    }
  }

  /// Whether it is being asked whether to leave: that can be done without an answer.
  private var isLeaving: Bool {
    guard case .menu(let menu) = overlays.last else { return false }
    return menu.options.contains { $0.choice == .detaches }
  }

  /// Whether the same words wait for the disk already: they are not given twice.
  private mutating func isGiven(_ line: String) -> Bool {
    guard pending.contains(where: { $0.line == line }) else { return false }
    say("not saved yet: this is given already, and tried again until it is on disk", .refusal)
    return true
  }

  /// Takes the keys that were typed meanwhile, as far as the next command.
  mutating func replayTypedAhead(at now: Instant) -> [Effect] {
    var effects: [Effect] = []
    while !typedAhead.isEmpty, !isAwaitingAnswer { effects += dispatch(typedAhead.removeFirst(), now) }
    return effects
  }

  mutating func dispatch(_ key: Key, _ now: Instant) -> [Effect] {
    seeNotices()
    answeredAt = nil
    guard let top = overlays.last else { return handleInPane(key, now) }
    switch top {
    case .form(let form): return handle(key, in: form, now)
    case .prompt(let prompt): return handle(key, in: prompt, now)
    case .menu(let menu): return handle(key, in: menu, now)
    case .spread(let card): return handle(key, in: card, now)
    case .help(let list): return handle(key, in: list, now)
    case .ballot(let turn): return handle(key, in: turn)
    case .voteResult:
      // The page came by itself: a key that was meant for what it covers means that still.
      overlays.removeLast()
      if ![.escape, .enter, .character(" "), .control("c")].contains(key) { return dispatch(key, now) }
    case .search(let editor): return handle(key, searching: editor)
    case .report(let page, let scroll): handle(key, in: page, scroll)
    }
    return []
  }

  private mutating func handleInPane(_ key: Key, _ now: Instant) -> [Effect] {
    if case .paste = key {
      let ways = [Action.ID.note, .park, .request].filter { Action.of($0).isFor(speaker) }.map { self.key(of: $0) }
      let open = ways.isEmpty ? "open one first" : "\(ways.joined(separator: " or ")) opens one"
      say("pasted text goes into a form or the : line, and was not taken for keys; \(open)", .warning)
      return []
    }
    guard let action = keymap.action(for: key, in: self) else {
      if key == .control("c") { return perform(.quit, at: now) }
      return []
    }
    return perform(action, by: key, at: now)
  }

  /// Carries out an action as its key would.
  ///
  /// - Parameter pressed: which of its keys it was, where that counts.
  public mutating func perform(_ id: Action.ID, by pressed: Key? = nil, at now: Instant) -> [Effect] {
    if isReplay, !Action.of(id).looks {
      say("this is a replay: it can be looked at, nothing can be changed", .warning)
      return []
    }
    if isSolo, !Action.of(id).isForOne {
      say("alone there is nobody to write this down of; \(key(of: .soloNext)) goes on", .warning)
      return []
    }
    guard isReplay || Action.of(id).isFor(speaker) else {
      say(
        id.verb.map { Refusal.notPermitted(speaker, $0).sentence(to: speaker) } ?? "this is not for your seat", .refusal
      )
      return []
    }
    if Action.of(id).group == .dots, holdsBackDot(now) { return [] }
    switch Action.of(id).act {
    case .changes(let change): return change(&self)
    case .picks(let pick):
      let place = pressed.flatMap { keymap.keys(of: id).firstIndex(of: $0) }
      return pick(&self, place ?? 0)
    case .gives(let giving):
      guard session != nil else {
        say("the session is not here yet; the key does nothing", .warning)
        return []
      }
      switch giving(self) {
      case .command(let command): return give(Statement(command), from: .action(id), at: now)
      case .form(let form): open(form)
      case .menu(let menu): overlays.append(.menu(menu.offered(to: speaker)))
      case .spread: if let state { overlays.append(.spread(SpreadCard(state))) }
      case .ballot(let turn):
        overlays.append(.ballot(turn))
        return turn.stage == .filling ? [.closeMemory] : []
      case .nothing(let reason): say(reason, .warning)
      }
      return []
    }
  }

  private mutating func handle(_ key: Key, in form: Form, _ now: Instant) -> [Effect] {
    var form = form
    if let answersStandAt, now >= answersStandAt { form.rest() }
    let result = form.handle(key)
    answersStandAt = form.mayBeWords ? now.afterAnswer : nil
    return finish(result, in: form, now)
  }

  /// Does what a key or a click asked of the form.
  mutating func finish(_ result: Form.FormResult, in form: Form, _ now: Instant) -> [Effect] {
    var form = form
    switch result {
    case .stays:
      answeredAt = form.isAnswered ? now : nil
      replaceTop(.form(form))
      return []
    case .closes:
      overlays.removeLast()
      leave(form)
      return []
    case .discards:
      overlays.removeLast()
      // What is not to be seen while it is typed is not to be seen afterwards.
      if let draft = form.draft(isOpen: false) {
        say(form.hidesWords ? "discarded; nothing was given" : "discarded: \(draft.quoted)")
      }
      return []
    case .sends:
      let statement = Statement(form.line(in: state), by: speaker)
      if let state, form.isFreeAddition(in: state) {
        overlays.removeLast()
        leave(form)
        overlays.append(.menu(.movingOut(form, statement, from: .form(form), in: state)))
        return []
      }
      guard !form.isSending, !isGiven(statement.text) else { return [] }
      form.refusal = nil
      replaceTop(.form(form))
      return give(statement, from: .form(form), at: now)
    }
  }

  /// When the choice that Enter asked for sends its form: so soon after it that nobody waits, and so late that the rest
  /// of a sentence has shown that it is one.
  var answerDue: Instant? { answeredAt.map(\.afterAnswer) }

  mutating func sendAnswered(at now: Instant) -> [Effect] {
    guard let answerDue, now >= answerDue, case .form(let form) = overlays.last, form.isAnswered else { return [] }
    answeredAt = nil
    return finish(.sends, in: form, now)
  }

  private mutating func handle(_ key: Key, in prompt: CommandPrompt, _ now: Instant) -> [Effect] {
    var prompt = prompt
    switch prompt.handle(key, state: state, for: speaker) {
    case .stays:
      replaceTop(.prompt(prompt))
      return []
    case .closes:
      overlays.removeLast()
      leave(prompt)
      return []
    case .sends:
      guard !prompt.isSending, !isGiven(prompt.line) else { return [] }
      // No verb of a session, but what people type who come from vi; line mode knows it too.
      if ["quit", "q"].contains(prompt.line) {
        overlays.removeLast()
        return perform(.quit, at: now)
      }
      if BallotSecrecy.covers(prompt.line) {
        overlays.removeLast()
        return [.closeMemory] + send(Statement(prompt.line, by: speaker), from: .prompt) + [.wipe]
      }
      prompt.refusal = nil
      replaceTop(.prompt(prompt))
      return give(Statement(prompt.line, by: speaker), from: .prompt, at: now)
    }
  }

  /// Stopping would lose what waits for the disk; leaving keeps the host, which goes on trying.
  private mutating func stop() -> [Effect] {
    guard case .notSaved = link else { return [.send(.stop), .leave(state?.ended == nil ? .stopped : .closed)] }
    say("not saved yet: stop when the disk is back, or leave the session running with l", .refusal)
    return []
  }

  private mutating func handle(_ key: Key, in menu: Menu, _ now: Instant) -> [Effect] {
    let isQuit = menu.options.contains { $0.choice == .detaches }
    let pressed: Key =
      key == .control("c") || key == .control("g") || (key == .character("q") && isQuit) ? .escape : key
    guard let option = menu.option(for: pressed) else {
      var moved = menu
      if moved.move(pressed) { replaceTop(.menu(moved)) }
      if case .paste = key {
        say("pasted text answers nothing here, and was not taken for keys; choose first", .warning)
      }
      return []
    }
    overlays.removeLast()
    switch option.choice {
    case .closes: return []
    case .detaches: return [.send(.leave), .leave(state?.ended == nil ? .detached : .leftClosed)]
    case .stops: return stop()
    case .gives(let statement): return send(statement, from: .action(.request))
    case .asks(let form):
      open(form)
      return []
    case .opens(let menu):
      overlays.append(.menu(menu.offered(to: speaker)))
      return []
    case .performs(let id): return perform(id, at: now)
    case .rehearsesAgain(let step): return [.send(.leave), .leave(.again(from: step))]
    case .goesOn(let held): return goOn(held.statement, from: held.origin)
    case .admits(let knock, let seat): return [.send(.admit(knock: knock, seat: seat))]
    case .turnsAway(let knock): return [.send(.turnAway(knock: knock))]
    case .parts(let seat, let number): return [.send(.part(seat, number: number))]
    case .withdraws(let seat): return [.send(.withdraw(seat))]
    case .insteadPerforms(let id):
      dropHeld()
      return perform(id, at: now)
    case .proposes(let item):
      if let form = Form.proposing(from: item, in: self) { open(form) }
      return []
    }
  }

  mutating func replaceTop(_ overlay: Overlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }
}

extension Instant {
  /// So soon after a key that nobody waits, and so late that the rest of a sentence has come.
  fileprivate var afterAnswer: Instant { Instant(milliseconds: milliseconds + 400) }
}
