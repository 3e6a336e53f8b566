/// `adjust GOAL …`: settles a goal with a change (M15).
public struct AdjustGoal: Verb {
  public var goal: GoalID
  /// Its new name.
  public var renamed: String?
  /// The metric to change; nil is the first.
  public var metric: String?
  public var target: Double?
  public var baseline: Double?
  public var timeframe: TimeframeID?
  public var displacing: Displacement?
  public var because: String
  public var decider: StakeholderID?
  public var by: Due?
  public var criteria: String?

  public static let syntax = Syntax<Self>(
    .adjust, "settles a goal with a change", rule: "M15",
    example: "adjust churn target=6 because=\"Two releases fewer\"",
    Self.init, .place("GOAL", .goal, \.goal), .option("name", .name, \.renamed),
    .option("metric", .name, \.metric, label: "Metric to change"),
    .option("target", .number, \.target, label: "New target"),
    .option("baseline", .number, \.baseline, label: "New baseline"),
    .option("timeframe", .timeframe, \.timeframe, label: "New timeframe"),
    .option("displacing", .displacement, \.displacing),
    .key("because", .text, \.because), .option("decider", .who, \.decider), .option("by", .date, \.by),
    .option("criteria", .text, \.criteria))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    let changes = try changes(to: goal.goal)
    if changes.isEmpty, goal.adjustments.isEmpty { throw .badArgument(.nothingAdjusted(goal: goal.goal.name)) }
    try session.checkSilent(goal)
    let room = try session.room(for: goal, displacing, in: timeframe, because: because)
    let dissent = try session.dissent(on: goal, decider: decider, by: by, criteria: criteria, at: occasion.at)
    let adjusted = changes.map { change in
      GoalAdjusted(goal: goal.id, adjustment: Adjustment(change: change, because: because)).event
    }
    return adjusted + room + [session.settled(goal, .adjusted(because: because, dissent: dissent))]
  }

  private func changes(to goal: Goal) throws(Refusal) -> [Adjustment.Change] {
    var changes: [Adjustment.Change] = []
    if let renamed, renamed != goal.name { changes.append(.name(from: goal.name, to: renamed)) }
    changes += try metricChanges(to: goal)
    if let timeframe, timeframe != goal.timeframe { changes.append(.timeframe(from: goal.timeframe, to: timeframe)) }
    return changes
  }

  private func metricChanges(to goal: Goal) throws(Refusal) -> [Adjustment.Change] {
    let names = goal.metrics.map(\.name)
    guard let metric = goal.metrics.first(where: { $0.name == (self.metric ?? names.first) }) else {
      let name = self.metric ?? ""
      throw .badArgument(.unknownMetric(name, goal: goal.name, near: nearName(to: name, among: names) ?? names.first))
    }
    let (baseline, target) = (baseline ?? metric.baseline, target ?? metric.target)
    if baseline == target { throw .badArgument(.targetIsBaseline) }
    var changes: [Adjustment.Change] = []
    if target != metric.target { changes.append(.target(metric: metric.name, from: metric.target, to: target)) }
    if baseline != metric.baseline {
      changes.append(.baseline(metric: metric.name, from: metric.baseline, to: baseline))
    }
    return changes
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(touching: goal) }
}
