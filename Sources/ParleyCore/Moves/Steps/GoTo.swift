/// `goto STEP`: back to any step, forward over steps that are done (M10).
public struct GoTo: Verb {
  /// As it was written: an unknown step is a `wrong-step`, not a fault of grammar.
  public var step: String

  public init(step: String) { self.step = step }

  public static let syntax = Syntax<Self>(
    .goto, "goes to a step: back to any, forward over steps that are done", rule: "M10", example: "goto goal:churn",
    Self.init,
    .place("STEP", .step, \.step))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    let agenda = state.agenda
    guard let step = Step(step), let target = agenda.firstIndex(of: step) else {
      throw .wrongStep(.unknownStep(self.step))
    }
    if step == state.step { return [] }
    let place = state.place(in: agenda)
    if target >= place.next {
      for passed in agenda[(place.next - 1)..<target] { try session.checkDone(passed, before: step) }
      if step.needsSettledGoals, let goal = state.openGoals.first {
        throw .wrongStep(.aheadOver(step: step.text, undone: state.shownName(of: goal)))
      }
    }
    return [StepEntered(step: step).event]
  }
}

extension Session {
  fileprivate func checkDone(_ passed: Step, before step: Step) throws(Refusal) {
    if case .goal(let id) = passed, let goal = state.goal(id), goal.settlement == nil {
      throw .wrongStep(.aheadOver(step: step.text, undone: state.shownName(of: goal)))
    }
    if passed == state.step || state.isVisited(passed) { try checkComplete(passed) }
    if !state.isVisited(passed) { throw .wrongStep(.aheadOver(step: step.text, undone: passed.text)) }
    if passed == .priorities { try checkCapacities() }
  }
}
