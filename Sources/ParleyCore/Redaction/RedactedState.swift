// A session as those know it who do not lead.
extension Redaction {
  /// The session as it may be told. It must be the one of which the redaction was made.
  public func redacted(_ snapshot: Snapshot) -> Snapshot {
    var seen = snapshot
    seen.state = redactedState
    seen.undoable = snapshot.undoable.map(redacted)
    // It is the facilitator's alone to give again.
    seen.redoable = []
    return seen
  }

  private var redactedState: State {
    var seen = whole
    seen.plan = redacted(whole.plan)
    seen.step = whole.step.redacted(by: self)
    for place in seen.times.indices { seen.times[place].step = seen.times[place].step.redacted(by: self) }
    seen.replanned = whole.replanned.map { $0.redacted(by: self) }
    seen.goals = whole.goals.map(redacted)
    mix(&seen.goals, at: \.goal.timeframe) { $0.takesRoom ? $0.id : nil }
    seen.order = whole.order.map(redacted)
    seen.parkingLot = whole.parkingLot.map { $0.redacted(by: self) }
    seen.tradeOffs = whole.tradeOffs.map { $0.redacted(by: self) }
    seen.conflicts = whole.conflicts.map { $0.redacted(by: self) }
    seen.votes = whole.votes.map { $0.redacted(by: self) }
    seen.sheets = whole.sheets.map { $0.redacted(by: self) }
    seen.commitments = whole.commitments.map { $0.redacted(by: self) }
    seen.impacts = whole.impacts.map { $0.redacted(by: self) }
    seen.findings = whole.findings.redacted(by: self)
    return seen
  }

  func redacted(_ plan: Plan) -> Plan {
    var seen = plan.withoutMap
    seen.goals = plan.goals.map(redacted)
    mix(&seen.goals, at: \.timeframe) { $0.id }
    seen.parkingLot = plan.parkingLot.map { redacted($0, naming: \.goal) }
    seen.before = plan.before.map(redacted)
    return seen
  }

  /// Of the last session, what a review shows, once it shows it, and the decisions that a new one may replace.
  private func redacted(_ last: LastSession) -> LastSession {
    var seen = last
    let isReviewed = whole.isVisited(.review)
    let agreed = isReviewed || !whole.kind.settlesGoals ? last.goals.filter(\.isAgreed) : []
    seen.goals = agreed.map { past in
      var goal = GoalState(goal: redacted(past.goal, .standing))
      goal.settlement = .confirmed(note: nil, dissent: nil)
      if isReviewed { goal.conditions = past.conditions }
      return goal
    }
    if !isReviewed {
      (seen.tradeOffs, seen.parkingLot, seen.disagreements, seen.outcomes, seen.readings) = ([], [], [], [], [:])
    }
    return seen
  }

  private func redacted(_ goal: GoalState) -> GoalState {
    var seen = goal
    seen.goal = redacted(goal.goal)
    if visibility(of: goal.id) < .all { (seen.adjustments, seen.stood) = ([], nil) }
    if let room = seen.stood?.madeRoomFor { seen.stood?.madeRoomFor = redacted(room) }
    return seen
  }

  func redacted(_ goal: Goal) -> Goal { redacted(goal, visibility(of: goal.id)) }

  private func redacted(_ goal: Goal, _ visibility: Visibility) -> Goal {
    var seen = goal
    seen.features = features(of: goal, visibility)
    if visibility < .all || !showsFeatures { seen.capacity = nil }
    guard visibility < .all else { return seen }
    (seen.rationale, seen.raci, seen.boundary) = (nil, nil, nil)
    seen.metrics = visibility < .standing ? [] : Array(goal.metrics.prefix(1))
    if visibility < .standing { (seen.owner, seen.last) = (nil, nil) }
    if let number = number(of: goal.id) {
      seen.id = redacted(goal.id)
      seen.name = "Goal \(number)"
    }
    return seen
  }

  /// Those that are known by other words; from the features step on those of presented goals, and of the others how
  /// many there are.
  private func features(of goal: Goal, _ visibility: Visibility) -> [Feature] {
    if !showsFeatures { return goal.features.filter { mentioned.contains($0.id.text) } }
    if visibility == .all { return goal.features }
    return goal.features.enumerated().map { place, feature in
      mentioned.contains(feature.id.text) ? feature : Feature(id: FeatureID("?\(place + 1)"), name: "")
    }
  }

  /// How full a column is stands on the roadmap; which goals make it so does not, while they are numbers.
  private func mix<Value>(
    _ values: inout [Value], at frame: WritableKeyPath<Value, TimeframeID?>, _ id: (Value) -> GoalID?
  ) {
    let places = values.indices.filter { id(values[$0]).map(Goal.isNumber) ?? false }
    let columns = whole.plan.timeframes.map(\.id)
    let frames = places.map { values[$0][keyPath: frame] }.sorted { one, other in
      let (one, other) = (one.flatMap(columns.firstIndex) ?? .max, other.flatMap(columns.firstIndex) ?? .max)
      return one < other
    }
    for (place, timeframe) in zip(places, frames) { values[place][keyPath: frame] = timeframe }
  }
}
