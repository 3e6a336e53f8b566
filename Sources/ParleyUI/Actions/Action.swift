import ParleyCore
import ParleyScreens
import ParleyTerminal

/// Something that a key does. The one list of them, ``all``, drives dispatch, the footer, `?`, the names that a
/// config file may bind keys to, and the reason why something is not possible now.
///
/// A class, since hundreds of them are walked for every picture, and copies would cost more than what they are asked.
public final class Action: Sendable {
  public let id: ID
  public let group: Group
  /// A word or two for the footer.
  public let title: String
  /// What it does, for help.
  public let help: String
  public let keys: [Key]
  public let place: Place
  /// Where it stands in the footer, least first; nil leaves it out.
  public let footer: Int?
  let act: Act

  /// Where a key means this action; the narrower place goes before the wider one.
  public enum Place: Hashable, Sendable {
    case everywhere
    /// Wherever people are on the screen, so that one of them can be chosen.
    case people
    case pane(PaneKind)
    /// The session pane, at the read-back.
    case readBack
    /// The session pane, while it shows a conflict.
    case conflict
    /// The session pane, at a step that asks for words of its own.
    case work(Work)
    /// Anywhere in a replay.
    case replay
    /// Anywhere at a stakeholder's own terminal.
    case seat
    /// Anywhere once the session is closed.
    case closed
    /// Anywhere in a rehearsal.
    case rehearsal
    /// Anywhere in a rehearsal alone.
    case solo

    /// Panes, whichever goal they show.
    public enum PaneKind: String, Hashable, Sendable {
      case session, roadmap, goal, parkingLot, people, decisions, agenda, record, countdown
      case boundary, playbooks
      case tradeOffs = "trade-offs"
    }
  }

  /// The heading of help under which an action stands.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case replay = "Replay"
    case rehearsal = "Rehearsal"
    case dots = "Dots"
    case moving = "Steps and time"
    case settling = "Settling a goal"
    case roadmap = "Roadmap and priorities"
    case parking = "Parking lot"
    case conflict = "Conflict"
    case capture = "Writing down"
    case hard = "When it is hard"
    case kinds = "What this step asks for"
    case voting = "Silent vote"
    case people = "People"
    case closing = "Read-back and end"
    case looking = "Looking"
    case program = "Program"
  }

  enum Act: Sendable {
    /// Gives a command, at once or through a form.
    case gives(@Sendable (TerminalModel) -> Giving)
    /// Changes what this terminal shows.
    case changes(@Sendable (inout TerminalModel) -> [Effect])
    /// The same, by which of its keys was pressed, counted from 0.
    case picks(@Sendable (inout TerminalModel, Int) -> [Effect])
  }

  /// What an action has to give.
  enum Giving {
    case command(any Verb)
    case form(Form)
    case menu(Menu)
    /// Hands the keyboard to a voter.
    case ballot(BallotTurn)
    /// Shows what spreading the time would do before it is done.
    case spread
    /// There is nothing to give the command about: why.
    case nothing(because: String)
  }

  convenience init(
    _ id: ID, _ group: Group, _ title: String, _ help: String, keys: [Key], place: Place = .everywhere,
    footer: Int? = nil, gives: @escaping @Sendable (TerminalModel) -> Giving
  ) {
    self.init(id, group, title, help, keys, place, footer, .gives(gives))
  }

  convenience init(
    _ id: ID, _ group: Group, _ title: String, _ help: String, keys: [Key], place: Place = .everywhere,
    footer: Int? = nil, changes: @escaping @Sendable (inout TerminalModel) -> [Effect]
  ) {
    self.init(id, group, title, help, keys, place, footer, .changes(changes))
  }

  convenience init(
    _ id: ID, _ group: Group, _ title: String, _ help: String, keys: [Key], place: Place,
    picks: @escaping @Sendable (inout TerminalModel, Int) -> [Effect]
  ) {
    self.init(id, group, title, help, keys, place, nil, .picks(picks))
  }

  private init(
    _ id: ID, _ group: Group, _ title: String, _ help: String, _ keys: [Key], _ place: Place, _ footer: Int?,
    _ act: Act
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.help = help
    self.keys = keys
    self.place = place
    self.footer = footer
    self.act = act
  }
}

extension Action {
  /// The name of an action, by which a config file binds keys to it.
  public enum ID: String, Hashable, Sendable, CaseIterable {
    case green, yellow, red, abstain
    case clearDot = "clear-dot"
    case next, back, undo, redo, pause
    case extend
    case extendBy = "extend-by"
    case rebalance
    case confirm, adjust
    case postponeGoal = "defer"
    case drop, skip
    case propose, metric, move
    case rankUp = "rank-up"
    case rankDown = "rank-down"
    case request, park, serve, withdraw, assign, redirect
    case drift, gap, impact, accept, commit
    case parkStatus = "status"
    case parkQuestion = "question"
    case changeKind = "kind"
    case fillSheet = "fill-in"
    case weigh, split
    case conflict, argue, resolve, experiment, escalate, postpone
    case waysOut = "ways-out"
    case consent
    case note, decide
    case privateNote = "private-note"
    case result, reading, assume, alternative, choose, reason, cluster, mitigate, bear, learn
    case carryForward = "carry-forward"
    case answerQuestion = "answer-question"
    case postponeQuestion = "postpone-question"
    case grade = "evidence"
    case killCriterion = "kill-criterion"
    case followUp = "follow-up"
    case person
    case heard, attendance
    case letIn = "let-in"
    case seats
    case enterAttendance = "attendance-here"
    case acknowledge, caveat, answer, close
    case missed, comment, reply
    case closeEarly = "close-early"
    case vote, reveal
    case goHere = "go-here"
    case openRow = "open"
    case showSession = "session"
    case showRoadmap = "roadmap"
    case showGoal = "goal"
    case showParkingLot = "parking-lot"
    case showPeople = "people"
    case showDecisions = "decisions"
    case showAgenda = "agenda"
    case showRecord = "record"
    case showTradeOffs = "trade-offs"
    case showPlaybooks = "playbooks"
    case showBoundary = "boundary"
    case countdown, zoom, messages, copy
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case up, down, left, right
    case pageUp = "page-up"
    case pageDown = "page-down"
    case top, bottom
    case command, help, theme, dismiss, quit
    case stageFaster = "stage-faster"
    case stageSlower = "stage-slower"
    case stagePause = "stage-pause"
    case stageJump = "stage-jump"
    case stageReport = "stage-report"
    case stageWaiting = "stage-waiting"
    case soloNext = "solo-next"
    case soloPause = "solo-pause"
    case replayPause = "replay-pause"
    case replayForward = "replay-forward"
    case replayBack = "replay-back"
    case replayNextStep = "replay-next-step"
    case replayStepBefore = "replay-step-before"
    case replayFaster = "replay-faster"
    case replaySlower = "replay-slower"
    case replayHere = "replay-here"
    case replaySearch = "replay-search"
    case replaySearchOn = "replay-search-on"
    case replaySearchBack = "replay-search-back"
  }

  /// Every action, in the order of the help.
  public static let all: [Action] =
    dots + moving + kinds + settling + roadmap + parking + conflicts + drift + playbooks + capture + voting + people
    + door + connections + closing + seats + looking + program + replaying + rehearsing

  static func of(_ id: ID) -> Action { byID[id] ?? program[0] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Why it is not possible now, in the words of the refusal it would meet; nil when it is, as far as can be said
  /// before its words are known.
  public func unavailable(in model: TerminalModel, at now: Instant) -> String? {
    guard case .gives(let giving) = act else { return nil }
    guard let session = model.session else { return "the session is not here yet" }
    let speaker = model.speaker
    if !isFor(speaker), let verb = id.verb { return Refusal.notPermitted(speaker, verb).sentence(to: speaker) }
    let isClosed = session.state.ended != nil
    let verbs = model.speaker == .facilitator && !isClosed ? [] : verbs(in: model)
    if isClosed, !verbs.isEmpty, !verbs.contains(where: { $0.phase == .commentWindow }) {
      return Refusal.closed.sentence(to: speaker)
    }
    if let verb = verbs.first, !verbs.contains(where: model.speaker.mayGive) {
      return Refusal.notPermitted(model.speaker, verb).sentence(to: speaker)
    }
    switch giving(model) {
    case .menu, .ballot: return nil
    // Another end may be chosen there.
    case .spread:
      guard let refusal = refusal(of: Rebalance(), in: session, model, now) else { return nil }
      return refusal.isAboutTheMoment ? refusal.sentence(to: speaker) : nil
    case .nothing(let reason): return reason
    case .command(let command):
      guard let refusal = refusal(of: command, in: session, model, now) else { return nil }
      let isAskedFor = Form.asked(for: refusal.code, after: command, in: session.state) != nil
      return isAskedFor ? nil : refusal.sentence(to: speaker)
    case .form(let form):
      let kind = session.state.kind
      if kind.leavesDecided(form.verb) { return Refusal.decided(form.verb, kind).sentence(to: speaker) }
      let probe = Statement(form.probe(in: session.state), by: model.speaker).command
      return probe.flatMap { refusal(of: $0, in: session, model, now) }.flatMap {
        $0.isAboutTheMoment ? $0.sentence(to: speaker) : nil
      }
    }
  }

  /// The verbs of the commands that it can give now.
  public func verbs(in model: TerminalModel) -> [VerbName] {
    guard case .gives(let giving) = act else { return [] }
    switch giving(model) {
    case .nothing: return []
    case .ballot: return [.ballot]
    case .spread: return [.rebalance]
    case .form(let form): return [form.verb]
    case .command(let command): return [command.name]
    case .menu(let menu):
      return menu.options.compactMap { option in
        switch option.choice {
        case .gives(let statement): statement.command.map { [$0.name] }
        case .performs(let id), .insteadPerforms(let id): Action.of(id).verbs(in: model)
        default: nil
        }
      }.flatMap { $0 }
    }
  }

  /// The actions that its menu offers now.
  public func offered(in model: TerminalModel) -> [ID] {
    guard case .gives(let giving) = act, case .menu(let menu) = giving(model) else { return [] }
    return menu.options.compactMap { option in
      switch option.choice {
      case .performs(let id), .insteadPerforms(let id): id
      default: nil
      }
    }
  }

  private func refusal(
    of command: any Verb, in session: Session, _ model: TerminalModel, _ now: Instant
  ) -> Refusal? {
    session.refusal(of: command, by: model.speaker, at: now)
  }
}

extension Session {
  /// Why a command would be refused now; nil where it would not be.
  func refusal(of command: any Verb, by speaker: Speaker, at now: Instant) -> Refusal? {
    do throws(Refusal) {
      _ = try decide(command, on: Occasion(speaker: speaker, at: now, box: BallotBox()))
      return nil
    } catch { return error }
  }
}

extension Refusal {
  /// Whether other words could not help: the moment, the place or the speaker is wrong.
  var isAboutTheMoment: Bool {
    switch self {
    case .notPermitted, .notTheirVoice, .notPrivately, .closed, .final, .wrongStep, .silent, .conflictOpen, .noConflict,
      .voteClosed,
      .nothingToUndo, .notTheLast, .nothingToRedo, .votesAtOwnTerminal, .tooFewBallots, .decided:
      true
    case .unknownVerb, .badArgument, .unknownID, .goalOpen, .overCapacity, .needsLayer, .dissentWithoutProcess,
      .needsDisplacement, .tooManyDots, .alreadyCast, .notYours, .answeredMeanwhile, .notAcknowledged, .caveatOpen,
      .windowOpen,
      .incomplete:
      false
    }
  }
}
