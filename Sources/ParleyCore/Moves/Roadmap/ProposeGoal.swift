/// `propose ID "NAME" …`: puts a goal on the table that was missing, after the goal at hand (M16).
public struct ProposeGoal: Verb {
  public var id: GoalID
  public var title: String
  public var timeframe: TimeframeID
  public var metric: String
  public var unit: String?
  public var baseline: Double
  public var target: Double
  public var displacing: Displacement?
  public var owner: StakeholderID?
  public var rationale: String?
  /// Why what moves out does so.
  public var because: String?

  public static let syntax = Syntax<Self>(
    .propose, "puts a goal on the table that was missing",
    rule: "M16", example: "propose speed \"Ship faster\" timeframe=q3 metric=\"Deploys a week\" baseline=1 target=5",
    Self.init,
    .place("ID", .newGoal, \.id), .place("NAME", .name, \.title), .key("timeframe", .timeframe, \.timeframe),
    .key("metric", .name, \.metric), .option("unit", .name, \.unit), .key("baseline", .number, \.baseline),
    .key("target", .number, \.target), .option("displacing", .displacement, \.displacing),
    .option("owner", .who, \.owner), .option("rationale", .text, \.rationale),
    .option("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func check() throws(Refusal) { if baseline == target { throw .badArgument(.targetIsBaseline) } }

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if session.state.goal(id) != nil { throw .badArgument(.taken(id.text)) }
    let room = try session.makeRoom(in: timeframe, for: id, displacing: displacing, because: because)
    let metric = Metric(name: metric, unit: unit, baseline: baseline, target: target)
    let goal = Goal(
      id: id, name: title, timeframe: timeframe, metrics: [metric], rationale: rationale, owner: owner)
    var after: GoalID?
    if case .goal(let onTable) = session.state.step { after = onTable }
    return [GoalProposed(goal: goal, after: after).event] + room
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(speakingOf: title) }
}

/// A goal found to be missing is on the table.
public struct GoalProposed: EventPayload {
  public var goal: Goal
  /// The goal after which it comes; nil is last.
  public var after: GoalID?

  public init(goal: Goal, after: GoalID?) {
    self.goal = goal
    self.after = after
  }

  package static let name = Event.Name.goalProposed
  package static let codec = Codec(Self.init, Member("goal", \.goal), Member("after", \.after))
  package var event: Event { .goalProposed(self) }

  package func apply(to state: inout State, at: Instant) {
    let place = state.goals.firstIndex { $0.id == after }.map { $0 + 1 } ?? state.goals.endIndex
    state.goals.insert(GoalState(goal: goal), at: place)
    let rank = state.order.firstIndex { $0 == after }.map { $0 + 1 } ?? state.order.endIndex
    state.order.insert(goal.id, at: rank)
  }
  package func redacted(by redaction: Redaction) -> Self? {
    Self(goal: redaction.redacted(goal), after: after.map(redaction.redacted))
  }
  package func sentence(by narrator: Narrator) -> String? { "proposed: \(goal.name)" }
}
