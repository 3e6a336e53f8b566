/// `rank GOAL N`: gives a goal its place in the order.
public struct RankGoal: Verb {
  public var goal: GoalID
  /// From 1.
  public var place: Int

  public init(goal: GoalID, place: Int) {
    self.goal = goal
    self.place = place
  }

  public static let syntax = Syntax<Self>(
    .rank, "gives a goal its place in the order", example: "rank churn 1", Self.init, .place("GOAL", .goal, \.goal),
    .place("N", .count(), \.place, label: "New place"))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    switch state.step {
    case .priorities, .features, .readBack: break
    case .lobby, .review, .boundary, .context, .vote, .goal, .part, .closed:
      throw .wrongStep(.only(name, at: "priorities"))
    }
    var ranked = state.priorities.map(\.id)
    guard let from = ranked.firstIndex(of: goal) else {
      throw .badArgument(.notAgreed(goal: state.goal(goal)?.goal.name ?? goal.text))
    }
    guard place <= ranked.count else {
      throw .badArgument(.outOfRange("N", value: String(place), range: "1 to \(ranked.count)"))
    }
    ranked.insert(ranked.remove(at: from), at: place - 1)
    var next = ranked.makeIterator()
    let agreed = Set(ranked)
    let order = state.order.map { agreed.contains($0) ? next.next() ?? $0 : $0 }
    return order == state.order ? [] : [Ordered(order: order).event]
  }
}

/// The goals have this order: every goal, most important first.
public struct Ordered: EventPayload {
  public var order: [GoalID]

  public init(order: [GoalID]) { self.order = order }

  package static let name = Event.Name.ordered
  package static let codec = Codec(Self.init, Member("order", \.order))
  package var event: Event { .ordered(self) }

  package func apply(to state: inout State, at: Instant) { state.order = order }
  package func redacted(by redaction: Redaction) -> Self? { Self(order: order.map(redaction.redacted)) }
  package func sentence(by narrator: Narrator) -> String? {
    let agreed = order.compactMap(narrator.state.goal).filter(\.isAgreed)
    return agreed.isEmpty ? nil : "order: " + agreed.map(\.goal.name).joined(separator: ", ")
  }
}
