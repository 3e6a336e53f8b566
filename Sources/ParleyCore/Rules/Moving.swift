// Steps, the countdown and the people in the room.
extension Session {
  func decideMove(_ command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .next: [.stepEntered(try nextStep())]
    case .back: [.stepEntered(try previousStep())]
    case .goto(let step): try goTo(step)
    case .pause: state.visit.pausedSince == nil ? [.paused] : []
    case .resume: state.visit.pausedSince == nil ? [] : [.resumed]
    case .extend(let minutes): state.step == .lobby ? [] : [.extended(minutes: minutes)]
    case .arrive(let who): state.isPresent(who) ? [] : [.arrived(who)]
    case .leave(let who): state.isPresent(who) ? [.left(who)] : []
    case .heard(let who): state.heard.contains(who) ? [] : [.heard(who)]
    default: []
    }
  }

  private func nextStep() throws(Refusal) -> Step {
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

  private func previousStep() throws(Refusal) -> Step {
    let agenda = state.agenda
    let place = state.place(in: agenda)
    guard place.previous >= 0 else { throw .wrongStep(.nothingBefore) }
    return agenda[place.previous]
  }

  private func goTo(_ text: String) throws(Refusal) -> [Event] {
    let agenda = state.agenda
    guard let step = Step(text), let target = agenda.firstIndex(of: step) else {
      throw .wrongStep(.unknownStep(text))
    }
    if step == state.step { return [] }
    let place = state.place(in: agenda)
    if target >= place.next {
      for passed in agenda[(place.next - 1)..<target] { try checkDone(passed, before: step) }
      if step.needsSettledGoals, let goal = state.openGoals.first {
        throw .wrongStep(.aheadOver(step: step.text, undone: state.shownName(of: goal)))
      }
    }
    return [.stepEntered(step)]
  }

  private func checkDone(_ passed: Step, before step: Step) throws(Refusal) {
    if case .goal(let id) = passed, let goal = state.goal(id), goal.settlement == nil {
      throw .wrongStep(.aheadOver(step: step.text, undone: state.shownName(of: goal)))
    }
    if passed == state.step || state.isVisited(passed) { try checkComplete(passed) }
    if !state.isVisited(passed) { throw .wrongStep(.aheadOver(step: step.text, undone: passed.text)) }
    if passed == .priorities { try checkCapacities() }
  }

  private func checkCapacities() throws(Refusal) {
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

  func names(of people: [StakeholderID]) -> [String] { people.map { stakeholder($0)?.name ?? $0.text } }
}

extension Step {
  /// Features wait until goals are settled (M20), and so does everything after the goals.
  fileprivate var needsSettledGoals: Bool {
    switch self {
    case .priorities, .features, .readBack: true
    default: false
    }
  }
}
