/// A disagreement that has a timebox of its own (M18).
public struct Conflict: Hashable, Sendable {
  public var topic: String
  public var goal: GoalID?
  public var between: [StakeholderID]
  /// Where the session was when it was opened.
  public var step = Step.lobby
  /// Since when it goes on, and for how long its countdown has stood still with that of the session.
  public var visit: Visit
  /// Seconds, extensions included; 0 without a timebox.
  public var planned: Int
  public var positions: [Position]
  /// Nil while it is open.
  public var ending: Ending?
  /// Who has been asked and has answered since it was resolved: by consent, or by any dot on its goal (M46).
  public var consents: Set<StakeholderID> = []

  public init(topic: String, goal: GoalID?, between: [StakeholderID], opened: Instant, planned: Int) {
    self.topic = topic
    self.goal = goal
    self.between = between
    visit = Visit(since: opened)
    self.planned = planned
    positions = []
  }

  public var opened: Instant { visit.since }

  /// One argument, and the interest beneath it.
  public struct Position: Hashable, Sendable {
    public var who: StakeholderID
    public var text: String
    public var interest: String?

    public init(who: StakeholderID, text: String, interest: String? = nil) {
      self.who = who
      self.text = text
      self.interest = interest
    }
  }

  /// The four ways out of a conflict (M18).
  public enum Ending: Hashable, Sendable {
    case resolved(decision: String, because: String)
    case experiment(what: String, metric: String, until: CalendarDate, owner: StakeholderID)
    case escalated(Process)
    case postponed(Process)
  }
}

extension Conflict {
  /// What someone has said in it, in order.
  public func words(of who: StakeholderID) -> [Position] { positions.filter { $0.who == who } }

  /// What someone has said to be beneath their position.
  public func interests(of who: StakeholderID) -> [String] { words(of: who).compactMap(\.interest) }

  /// Who of the two speaks next: they take turns.
  public var nextToSpeak: StakeholderID? {
    let last = positions.last { between.contains($0.who) }?.who
    return between.first { $0 != last && (last != nil || words(of: $0).isEmpty) } ?? between.first
  }
}

extension Conflict: CodedObject {
  package static let codec = Codec(
    { (topic: String, goal: GoalID?, between: [StakeholderID], step: Step, visit: Visit, planned: Int64) in
      var conflict = Conflict(
        topic: topic, goal: goal, between: between, opened: visit.since, planned: Int(planned))
      (conflict.step, conflict.visit) = (step, visit)
      return conflict
    },
    Member("topic", \.topic), Member("goal", \.goal), Member("between", \.between), Member("step", \.step),
    Member("visit", \.visit), Member("planned", { Int64($0.planned) })
  ).with([
    CodedField("positions", \.positions), CodedField("ending", \.ending), CodedField("consents", \.consents),
  ])

  func redacted(by redaction: Redaction) -> Conflict {
    var seen = redaction.redacted(self, naming: \.goal)
    seen.step = step.redacted(by: redaction)
    return seen
  }
}

extension Conflict.Position: CodedObject {
  package static let codec = Codec(
    Self.init, Member("who", \.who), Member("text", \.text), Member("interest", \.interest))
}

extension Conflict.Ending: CodedObject {
  /// The ways out of a conflict. The raw values are frozen.
  private enum How: String, Coded { case resolved, experiment, escalated, postponed }

  private var how: How {
    switch self {
    case .resolved: .resolved
    case .experiment: .experiment
    case .escalated: .escalated
    case .postponed: .postponed
    }
  }

  package static let codec = Codec<Self>(choosing: "how", \.how) { how in
    switch how {
    case .resolved:
      Codec(
        { .resolved(decision: $0, because: $1) }, Member(ofForm: "decision", \.resolution?.decision),
        Member(ofForm: "because", \.resolution?.because))
    case .experiment:
      Codec(
        { .experiment(what: $0, metric: $1, until: $2, owner: $3) }, Member(ofForm: "what", \.experiment?.what),
        Member(ofForm: "metric", \.experiment?.metric), Member(ofForm: "until", \.experiment?.until),
        Member(ofForm: "owner", \.experiment?.owner))
    case .escalated: Codec({ .escalated($0) }, Member(ofForm: "process", \.process))
    case .postponed: Codec({ .postponed($0) }, Member(ofForm: "process", \.process))
    }
  }

  private var resolution: (decision: String, because: String)? {
    if case .resolved(let decision, let because) = self { (decision, because) } else { nil }
  }

  private var experiment: (what: String, metric: String, until: CalendarDate, owner: StakeholderID)? {
    guard case .experiment(let what, let metric, let until, let owner) = self else { return nil }
    return (what, metric, until, owner)
  }

  /// Who decides it later.
  public var process: Process? {
    switch self {
    case .escalated(let process), .postponed(let process): process
    case .resolved, .experiment: nil
    }
  }
}

/// A conflict has ended in one of the four ways (M18).
public struct ConflictEnded: OpenEventPayload {
  public var ending: Conflict.Ending

  public init(ending: Conflict.Ending) { self.ending = ending }

  package static let name = Event.Name.conflictEnded
  package static let codec = Codec(Self.init, Member("ending", \.ending))
  package var event: Event { .conflictEnded(self) }

  package func apply(to state: inout State, at: Instant) { state.editLastConflict { $0.ending = ending } }

  package func sentence(by narrator: Narrator) -> String? {
    switch ending {
    case .resolved: "the conflict is resolved"
    case .experiment(let what, let metric, let until, let owner):
      "experiment until \(until): \(what), measured by \(metric); "
        + narrator.tell(owner, "runs it", you: "run it")
    case .escalated(let process): "escalated: " + decided(by: process, narrator)
    case .postponed(let process): "postponed: " + decided(by: process, narrator)
    }
  }

  private func decided(by process: Process, _ narrator: Narrator) -> String {
    narrator.tell(process.decider, "decides", you: "decide") + " by \(process.by)"
  }
}

extension Session {
  /// The conflict that is going on; throws `no-conflict`.
  func conflictAtHand() throws(Refusal) -> Conflict {
    guard let conflict = state.openConflict else { throw .noConflict }
    return conflict
  }

  /// The process that a conflict is left to; shared where the dissent on its goal was left to the same.
  func shared(_ process: Process, by conflict: Conflict) -> Process {
    var process = process
    process.isShared = conflict.goal.flatMap(state.goal)?.settlement?.dissent?.isSame(as: process) ?? false
    return process
  }

  /// Within a week, with just the people concerned (M32).
  func followUp(on conflict: Conflict, _ process: Process, _ at: Instant) -> Event {
    let week = at.date.adding(days: 7)
    let talk = FollowUp(
      text: conflict.topic, owner: process.decider, due: min(process.by, week), with: conflict.between)
    return FollowedUp(followUp: talk).event
  }
}
