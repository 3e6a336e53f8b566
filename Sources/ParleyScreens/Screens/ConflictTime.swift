import ParleyCore

extension SessionView {
  /// The step's own time, small, while the conflict's is the large one: `Churn 4:12`.
  var stepBesideConflict: String? {
    guard Countdown(ofConflictIn: state, at: now) != nil, let step = Countdown(state, at: now) else { return nil }
    return "\(state.titles(of: state.step).short) \(step.text)"
  }

  /// What the large time is for, where that is not the step.
  var timedConflict: String? { Countdown(ofConflictIn: state, at: now) == nil ? nil : "conflict" }

  /// Who has spoken in the conflict, the two of it first.
  func speakers(in conflict: Conflict) -> Asking {
    let others = state.plan.stakeholders.map(\.id).filter { state.isPresent($0) && !conflict.between.contains($0) }
    let people = conflict.between + others
    let lines = people.map { who -> Line in
      let count = conflict.words(of: who).count
      let words = count > 0 ? counted(count, "argument") : "not yet"
      return Line(
        [Span(state.name(who), who == marked ? .person : .text)],
        trailing: [Span(conflict.between.contains(who) || count > 0 ? words : "", .dim)])
    }
    return Asking(title: "Who has spoken", count: "\(conflict.positions.count)", lines: lines, room: people.count)
  }
}
