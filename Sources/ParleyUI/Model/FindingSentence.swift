import ParleyCore
import ParleyScreens

extension EventTeller {
  /// What a session of a kind of its own has found out.
  func found(_ finding: Finding) -> String? {
    switch finding {
    case .resultGiven(let goal, let last):
      "\(past(goal)): \(amount(last.actual)) against \(amount(last.target)), \(last.result.words)"
    case .goalCarried(let goal, let from): "\(past(from)) goes on as \(goal.id)"
    case .metricRead(let reading): "\(past(reading.goal)): now \(amount(reading.value))"
    case .questionNamed(let text): "the question: \(text)"
    case .questionAnswered: "the question is decided"
    case .questionPostponed(let process): "\(name(process.decider)) decides the question by \(process.by)"
    case .assumed(let assumption): "\(assumption.id), \(assumption.evidence.rawValue): \(assumption.text)"
    case .alternativeGiven(let alternative): "\(alternative.id): \(alternative.text)"
    case .killCriterionSet(let criterion):
      "\(criterion.id): \(criterion.action) when \(criterion.metric) is \(criterion.threshold) by \(criterion.by)"
    case .chosen(let choice): "chosen: \(choice.alternative)"
    case .reasonGiven(let reason):
      state.step == .part(.writing)
        ? "\(name(reason.who)) has written" : "\(reason.id) \(name(reason.who)): \(reason.text)"
    case .clustered(let cluster):
      "\(cluster.id) \(cluster.name): \(cluster.reasons.map(\.text).joined(separator: ", "))"
    case .mitigated(let cluster, let mitigation): "against \(cluster): \(mitigation.what)"
    case .borne(let cluster, _): "\(cluster) is borne"
    case .answerKept: "the answer is in the private map"
    }
  }

  private func past(_ goal: GoalID) -> String { state.pastGoals.first { $0.id == goal }?.name ?? name(goal) }
}
