import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// What the host says.
extension TerminalModel {
  /// Takes a message of the host into what this terminal knows and shows.
  public mutating func handle(message: HostMessage, at now: Instant) -> [Effect] {
    let effects = receive(message, now) + replayTypedAhead(at: now)
    return tellDrafts() + effects
  }

  private mutating func receive(_ message: HostMessage, _ now: Instant) -> [Effect] {
    (lastHeard, pingedSince) = (now, nil)
    switch message {
    case .welcome(let welcome):
      (self.welcome, sessionName) = (welcome, nameHere ?? welcome.session)
      // The host says whose seat it is; what was asked for may have been another one, or none.
      speaker = welcome.speaker
      (isWaiting, knocks, presentWasTold) = (false, [], false)
      return []
    case .snapshot(let snapshot): return join(snapshot)
    case .entry(let entry): return hear(entry)
    case .entryAnew(let entry, let snapshot): return hear(entry, anew: snapshot)
    case .accepted(let id, let number): return accept(id, as: number)
    case .refused(let id, let notice): return refuse(id, notice)
    case .notSaved, .saved, .map, .pong, .drafts, .writing, .waiting, .unattended, .knock, .knockOver, .door, .moved,
      .present, .parted:
      note(message)
      return []
    // It was too slow to read; the line ends with this, and the next one has all that was missed.
    case .ended(.tooMuch): return []
    case .ended(let parting): return [.leave(.disconnected(parting))]
    }
  }

  /// Takes in what asks for nothing to be done.
  private mutating func note(_ message: HostMessage) {
    switch message {
    case .notSaved(_, let reason): holdBack(reason)
    case .saved:
      link = .live
      say("saved again; what was given meanwhile is on disk")
    case .map(let notes): self.notes = notes
    case .drafts(let drafts): receive(drafts)
    case .writing(let terminals): writing = terminals
    case .waiting, .unattended: (isWaiting, isUnattended) = (true, message == .unattended)
    case .knock(let knock): hear(knock)
    case .knockOver(let number): forgetKnock(number)
    case .door(let sentence): say(sentence)
    case .present(let present): hear(present)
    case .parted(let seat, let number, let terminals, let invitations):
      hear(partedFrom: seat, number, terminals: terminals, invitations: invitations)
    case .moved(let path): hear(movedTo: path)
    case .pong, .welcome, .snapshot, .entry, .entryAnew, .accepted, .refused, .ended: break
    }
  }

  private mutating func hear(movedTo path: String) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    sessionName = nameHere != nil ? path : file.hasSuffix(".parley") ? String(file.dropLast(7)) : file
    if nameHere != nil { nameHere = path }
    say(TerminalModel.sentence(movedTo: path), .warning)
  }

  /// What is said when the session's file was taken away.
  static func sentence(movedTo path: String) -> String {
    "the session's file was taken away; nothing is lost, all of it is now in \(path)"
  }

  /// The line to the host broke. What was given and not answered stays, and is given again.
  public mutating func loseHost(at now: Instant) -> [Effect] {
    (link, pingedSince) = (.lost, nil)
    seatsBeforeLoss.formUnion(present.map(\.terminal))
    return replayTypedAhead(at: now)
  }

  private mutating func join(_ snapshot: Snapshot) -> [Effect] {
    let isBack = link == .lost
    session = Session(snapshot)
    link = .live
    forgetToldDrafts()
    if state?.voteIsOpen != true { overlays.removeAll(where: \.isBallot) }
    if isBack { say("the host is back; nothing was lost") }
    return pending.map { .send(.command(id: $0.id, line: $0.line, seen: $0.seen)) }
  }

  private mutating func hear(_ entry: Entry, anew snapshot: Snapshot? = nil) -> [Effect] {
    guard let next = session?.nextNumber, entry.number >= next else {
      session?.recall(entry)
      return []
    }
    let (before, asked) = (session?.state, person)
    session?.append(entry, anew: snapshot)
    let played = rehearse(entry, after: before)
    if let before { followInTutor(entry, after: before) }
    settleSelection(after: before)
    restoreWords(takenBackBy: entry)
    takeWordsAgain(givenAgainBy: entry)
    moveMarkOn(after: entry)
    refreshHelp(at: entry.at)
    let wipes = played + settleVote(entry, after: before)
    if let done = awaited.removeValue(forKey: entry.number) { return wipes + finish(done, entry) }
    let isOwn = pending.contains { $0.line.cleaned == entry.line }
    if !isOwn { noteAnswer(of: asked, in: entry) }
    let isNews = !isOwn && !isInSight(entry) && !entry.isPrivateNote
    if isNews, let state, let told = entry.sentence(in: state, session: session, to: speaker) {
      say(told + wordsBroughtBack(by: entry) + redirecting(entry))
    }
    return wipes
  }
}

extension TerminalModel {
  /// A request made at someone's own terminal gets its question from the facilitator, when there is a moment for it
  /// (M16): a menu that opens by itself would take the keys that are being typed.
  private func redirecting(_ entry: Entry) -> String {
    guard speaker == .facilitator, case .requested? = entry.events.first else { return "" }
    return "; \(key(of: .showParkingLot)) and Enter ask which goal it serves"
  }
}

extension Overlay {
  var isBallot: Bool { if case .ballot = self { true } else { false } }

  /// Whether it is a line at the bottom of the session's screen.
  var isTypedBelow: Bool {
    switch self {
    case .prompt, .search: true
    case .form, .menu, .spread, .help, .ballot, .voteResult, .report: false
    }
  }

  /// Whether its words are on their way.
  var isSending: Bool {
    switch self {
    case .form(let form): form.isSending
    case .prompt(let prompt): prompt.isSending
    case .menu, .spread, .help, .ballot, .voteResult, .search, .report: false
    }
  }
}
