import ParleyCore
import ParleyTerminal
import ParleyWire

// What became of a command that this terminal gave.
extension TerminalModel {
  mutating func accept(_ id: CommandID, as number: Int) -> [Effect] {
    link = link == .joining ? .joining : .live
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return [] }
    let done = pending.remove(at: index)
    guard let entry = session?.entry(number) else {
      awaited[number] = done
      return []
    }
    return finish(done, entry)
  }

  /// A command is on disk: its form closes, and what it brought is said.
  mutating func finish(_ done: Pending, _ entry: Entry) -> [Effect] {
    switch done.origin {
    case .form(let form):
      finish(form, done, entry)
    case .prompt:
      finishLine(done)
    case .action, .ballot: break
    }
    let next = follow(entry, of: done)
    guard isBallot(done) else { return next }
    typedAhead = []
    return [.wipe]
  }

  /// The form that was sent closes. Where its words were changed meanwhile, the change is kept as words of its own.
  private mutating func finish(_ form: Form, _ done: Pending, _ entry: Entry) {
    if let draft = form.draft(isOpen: false) {
      sentDrafts[entry.number] = draft
      if sentDrafts.count > 50 { sentDrafts[sentDrafts.keys.min() ?? entry.number] = nil }
    }
    let sent = form.fields.map(\.value)
    for index in overlays.indices.reversed() {
      guard case .form(var open) = overlays[index], open.draftID == form.draftID else { continue }
      if open.fields.map(\.value) == sent {
        overlays.remove(at: index)
      } else {
        (open.isSending, open.command, open.draftID) = (false, nil, newDraftID())
        overlays[index] = .form(open)
      }
    }
    leftDrafts.removeAll { $0.id == form.draftID && $0.words == form.draft(isOpen: false)?.words }
    endTold(done)
  }

  private mutating func finishLine(_ done: Pending) {
    recall(done.line)
    leftDrafts.removeAll { $0.place == .line && $0.words[""]?.trimmed == done.line }
    overlays.removeAll { overlay in
      if case .prompt(let prompt) = overlay { prompt.command == nil || prompt.command == done.id } else { false }
    }
    endTold(done)
  }

  /// The host ends the draft of an accepted command by itself.
  private mutating func endTold(_ done: Pending) {
    for draft in toldDrafts.values where draft.command == done.id { toldDrafts[draft.id] = nil }
  }

  /// What a command leads to by itself: the question after a request, the next person after a dot.
  private mutating func follow(_ entry: Entry, of done: Pending) -> [Effect] {
    guard let state else { return [] }
    if let said = entry.sentence(in: state, session: session, to: speaker), !isInSight(entry) {
      // What one's own key has brought counts more than news of before.
      notices.removeAll { $0.severity == .information }
      say(said + wordsBroughtBack(by: entry))
    }
    nameDrift(of: entry)
    for event in entry.events {
      if case .requested(let requested) = event, speaker.mayGive(.serve) {
        let phrase = Phrases(own: state.plan.phrases).text(.redirect)
        overlays.append(.menu(.redirect(requested.item, phrase: phrase, in: state)))
      } else if case .dotGiven(let given) = event {
        chosenPerson = nil
        if notes != nil { selection[.session] = nil }
        leaveMissed(given.goal)
      } else if case .argued = event {
        chosenPerson = nil
      } else if case .conflictEnded = event, !state.consentIsByDot {
        if let form = Form.consenting(in: state) { open(form) }
      } else if case .tradedOff = event {
        return follow(tradeOff: state.tradeOffs.count, of: done, in: state)
      }
    }
    return []
  }

  /// Who accepts a trade-off was asked in the form that made it, else it is asked now.
  private mutating func follow(tradeOff number: Int, of done: Pending, in state: State) -> [Effect] {
    guard case .form(let form) = done.origin, let willing = form.willing else {
      if let form = Form.accepting(number, in: state) { open(form) }
      return []
    }
    if willing.isEmpty { return [] }
    return send(
      Statement("accept \(willing.joined(separator: ",")) tradeoff=\(number)", by: speaker), from: .action(.accept))
  }

  /// Whether the pane itself tells it: what to say next is then more use than what was just said.
  func isInSight(_ entry: Entry) -> Bool {
    if showsDesk { return true }
    let first = entry.events.first?.name
    return first == .voteRevealed || first == .conflictOpened && showsConflict || first == .argued && showsConflict
  }

  mutating func refuse(_ id: CommandID, _ notice: RefusalNotice) -> [Effect] {
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return [] }
    let refused = pending.remove(at: index)
    let notice = inOwnWords(notice, of: refused.statement)
    followInTutor(notice)
    guard !isBallot(refused) else {
      typedAhead = []
      say(BallotSecrecy.refusal(notice.code), .refusal)
      return [.wipe]
    }
    // On the `:` line the command language is what is spoken.
    let onScreen = isLineByLine ? notice : notice.forKeys { keyThatGives($0) }
    switch refused.origin {
    case .form(let form): refuse(form, pointingOut(isLineByLine ? notice : onScreen.naming(form.fields)))
    case .prompt where hides(refused.line) && refused.statement.command == nil:
      refusePrompt(refused.line, PrivateLine.refusal)
    case .prompt: refusePrompt(refused.line, notice.sentence)
    case .action where notice.code == .conflictOpen && state?.openConflict != nil:
      showWaysOut(refusing: onScreen.sentence)
    case .action: refuse(refused.statement, onScreen)
    case .ballot: break
    }
    return []
  }

  /// The key that gives a verb at this seat; nil where none does.
  func keyThatGives(_ verb: VerbName) -> String? {
    Action.all.first { $0.id.verb == verb && !keymap.keys(of: $0.id).isEmpty }.map { key(of: $0.id) }
  }

  /// The refusal as it is said at this seat: the host says it as it would to anyone.
  func inOwnWords(_ notice: RefusalNotice, of statement: Statement) -> RefusalNotice {
    guard speaker != .facilitator, let session, let command = statement.command,
      let refusal = session.refusal(of: command, by: speaker, at: lastHeard ?? session.state.opened),
      refusal.code == notice.code
    else { return notice }
    var own = notice
    own.sentence = refusal.sentence(to: speaker)
    return own
  }

  /// The same of a message, for whoever tells it on.
  func inOwnWords(_ message: HostMessage) -> HostMessage {
    guard case .refused(let id, let notice) = message, let refused = pending.first(where: { $0.id == id }) else {
      return message
    }
    return .refused(id: id, inOwnWords(notice, of: refused.statement))
  }

  /// The conflict that holds the session back is shown with its ways out, a key for each (M18).
  private mutating func showWaysOut(refusing sentence: String) {
    guard let state, let conflict = state.openConflict else { return say(sentence, .refusal) }
    overlays.append(.menu(.waysOut(of: conflict, in: state, isInTheWay: true)))
  }

  /// A conflict that holds the session back is ended by a key, which the form has for itself now.
  private func pointingOut(_ notice: RefusalNotice) -> RefusalNotice {
    guard notice.code == .conflictOpen else { return notice }
    var pointed = notice
    pointed.sentence += "; \(isLineByLine ? "/leave" : "Esc"), then \(key(of: .conflict)), shows how"
    return pointed
  }

  private mutating func refuse(_ form: Form, _ notice: RefusalNotice) {
    let index = overlays.lastIndex { if case .form(let open) = $0 { open.draftID == form.draftID } else { false } }
    var current = form
    if let index, case .form(let open) = overlays[index] { current = open }
    current.isSending = false
    current.command = nil
    current.refusal = notice.sentence
    current.seen = lastSeen
    if let state, let argument = notice.argument { current.ask(for: argument, in: state) }
    if let index {
      overlays[index] = .form(current)
    } else {
      leftDrafts.removeAll { $0.id == form.draftID }
      if let draft = current.draft(isOpen: false) { leftDrafts.append(draft) }
      say(notice.sentence, .refusal)
    }
  }

  private mutating func refusePrompt(_ line: String, _ sentence: String) {
    guard let index = overlays.lastIndex(where: { if case .prompt = $0 { true } else { false } }),
      case .prompt(var prompt) = overlays[index]
    else {
      recall(line)
      return say(sentence, .refusal)
    }
    prompt.isSending = false
    prompt.command = nil
    prompt.refusal = sentence
    overlays[index] = .prompt(prompt)
  }

  /// A key was refused: where words would help, a form asks for them.
  private mutating func refuse(_ statement: Statement, _ notice: RefusalNotice) {
    guard let state, let command = statement.command,
      let form = Form.asked(for: notice.code, after: command, in: state)
    else { return say(notice.sentence, .refusal) }
    open(form)
    if case .form(var opened) = overlays.last {
      // Where all of it is there already, there is nothing to ask for.
      let isOpen = opened.fields.contains { $0.isRequired && $0.value == nil }
      opened.refusal = isOpen ? notice.sentence : nil
      replaceTop(.form(opened))
    }
  }

  mutating func holdBack(_ reason: String) {
    link = .notSaved(reason)
  }
}
