// What names a goal, with the goal covered.
extension Veil {
  func covering(_ step: Step) -> Step {
    switch step {
    case .goal(let id): .goal(covering(id))
    case .features(let id): .features(covering(id))
    case .lobby, .review, .boundary, .context, .vote, .priorities, .part, .readBack, .closed: step
    }
  }

  /// What names a goal, or none, at `goal`.
  func covering<Value>(_ value: Value, naming goal: WritableKeyPath<Value, GoalID?>) -> Value {
    var seen = value
    seen[keyPath: goal] = value[keyPath: goal].map(covering)
    return seen
  }

  func covering(_ item: ParkedItem) -> ParkedItem { covering(item, naming: \.goal) }

  /// Both are goals, or both are features, which no goal's cover has the id of.
  func covering(_ tradeOff: TradeOff) -> TradeOff {
    var seen = tradeOff
    let ids = [tradeOff.gained, tradeOff.displaced].map { GoalID($0) }
    guard ids.allSatisfy({ whole.goal($0) != nil }) else { return seen }
    (seen.gained, seen.displaced) = (covering(ids[0]).text, covering(ids[1]).text)
    return seen
  }

  func covering(_ conflict: Conflict) -> Conflict {
    var seen = covering(conflict, naming: \.goal)
    seen.step = covering(conflict.step)
    return seen
  }

  func covering(_ vote: Vote) -> Vote {
    var seen = vote
    seen.tally = vote.tally.map(covering)
    return seen
  }

  func covering<Value>(_ values: [GoalID: Value]) -> [GoalID: Value] {
    Dictionary(values.map { (covering($0), $1) }) { first, _ in first }
  }

  func covering(_ sheet: Sheet) -> Sheet {
    switch sheet {
    case .pathfinder(let path): return .pathfinder(covering(path, naming: \.goal))
    case .weight(var weight):
      weight.goal = covering(weight.goal)
      return .weight(weight)
    case .split: return sheet
    case .track(let track): return .track(covering(track, naming: \.goal))
    case .gate(let gate): return .gate(covering(gate, naming: \.goal))
    }
  }

  func covering(_ impact: Impact) -> Impact { covering(impact, naming: \.goal) }

  func covering(_ reading: MetricReading) -> MetricReading {
    var seen = reading
    seen.goal = covering(reading.goal)
    return seen
  }

  func covering(_ findings: Findings) -> Findings {
    var seen = findings
    seen.results = covering(findings.results)
    seen.carried = findings.carried.map { Carried(from: covering($0.from), to: covering($0.to)) }
    seen.readings = findings.readings.map(covering)
    return seen
  }
}
