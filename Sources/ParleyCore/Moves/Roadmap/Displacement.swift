/// Where a goal is moved.
public enum Destination: Hashable, Sendable {
  case timeframe(TimeframeID)
  /// Off the roadmap.
  case parkingLot

  /// As a command writes it.
  public var text: String {
    switch self {
    case .timeframe(let id): id.text
    case .parkingLot: "parking-lot"
    }
  }

  var references: [Reference] {
    switch self {
    case .timeframe(let id): [.timeframe(id)]
    case .parkingLot: []
    }
  }
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

// Displacement (M17, always): what comes into a full timeframe names what moves out.
extension Session {
  /// The events that make room for a goal in a timeframe: none when there is some.
  ///
  /// `isIn` says that the goal stands there already, so that only the wish to displace counts; `leavingOut` names one
  /// whose place it takes.
  func makeRoom(
    in timeframe: TimeframeID, for goal: GoalID, displacing: Displacement?, because: String?, isIn: Bool = false,
    leavingOut replaced: GoalID? = nil
  ) throws(Refusal) -> [Event] {
    let others = state.occupants(of: timeframe).filter { $0.id != goal && $0.id != replaced }
    guard let displacing else {
      if !isIn, let capacity = state.timeframe(timeframe)?.capacity, others.count >= capacity {
        throw .needsDisplacement(
          .timeframe(name: name(of: timeframe), capacity: capacity, goals: others.map(state.shownName)))
      }
      return []
    }
    if displacing.goal == goal { throw .badArgument(.displacesItself(goal: goal.text)) }
    guard let displaced = others.first(where: { $0.id == displacing.goal }) else {
      throw .badArgument(.notInTimeframe(goal: displacing.goal.text, timeframe: name(of: timeframe)))
    }
    let landing = displacing.to ?? following(timeframe)
    try checkLanding(of: displaced, from: timeframe, at: landing, leavingOut: goal)
    let tradeOff = TradeOff(gained: goal.text, displaced: displaced.id.text, because: because)
    return moved(displaced, to: landing, because: because) + [TradedOff(tradeOff: tradeOff).event]
  }

  /// A goal's way to another column, or off the roadmap: there it becomes an item of the parking lot.
  /// A confirmed goal that moves becomes adjusted and keeps its dots.
  func moved(_ goal: GoalState, to destination: Destination, because: String?) -> [Event] {
    let to: TimeframeID? = if case .timeframe(let id) = destination { id } else { nil }
    let change = Adjustment.Change.timeframe(from: goal.goal.timeframe, to: to)
    var events = [GoalAdjusted(goal: goal.id, adjustment: Adjustment(change: change, because: because)).event]
    if case .confirmed(_, let dissent) = goal.settlement {
      let absentees = state.plan.stakeholders.map(\.id).filter(goal.absentees.contains)
      let settlement = Settlement.adjusted(because: because, dissent: dissent)
      events.append(GoalSettled(goal: goal.id, settlement: settlement, absentees: absentees).event)
    }
    if to == nil {
      let item = ParkedItem(
        id: given.next(.item), text: goal.goal.name, goal: goal.id, state: .displaced, ref: goal.goal.ref,
        url: goal.goal.url)
      events.append(Parked(item: item).event)
    }
    return events
  }

  private func checkLanding(
    of displaced: GoalState, from timeframe: TimeframeID, at landing: Destination, leavingOut goal: GoalID
  ) throws(Refusal) {
    guard case .timeframe(let id) = landing else { return }
    if id == timeframe {
      throw .badArgument(.alreadyThere(goal: displaced.goal.name, timeframe: name(of: id)))
    }
    let there = state.occupants(of: id).filter { $0.id != goal }
    if let capacity = state.timeframe(id)?.capacity, there.count >= capacity {
      throw .needsDisplacement(.landing(name: name(of: id), displaced: state.shownName(of: displaced)))
    }
  }

  private func following(_ timeframe: TimeframeID) -> Destination {
    let timeframes = state.plan.timeframes
    guard let index = timeframes.firstIndex(where: { $0.id == timeframe }), index + 1 < timeframes.count else {
      return .parkingLot
    }
    return .timeframe(timeframes[index + 1].id)
  }

  func name(of timeframe: TimeframeID) -> String { state.timeframe(timeframe)?.name ?? timeframe.text }
}
