// A conflict has its own timebox, both positions, and one of four ends (M18).
extension Session {
  func decideConflict(_ command: Command, _ at: Instant) throws(Refusal) -> [Event] {
    if case .conflict(let topic, let between, let goal) = command {
      if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
      return [.conflictOpened(topic: topic, between: between, goal: goal)]
    }
    if case .postpone(let decider, let by, let criteria) = command, state.openConflict == nil, answersQuestion {
      return postponeQuestion(Process(decider: decider, by: by.date(at: at), criteria: criteria), at)
    }
    guard let conflict = state.openConflict else { throw .noConflict }
    switch command {
    case .argue(let who, let text, let interest):
      return [.argued(Conflict.Position(who: who, text: text, interest: interest))]
    case .resolve(let decision, let because, let until):
      let entry = Decision(id: nextDecisionID, what: decision, because: because, until: until?.date(at: at))
      return [.conflictEnded(.resolved(decision: decision, because: because)), .decided(entry)]
    case .experiment(let what, let metric, let until, let owner):
      return [.conflictEnded(.experiment(what: what, metric: metric, until: until.date(at: at), owner: owner))]
    case .escalate(let to, let by, let criteria, let options):
      let process = Process(decider: to, by: by.date(at: at), criteria: criteria, options: options)
      return [.conflictEnded(.escalated(process)), followUp(conflict, process, at)]
    case .postpone(let decider, let by, let criteria):
      let process = Process(decider: decider, by: by.date(at: at), criteria: criteria)
      return [.conflictEnded(.postponed(process)), followUp(conflict, process, at)]
    default: return []
    }
  }

  /// Explicit consent to what ended the last conflict (M46).
  func decideConsent(_ people: [StakeholderID]) throws(Refusal) -> [Event] {
    if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
    guard let conflict = state.conflicts.last, case .resolved = conflict.ending else {
      throw .badArgument(.nothingResolved)
    }
    return conflict.consents.isSuperset(of: people) ? [] : [.consented(people)]
  }

  /// Within a week, with just the people concerned (M32).
  private func followUp(_ conflict: Conflict, _ process: Process, _ at: Instant) -> Event {
    let week = at.date.adding(days: 7)
    return .followedUp(
      FollowUp(text: conflict.topic, owner: process.decider, due: min(process.by, week), with: conflict.between))
  }
}
