// What a session is under a veil.
extension Veil {
  /// The session as it may be told to those under the veil. It must be that which the veil was made of.
  public func covering(_ snapshot: Snapshot) -> Snapshot {
    var seen = snapshot
    seen.state = covered
    seen.undoable = snapshot.undoable.map(covering)
    return seen
  }

  private var covered: State {
    var seen = whole
    seen.plan = covering(whole.plan)
    seen.step = covering(whole.step)
    for place in seen.times.indices { seen.times[place].step = covering(seen.times[place].step) }
    seen.goals = whole.goals.map(covering)
    mix(&seen.goals, at: \.goal.timeframe) { $0.takesRoom ? $0.id : nil }
    seen.order = whole.order.map(covering)
    seen.parkingLot = whole.parkingLot.map(covering)
    seen.tradeOffs = whole.tradeOffs.map(covering)
    seen.conflicts = whole.conflicts.map(covering)
    seen.votes = whole.votes.map(covering)
    seen.sheets = whole.sheets.map(covering)
    seen.impacts = whole.impacts.map(covering)
    seen.findings = covering(whole.findings)
    return seen
  }

  func covering(_ plan: Plan) -> Plan {
    var seen = plan
    seen.goals = plan.goals.map(covering)
    mix(&seen.goals, at: \.timeframe) { $0.id }
    seen.parkingLot = plan.parkingLot.map { covering($0, naming: \.goal) }
    seen.before = plan.before.map(covering)
    return seen
  }

  /// Of the last session, what a review shows, once it shows it, and the decisions that a new one may replace.
  private func covering(_ last: LastSession) -> LastSession {
    var seen = last
    let isReviewed = whole.isVisited(.review)
    let agreed = isReviewed || !whole.kind.settlesGoals ? last.goals.filter(\.isAgreed) : []
    seen.goals = agreed.map { past in
      var goal = GoalState(goal: covering(past.goal, .standing))
      goal.settlement = .confirmed(note: nil, dissent: nil)
      return goal
    }
    if !isReviewed { (seen.tradeOffs, seen.parkingLot) = ([], []) }
    return seen
  }

  private func covering(_ goal: GoalState) -> GoalState {
    var seen = goal
    seen.goal = covering(goal.goal)
    if glimpse(of: goal.id) < .all { seen.adjustments = [] }
    return seen
  }

  func covering(_ goal: Goal) -> Goal { covering(goal, glimpse(of: goal.id)) }

  private func covering(_ goal: Goal, _ glimpse: Glimpse) -> Goal {
    var seen = goal
    seen.features = features(of: goal, glimpse)
    if glimpse < .all || !showsFeatures { seen.capacity = nil }
    guard glimpse < .all else { return seen }
    (seen.rationale, seen.raci, seen.boundary) = (nil, nil, nil)
    seen.metrics = glimpse < .standing ? [] : Array(goal.metrics.prefix(1))
    if glimpse < .standing { (seen.owner, seen.last) = (nil, nil) }
    if let number = number(of: goal.id) {
      seen.id = covering(goal.id)
      seen.name = "Goal \(number)"
    }
    return seen
  }

  /// Those that are known by other words; from the features step on those of presented goals, and of the others how
  /// many there are.
  private func features(of goal: Goal, _ glimpse: Glimpse) -> [Feature] {
    if !showsFeatures { return goal.features.filter { mentioned.contains($0.id.text) } }
    if glimpse == .all { return goal.features }
    return goal.features.enumerated().map { place, feature in
      mentioned.contains(feature.id.text) ? feature : Feature(id: FeatureID("?\(place + 1)"), name: "")
    }
  }

  /// How full a column is stands on the roadmap; which goals make it so does not, while they are numbers.
  private func mix<Value>(
    _ values: inout [Value], at frame: WritableKeyPath<Value, TimeframeID?>, _ id: (Value) -> GoalID?
  ) {
    let places = values.indices.filter { id(values[$0]).map(Goal.isCovered) ?? false }
    let columns = whole.plan.timeframes.map(\.id)
    let frames = places.map { values[$0][keyPath: frame] }.sorted { one, other in
      let (one, other) = (one.flatMap(columns.firstIndex) ?? .max, other.flatMap(columns.firstIndex) ?? .max)
      return one < other
    }
    for (place, timeframe) in zip(places, frames) { values[place][keyPath: frame] = timeframe }
  }
}
