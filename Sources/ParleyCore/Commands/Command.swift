/// What someone asks of a session, read but not yet checked against it.
public enum Command: Hashable, Sendable {
  case next, back
  /// The step as it was written: an unknown one is a `wrong-step`, not a fault of grammar.
  case goto(String)
  case pause, resume
  case extend(minutes: Int)
  case arrive(StakeholderID)
  case leave(StakeholderID)

  case dot(DotCommand)
  case confirm(ConfirmCommand)
  case adjust(AdjustCommand)
  case `defer`(GoalID, decider: StakeholderID, by: Due, criteria: String)
  case drop(GoalID, because: String)
  case skip(GoalID, displacing: Displacement?, because: String)
  case propose(ProposeCommand)
  case metric(GoalID, Metric)
  case move(GoalID, to: Destination, displacing: Displacement?, because: String)
  case rank(GoalID, Int)

  case request(String, by: StakeholderID)
  case serve(ItemID, goal: GoalID, displacing: FeatureID?)
  case withdraw(ItemID)
  case park(ParkCommand)
  case assign(ItemID, owner: StakeholderID, due: Due?)

  case conflict(String, between: [StakeholderID], goal: GoalID?)
  case argue(StakeholderID, String, interest: String?)
  case resolve(String, because: String, until: Due?)
  case experiment(String, metric: String, until: Due, owner: StakeholderID)
  case escalate(to: StakeholderID, by: Due, criteria: String, options: [String])
  case postpone(decider: StakeholderID, by: Due, criteria: String)
  /// That people can live with how the last conflict was resolved.
  case consent([StakeholderID])

  case voteOpen(dots: Int?, max: Int?)
  case ballot([GoalID: Int])
  case voteReveal, voteCancel

  case decide(String, because: String, consequences: String?, until: Due?, replaces: DecisionID?)
  case followUp(String, owner: StakeholderID, due: Due, with: [StakeholderID])
  case note(String)
  case heard(StakeholderID)
  case kind(SessionKind, because: String)

  case playbook(SheetCommand)
  case impact(Impact)
  /// Nil is the last trade-off.
  case accept([StakeholderID], tradeOff: Int?)
  case gap(String, owner: StakeholderID, due: Due)
  /// What only sessions of some kinds know.
  case finding(FindingCommand)

  case ack(StakeholderID, caveat: String?)
  case answer(StakeholderID, String)
  case close
  case closeEarly(because: String)
  case comment(StakeholderID, String)
  case reply(CommentID, String)
  case finalise
  case undo
}

/// A day: one of the calendar, or so many days from when it is said (`+7d`).
public enum Due: Hashable, Sendable {
  case on(CalendarDate)
  case days(Int)

  /// The day that is meant when it is said at `instant`.
  public func date(at instant: Instant) -> CalendarDate {
    switch self {
    case .on(let date): date
    case .days(let days): instant.date.adding(days: days)
    }
  }
}

/// Where a goal is moved.
public enum Destination: Hashable, Sendable {
  case timeframe(TimeframeID)
  /// Off the roadmap.
  case parkingLot
}

/// What moves out, `GOAL` or `GOAL:TF` (M17).
public struct Displacement: Hashable, Sendable {
  public var goal: GoalID
  /// Nil is the next timeframe.
  public var to: Destination?

  public init(goal: GoalID, to: Destination? = nil) {
    self.goal = goal
    self.to = to
  }
}

/// The decision process that a confirmation over a red dot needs (M15); which parts were given is checked later.
public struct ProcessCommand: Hashable, Sendable {
  public var decider: StakeholderID?
  public var by: Due?
  public var criteria: String?

  public init(decider: StakeholderID? = nil, by: Due? = nil, criteria: String? = nil) {
    self.decider = decider
    self.by = by
    self.criteria = criteria
  }
}

/// A dot, or its clearing, as it was asked for (M13, M14).
public struct DotCommand: Hashable, Sendable {
  public var who: StakeholderID
  /// Nil is `clear`.
  public var colour: Dot.Colour?
  /// Nil is the goal on the table.
  public var goal: GoalID?
  public var layer: Dot.Layer?
  public var cause: Dot.Cause?
  public var condition: String?
  public var note: String?
  public var how: Dot.How?
}

/// A goal settled as it stands (M15), as it was asked for.
public struct ConfirmCommand: Hashable, Sendable {
  /// Nil is the goal on the table.
  public var goal: GoalID?
  public var note: String?
  public var condition: String?
  /// What moves out when a deferred or dropped goal comes back into a full timeframe (M17).
  public var displacing: Displacement?
  public var process: ProcessCommand
}

/// A goal settled with a change (M15), as it was asked for.
public struct AdjustCommand: Hashable, Sendable {
  public var goal: GoalID
  public var name: String?
  /// The metric to change; nil is the first.
  public var metric: String?
  public var target: Double?
  public var baseline: Double?
  public var timeframe: TimeframeID?
  public var displacing: Displacement?
  public var because: String
  public var process: ProcessCommand
}

/// A goal that was missing, as it was put on the table.
public struct ProposeCommand: Hashable, Sendable {
  public var id: GoalID
  public var name: String
  public var timeframe: TimeframeID
  public var metric: Metric
  public var displacing: Displacement?
}

/// Something to park, as it was said.
public struct ParkCommand: Hashable, Sendable {
  public var text: String
  public var by: StakeholderID?
  public var kind: ItemKind?
  public var goal: GoalID?
  public var owner: StakeholderID?
  public var due: Due?
}
