// What a kind of session does not touch (M22), and what each of its steps must leave behind.
extension Session {
  /// Goals are settled where they come to the table one by one; elsewhere they are decided, and stay so unless the kind
  /// of the session is openly changed.
  func checkKind(_ command: Command) throws(Refusal) {
    if state.kind.leavesDecided(command.verb) { throw .decided(verb: command.verb, state.kind) }
  }

  /// Throws what a step still lacks before the session goes on.
  func checkComplete(_ step: Step) throws(Refusal) {
    // A goal of the last period without a result is shown as such in the record: figures may come later.
    guard case .part(let part) = step else { return }
    let findings = state.findings
    switch part {
    case .question:
      guard let question = findings.question else { throw .incomplete(.noQuestion) }
      if question.answer == nil { throw .incomplete(.questionOpen(question.text)) }
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

extension SessionKind {
  /// Whether a command with this verb would open what a session of this kind takes as decided.
  public func leavesDecided(_ verb: String) -> Bool {
    if settlesGoals { return false }
    let opening = [
      "dot", "confirm", "adjust", "defer", "drop", "skip", "propose", "metric", "move", "rank", "vote open", "ballot",
    ]
    return opening.contains(verb) || verb == "serve" && self != .featuresOnly
  }
}
