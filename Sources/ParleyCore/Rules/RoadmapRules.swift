// What changes the roadmap: a missing goal, a further metric, another column, another order.
extension Session {
  func decideRoadmap(_ command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .propose(let propose): try self.propose(propose)
    case .metric(let id, let metric): try add(metric, to: id)
    case .move(let id, let to, let displacing, let because): try move(id, to, displacing, because)
    case .rank(let id, let place): try rank(id, place)
    default: []
    }
  }

  private func propose(_ command: ProposeCommand) throws(Refusal) -> [Event] {
    if state.goal(command.id) != nil { throw .badArgument(.taken(command.id.text)) }
    let room = try makeRoom(
      in: command.timeframe, for: command.id, displacing: command.displacing, because: nil)
    let goal = Goal(id: command.id, name: command.name, timeframe: command.timeframe, metrics: [command.metric])
    var after: GoalID?
    if case .goal(let onTable) = state.step { after = onTable }
    return [.goalProposed(goal, after: after)] + room
  }

  private func add(_ metric: Metric, to id: GoalID) throws(Refusal) -> [Event] {
    if state.goal(id)?.goal.metrics.contains(where: { $0.name == metric.name }) ?? false {
      throw .badArgument(.taken(metric.name))
    }
    return [.metricAdded(id, metric)]
  }

  private func move(
    _ id: GoalID, _ to: Destination, _ displacing: Displacement?, _ because: String
  ) throws(Refusal) -> [Event] {
    guard let goal = state.goal(id) else { return [] }
    var room: [Event] = []
    switch to {
    case .timeframe(let timeframe):
      if timeframe == goal.goal.timeframe {
        throw .badArgument(.alreadyThere(goal: goal.goal.name, timeframe: name(of: timeframe)))
      }
      if goal.takesRoom || displacing != nil {
        room = try makeRoom(in: timeframe, for: id, displacing: displacing, because: because)
      }
    case .parkingLot:
      if goal.goal.timeframe == nil {
        throw .badArgument(.alreadyThere(goal: goal.goal.name, timeframe: "the parking lot"))
      }
      if let displacing {
        throw .badArgument(.notInTimeframe(goal: displacing.goal.text, timeframe: "the parking lot"))
      }
    }
    return moved(goal, to: to, because: because) + room
  }

  private func rank(_ id: GoalID, _ place: Int) throws(Refusal) -> [Event] {
    switch state.step {
    case .priorities, .features, .readBack: break
    default: throw .wrongStep(.only(verb: "rank", at: "priorities"))
    }
    var ranked = state.priorities.map(\.id)
    guard let from = ranked.firstIndex(of: id) else {
      throw .badArgument(.notAgreed(goal: state.goal(id)?.goal.name ?? id.text))
    }
    guard place <= ranked.count else {
      throw .badArgument(.outOfRange("N", value: String(place), range: "1 to \(ranked.count)"))
    }
    ranked.insert(ranked.remove(at: from), at: place - 1)
    var next = ranked.makeIterator()
    let agreed = Set(ranked)
    let order = state.order.map { agreed.contains($0) ? next.next() ?? $0 : $0 }
    return order == state.order ? [] : [.ordered(order)]
  }
}
