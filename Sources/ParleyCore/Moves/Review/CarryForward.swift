/// `carry-forward GOAL to=TF because=`: a new goal that goes on from one of the last period (M37).
public struct CarryForward: Verb {
  public var goal: GoalID
  public var to: TimeframeID
  /// Nil is the name of before.
  public var renamed: String?
  /// Nil is what came of the last period.
  public var baseline: Double?
  /// Nil is the target of the last period.
  public var target: Double?
  public var displacing: Displacement?
  public var because: String

  public static let syntax = Syntax<Self>(
    .carryForward, "a new goal that goes on from one of the last period",
    rule: "M37", example: "carry-forward churn to=q4 target=5 because=\"Half the way is done\"", Self.init,
    .place("GOAL", .pastGoal, \.goal), .key("to", .timeframe, \.to, label: "Timeframe"),
    .option("name", .name, \.renamed),
    .option("baseline", .number, \.baseline, label: "Begins at"),
    .option("target", .number, \.target, label: "New target"),
    .option("displacing", .displacement, \.displacing), .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    try state.checkReview(name)
    let past = state.pastGoals.first { $0.id == goal }
    guard let past, let last = past.last else {
      throw .incomplete(.noResult([past?.name ?? state.goal(goal).map(state.shownName) ?? goal.text]))
    }
    if let new = past.carriedTo { throw .badArgument(.carriedAlready(goal: past.name, as: state.carriedName(new))) }
    if state.goal(past.id)?.isPresented == true { throw .badArgument(.onTable(goal: past.name)) }
    let carried = try carried(past, last, in: state)
    let room = try session.makeRoom(
      in: to, for: carried.id, displacing: displacing, because: because, leavingOut: past.id)
    return room + [GoalCarried(goal: carried, from: past.id, because: because).event]
  }

  private func carried(_ past: PastGoal, _ last: LastPeriod, in state: State) throws(Refusal) -> Goal {
    let source =
      state.plan.goals.first { $0.id == past.id } ?? state.plan.before?.goals.first { $0.id == past.id }?.goal
    guard var goal = source else { throw .unknownID(.pastGoal(past.id), near: nil, known: []) }
    let (baseline, target) = (baseline ?? last.actual, target ?? last.target)
    if baseline == target { throw .badArgument(.targetIsBaseline) }
    goal.id = state.newID(after: past.id)
    goal.name = renamed ?? past.name
    goal.timeframe = to
    if var metric = past.metric {
      (metric.baseline, metric.target) = (baseline, target)
      goal.metrics = [metric] + goal.metrics.filter { $0.name != metric.name }
    }
    (goal.last, goal.boundary) = (nil, nil)
    let taken = Set(state.goals.filter { $0.id != past.id }.flatMap(\.goal.features).map(\.id))
    goal.features.removeAll { taken.contains($0.id) }
    return goal
  }
}

/// A new goal goes on from one of the last period; it takes that one's place, where that is on the roadmap.
public struct GoalCarried: EventPayload {
  public var goal: Goal
  public var from: GoalID
  public var because: String?

  public init(goal: Goal, from: GoalID, because: String? = nil) {
    self.goal = goal
    self.from = from
    self.because = because
  }

  package static let name = Event.Name.goalCarried
  package static let codec = Codec(
    Self.init, Member("goal", \.goal), Member("from", \.from), Member("because", \.because))
  package var event: Event { .goalCarried(self) }

  package func apply(to state: inout State, at: Instant) {
    state.findings.carried.append(Carried(from: from, to: goal.id, because: because))
    if let place = state.goals.firstIndex(where: { $0.id == from }), let rank = state.order.firstIndex(of: from) {
      state.goals[place] = GoalState(goal: goal)
      state.order[rank] = goal.id
    } else {
      state.goals.append(GoalState(goal: goal))
      state.order.append(goal.id)
    }
  }
  package func redacted(by redaction: Redaction) -> Self? {
    Self(goal: redaction.redacted(goal), from: redaction.redacted(from), because: because)
  }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.pastName(from)) goes on as \(narrator.state.carriedName(goal.id))"
      + (because.map { ", because \($0)" } ?? "")
  }
}

/// A new goal and the one that it goes on from.
public struct Carried: Hashable, Sendable {
  public var from: GoalID
  public var to: GoalID
  /// Why; nil in sessions of before, which did not keep it here.
  public var because: String?

  public init(from: GoalID, to: GoalID, because: String? = nil) {
    self.from = from
    self.to = to
    self.because = because
  }
}

extension Carried: CodedObject {
  package static let codec = Codec(
    Self.init, Member("from", \.from), Member("to", \.to), Member("because", \.because))
}

extension State {
  /// What a goal that goes on is called: by its name, and where it is to come its timeframe, since the name is mostly
  /// that of the goal before.
  public func carriedName(_ id: GoalID) -> String {
    guard let goal = goal(id) else { return id.text }
    return goal.goal.name + (goal.goal.timeframe.flatMap(timeframe).map { " in \($0.name)" } ?? "")
  }

  /// `churn-2`, or the first that is free: the old goal keeps its name in the log.
  fileprivate func newID(after id: GoalID) -> GoalID {
    let taken = Set((goals.map(\.id) + plan.goals.map(\.id) + pastGoals.map(\.id)).map(\.text))
    return (2...).lazy.map { GoalID("\(id)-\($0)") }.first { !taken.contains($0.text) } ?? id
  }
}
