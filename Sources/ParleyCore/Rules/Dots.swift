// Dots (M13, M14) and what a red one does to a settled goal.
extension Session {
  func decideDot(_ command: DotCommand) throws(Refusal) -> [Event] {
    let goal = try presented(command.goal, for: "dot")
    guard let colour = command.colour else {
      return [.dotCleared(goal.id, command.who)] + reopening(goal, voiding: goal.reopens)
    }
    if colour.objects, command.layer == nil, command.condition == nil { throw .needsLayer(colour) }
    let dot = Dot(
      colour: colour, layer: command.layer, cause: command.cause, note: command.note, how: command.how ?? .spoken)
    var events: [Event] = [.dotGiven(goal.id, command.who, dot)]
    if let text = command.condition {
      events.append(.conditionSet(goal.id, Condition(text: text, by: command.who)))
    }
    return colour == .red ? events + reopening(goal, voiding: true) : events
  }

  private func reopening(_ goal: GoalState, voiding: Bool) -> [Event] {
    var events: [Event] = goal.reopens ? [.goalReopened(goal.id)] : []
    if voiding, !state.acknowledgements.isEmpty { events.append(.acknowledgementsVoided) }
    return events
  }

  /// The goal that is named, or is on the table; throws `wrong-step` when it has not been presented yet.
  func presented(_ id: GoalID?, for verb: String) throws(Refusal) -> GoalState {
    guard let goal = id.map(state.goal) ?? state.goalOnTable else {
      throw .wrongStep(.noGoalOnTable(verb: verb))
    }
    if !goal.isPresented { throw .wrongStep(.notPresented(goal: goal.id.text)) }
    return goal
  }
}

extension GoalState {
  /// Whether a red dot opens it again: a deferred or dropped goal stays what it is.
  fileprivate var reopens: Bool {
    switch settlement {
    case .confirmed, .adjusted, .leftOpen: true
    case .deferred, .dropped, nil: false
    }
  }
}
