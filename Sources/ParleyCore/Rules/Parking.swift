// Requests are asked which goal they serve (M16); what is not decided now is parked and never lost.
extension Session {
  func decideParking(_ command: Command, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .request(let text, let who):
      return [.requested(ParkedItem(id: nextItemID, text: text, by: who, kind: .feature))]
    case .park(let park):
      return [
        .parked(
          ParkedItem(
            id: nextItemID, text: park.text, by: park.by, kind: park.kind ?? .idea, goal: park.goal, owner: park.owner,
            due: park.due?.date(at: at)))
      ]
    case .assign(let id, let owner, let due):
      return [.assigned(id, owner: owner, due: due?.date(at: at))]
    case .withdraw(let id):
      _ = try openItem(id)
      return [.withdrawn(id)]
    case .serve(let id, let goal, let displacing): return try serve(id, goal, displacing)
    default: return []
    }
  }

  private func serve(_ id: ItemID, _ goalID: GoalID, _ displacing: FeatureID?) throws(Refusal) -> [Event] {
    let goal = try presented(goalID, for: "serve")
    _ = try openItem(id)
    let features = goal.goal.features
    guard let displacing else {
      if let capacity = goal.goal.capacity, features.count >= capacity {
        throw .needsDisplacement(.goal(name: goal.goal.name, capacity: capacity, features: features.map(\.name)))
      }
      return [.served(id, goal: goalID)]
    }
    guard let displaced = features.first(where: { $0.id == displacing }) else {
      throw .badArgument(.notAFeatureOf(feature: displacing.text, goal: goal.goal.name))
    }
    let item = ParkedItem(id: nextItemID, text: displaced.name, kind: .feature, goal: goalID, state: .displaced)
    return [
      .featureDisplaced(displacing, from: goalID, to: item), .served(id, goal: goalID),
      .tradedOff(TradeOff(gained: id.text, displaced: displacing.text)),
    ]
  }

  private func openItem(_ id: ItemID) throws(Refusal) -> ParkedItem {
    guard let item = state.item(id) else { throw .unknownID(.item(id), near: nil, known: []) }
    if !item.isOpen { throw .badArgument(.itemIs(id.text, state: item.state.rawValue)) }
    return item
  }
}
