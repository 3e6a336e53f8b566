// How a goal is settled (M15). Silence is never agreement (M13); dissent needs a process.
extension Session {
  func decideSettling(_ command: Command, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .confirm(let confirm): return try self.confirm(try presented(confirm.goal, for: "confirm"), confirm, at)
    case .adjust(let adjust): return try self.adjust(try presented(adjust.goal, for: "adjust"), adjust, at)
    case .defer(let id, let decider, let by, let criteria):
      let goal = try presented(id, for: "defer")
      return [settled(goal, .deferred(Process(decider: decider, by: by.date(at: at), criteria: criteria)))]
    case .drop(let id, let because):
      return [settled(try presented(id, for: "drop"), .dropped(because: because))]
    case .skip(let id, let displacing, let because):
      let goal = try presented(id, for: "skip")
      let room = try room(for: goal, displacing, because: because)
      return room + [settled(goal, .leftOpen(because: because, notAsked: state.silent(on: goal)))]
    default: return []
    }
  }

  private func confirm(
    _ goal: GoalState, _ command: ConfirmCommand, _ at: Instant
  ) throws(Refusal) -> [Event] {
    try checkSilent(goal)
    let dissent = try dissent(on: goal, command.process, at)
    let room = try room(for: goal, command.displacing, because: command.note)
    let settlement: Settlement =
      goal.adjustments.isEmpty
      ? .confirmed(note: command.note, dissent: dissent) : .adjusted(because: command.note, dissent: dissent)
    let conditions = command.condition.map { [Event.conditionSet(goal.id, Condition(text: $0))] } ?? []
    return conditions + room + [settled(goal, settlement)]
  }

  private func adjust(_ goal: GoalState, _ command: AdjustCommand, _ at: Instant) throws(Refusal) -> [Event] {
    let changes = try changes(to: goal, command)
    if changes.isEmpty, goal.adjustments.isEmpty { throw .badArgument(.nothingAdjusted(goal: goal.goal.name)) }
    try checkSilent(goal)
    let room = try room(for: goal, command.displacing, in: command.timeframe, because: command.because)
    let dissent = try dissent(on: goal, command.process, at)
    let adjusted = changes.map { change in
      Event.goalAdjusted(goal.id, Adjustment(change: change, because: command.because))
    }
    return adjusted + room + [settled(goal, .adjusted(because: command.because, dissent: dissent))]
  }

  /// What makes room where the goal will stand. A deferred or dropped goal took none: settled anew it needs some, as
  /// any other.
  private func room(
    for goal: GoalState, _ displacing: Displacement?, in wanted: TimeframeID? = nil, because: String?
  ) throws(Refusal) -> [Event] {
    guard let timeframe = wanted ?? goal.goal.timeframe else { return [] }
    let comesIn = timeframe != goal.goal.timeframe || !goal.takesRoom
    guard comesIn || displacing != nil else { return [] }
    return try makeRoom(in: timeframe, for: goal.id, displacing: displacing, because: because, isIn: !comesIn)
  }

  private func changes(to goal: GoalState, _ command: AdjustCommand) throws(Refusal) -> [Adjustment.Change] {
    var changes: [Adjustment.Change] = []
    let now = goal.goal
    if let name = command.name, name != now.name { changes.append(.name(from: now.name, to: name)) }
    changes += try metricChanges(to: now, command)
    if let timeframe = command.timeframe, timeframe != now.timeframe {
      changes.append(.timeframe(from: now.timeframe, to: timeframe))
    }
    return changes
  }

  private func metricChanges(to goal: Goal, _ command: AdjustCommand) throws(Refusal) -> [Adjustment.Change] {
    let names = goal.metrics.map(\.name)
    guard let metric = goal.metrics.first(where: { $0.name == (command.metric ?? names.first) }) else {
      let name = command.metric ?? ""
      throw .badArgument(.unknownMetric(name, goal: goal.name, near: nearName(to: name, among: names) ?? names.first))
    }
    let (baseline, target) = (command.baseline ?? metric.baseline, command.target ?? metric.target)
    if baseline == target { throw .badArgument(.targetIsBaseline) }
    var changes: [Adjustment.Change] = []
    if target != metric.target { changes.append(.target(metric: metric.name, from: metric.target, to: target)) }
    if baseline != metric.baseline {
      changes.append(.baseline(metric: metric.name, from: metric.baseline, to: baseline))
    }
    return changes
  }

  private func checkSilent(_ goal: GoalState) throws(Refusal) {
    let silent = state.silent(on: goal)
    if !silent.isEmpty { throw .silent(goal: goal.goal.name, people: state.names(of: silent)) }
  }

  private func dissent(on goal: GoalState, _ process: ProcessCommand, _ at: Instant) throws(Refusal) -> Process? {
    let red = state.plan.askOrder.filter { goal.dots[$0]?.colour == .red }
    if red.isEmpty { return nil }
    guard let decider = process.decider, let by = process.by, let criteria = process.criteria else {
      let missing = [
        process.decider == nil ? "decider" : nil, process.by == nil ? "by" : nil,
        process.criteria == nil ? "criteria" : nil,
      ]
      throw .dissentWithoutProcess(
        goal: goal.goal.name, people: state.names(of: red), missing: missing.compactMap { $0 })
    }
    return Process(decider: decider, by: by.date(at: at), criteria: criteria)
  }

  /// The event that settles a goal: it knows who was not in the room (M25).
  func settled(_ goal: GoalState, _ settlement: Settlement) -> Event {
    let absentees = state.plan.stakeholders.map(\.id).filter { !state.isPresent($0) && goal.dots[$0] == nil }
    return .goalSettled(goal.id, settlement, absentees: absentees)
  }
}
