// The part of the fold that is about conflicts. The last one is the only one that may be open.
extension State {
  mutating func applyConflict(_ event: Event, _ at: Instant) {
    switch event {
    case .conflictOpened(let topic, let between, let goal):
      var conflict = Conflict(
        topic: topic, goal: goal, between: between, opened: at, planned: plan.timeboxes.conflict * 60)
      conflict.step = step
      if visit.pausedSince != nil { conflict.visit.stop(at: at) }
      conflicts.append(conflict)
    case .argued(let position):
      editLastConflict { $0.positions.append(position) }
      heard.insert(position.who)
    case .conflictEnded(let ending): editLastConflict { $0.ending = ending }
    case .consented(let people): editLastConflict { $0.consents.formUnion(people) }
    default: break
    }
  }

  /// A dot on the goal, given after the conflict about it was resolved, is consent or the lack of it (M46).
  mutating func takeConsent(of who: StakeholderID, on goal: GoalID) {
    editLastConflict { conflict in
      guard case .resolved = conflict.ending, conflict.goal == goal else { return }
      conflict.consents.insert(who)
    }
  }

  mutating func editOpenConflict(_ change: (inout Conflict) -> Void) {
    if openConflict != nil { editLastConflict(change) }
  }

  private mutating func editLastConflict(_ change: (inout Conflict) -> Void) {
    if !conflicts.isEmpty { change(&conflicts[conflicts.count - 1]) }
  }
}
