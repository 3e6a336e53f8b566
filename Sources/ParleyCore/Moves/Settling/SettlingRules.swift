// What holds for every way of settling a goal (M15). Silence is never agreement (M13); dissent needs a process.
extension Session {
  /// Throws `silent` while someone in the room has given no dot.
  func checkSilent(_ goal: GoalState) throws(Refusal) {
    let silent = state.silent(on: goal)
    if !silent.isEmpty { throw .silent(goal: goal.goal.name, people: state.names(of: silent)) }
  }

  /// How dissent on the goal is decided; nil where nobody is red. Throws `dissent-without-process` with what is missing.
  func dissent(
    on goal: GoalState, decider: StakeholderID?, by: Due?, criteria: String?, at: Instant
  ) throws(Refusal) -> Process? {
    let red = state.plan.askOrder.filter { goal.dots[$0]?.colour == .red }
    if red.isEmpty { return nil }
    guard let decider, let by, let criteria else {
      let missing = [
        decider == nil ? "decider" : nil, by == nil ? "by" : nil, criteria == nil ? "criteria" : nil,
      ]
      throw .dissentWithoutProcess(
        goal: goal.goal.name, people: state.names(of: red), missing: missing.compactMap { $0 })
    }
    var process = Process(decider: decider, by: by.date(at: at), criteria: criteria)
    process.isShared = state.conflicts.contains {
      $0.goal == goal.id && $0.ending?.process?.isSame(as: process) ?? false
    }
    return process
  }

  /// What makes room where the goal will stand. A deferred or dropped goal took none: settled anew it needs some, as
  /// any other.
  func room(
    for goal: GoalState, _ displacing: Displacement?, in wanted: TimeframeID? = nil, because: String?
  ) throws(Refusal) -> [Event] {
    guard let timeframe = wanted ?? goal.goal.timeframe else { return [] }
    let comesIn = timeframe != goal.goal.timeframe || !goal.takesRoom
    guard comesIn || displacing != nil else { return [] }
    return try makeRoom(in: timeframe, for: goal.id, displacing: displacing, because: because, isIn: !comesIn)
  }

  /// The event that settles a goal: it knows who was not in the room (M25).
  func settled(_ goal: GoalState, _ settlement: Settlement) -> Event {
    let absentees = state.plan.stakeholders.map(\.id).filter { !state.isPresent($0) && goal.dots[$0] == nil }
    return GoalSettled(goal: goal.id, settlement: settlement, absentees: absentees).event
  }
}
