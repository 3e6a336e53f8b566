// The order of steps (M10), and what each must leave behind before the session goes on.
extension Session {
  /// The step that `next` goes to. Throws what is still missing here.
  func nextStep() throws(Refusal) -> Step {
    let agenda = state.agenda
    let place = state.place(in: agenda)
    guard place.next < agenda.count else { throw .wrongStep(.nothingAfter(step: state.step.text)) }
    if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
    if agenda.contains(state.step), case .goal(let id) = state.step, let goal = state.goal(id), goal.settlement == nil {
      throw .goalOpen([open(goal)])
    }
    try checkComplete(state.step)
    let next = agenda[place.next]
    if next.needsSettledGoals, !state.openGoals.isEmpty { throw .goalOpen(state.openGoals.map(open)) }
    if state.step == .priorities { try checkCapacities() }
    return next
  }

  /// Throws `over-capacity` where a timeframe holds more goals than it can (M17).
  func checkCapacities() throws(Refusal) {
    let overfull = state.plan.timeframes.compactMap { timeframe -> Refusal.Overfull? in
      let goals = state.occupants(of: timeframe.id)
      guard let capacity = timeframe.capacity, goals.count > capacity else { return nil }
      return Refusal.Overfull(name: timeframe.name, capacity: capacity, goals: goals.map(\.goal.name))
    }
    if !overfull.isEmpty { throw .overCapacity(overfull) }
  }

  func open(_ goal: GoalState) -> Refusal.OpenGoal {
    Refusal.OpenGoal(
      name: state.shownName(of: goal), silent: goal.isPresented ? state.names(of: state.silent(on: goal)) : [])
  }

  /// Throws what a step of its own kind of session still lacks.
  func checkComplete(_ step: Step) throws(Refusal) {
    // A goal of the last period without a result is shown as such in the record: figures may come later.
    guard case .part(let part) = step else { return }
    let findings = state.findings
    switch part {
    case .question:
      guard let question = findings.question else { throw .incomplete(.noQuestion) }
      if question.ending == nil { throw .incomplete(.questionOpen(question.text)) }
    case .assumptions: if findings.assumptions.isEmpty { throw .incomplete(.noAssumption) }
    case .alternatives:
      if findings.alternatives.count < 2 { throw .incomplete(.fewAlternatives(findings.alternatives.count)) }
    case .killCriteria: if findings.killCriteria.isEmpty { throw .incomplete(.noKillCriterion) }
    case .decision: if findings.choice == nil { throw .incomplete(.nothingChosen) }
    case .reading: if findings.reasons.isEmpty { throw .incomplete(.noReason) }
    case .clustering:
      let loose = state.looseReasons.map(\.id.text)
      if !loose.isEmpty { throw .incomplete(.looseReasons(loose)) }
    case .mitigation:
      let open = findings.clusters.filter(\.isOpen).map { "\($0.id) \($0.name)" }
      if !open.isEmpty { throw .incomplete(.noMitigation(open)) }
    case .scorecard, .writing, .whatAndWhy, .team, .need, .missing, .champion: break
    }
  }
}

extension State {
  /// Where the session stands in its agenda: the indices of the steps before and after the present one.
  /// A features step goes from the agenda when its goal opens again; it is then between priorities and
  /// the features steps that are still to come.
  func place(in agenda: [Step]) -> (previous: Int, next: Int) {
    if let index = agenda.firstIndex(of: step) { return (index - 1, index + 1) }
    guard case .features = step else {
      // The kind of the session has changed: what is done of the new agenda lies behind.
      let done = agenda.indices.last { isVisited(agenda[$0]) } ?? 0
      return (done, done + 1)
    }
    let after = agenda.indices.last { index in
      if case .features = agenda[index] { isVisited(agenda[index]) } else { agenda[index] != .readBack }
    }
    return (after ?? 0, (after ?? 0) + 1)
  }

  /// The goals that a step waits for and that are not settled.
  var openGoals: [GoalState] { boxes.goal > 0 ? goals.filter { $0.settlement == nil } : [] }
}

extension Step {
  /// Features wait until goals are settled (M20), and so does everything after the goals.
  var needsSettledGoals: Bool {
    switch self {
    case .priorities, .features, .readBack: true
    case .lobby, .review, .boundary, .context, .vote, .goal, .part, .closed: false
    }
  }
}
