extension Session {
  func checkKnown(_ command: Command, _ speaker: Speaker) throws(Refusal) {
    if case .stakeholder(let who) = speaker { try checkKnown(.who(who)) }
    // Under a veil nobody is told of a ballot that cannot be cast yet which of its goals there are.
    if command.isBallot, state.openVote == nil, state.goals.contains(where: { Goal.isCovered($0.id) }) { return }
    for reference in command.references where !reference.isElsewhere { try checkKnown(reference) }
  }

  private func checkKnown(_ reference: Reference) throws(Refusal) {
    let (id, known): (String, [String]) =
      switch reference {
      case .who(let id): (id.text, state.plan.stakeholders.map(\.id.text))
      case .goal(let id): (id.text, state.goals.map(\.id.text))
      case .timeframe(let id): (id.text, state.plan.timeframes.map(\.id.text))
      case .item(let id): (id.text, state.parkingLot.map(\.id.text))
      case .feature(let id): (id.text, state.goals.flatMap(\.goal.features).map(\.id.text))
      case .decision(let id): (id.text, state.decisions.map(\.id.text))
      case .comment(let id): (id.text, state.comments.map(\.id.text))
      case .pastGoal(let id): (id.text, (state.pastGoals.map(\.id) + state.goals.map(\.id)).map(\.text))
      case .assumption(let id): (id.text, state.findings.assumptions.map(\.id.text))
      case .alternative(let id): (id.text, state.findings.alternatives.map(\.id.text))
      case .reason(let id): (id.text, state.findings.reasons.map(\.id.text))
      case .cluster(let id): (id.text, state.findings.clusters.map(\.id.text))
      }
    if known.contains(id) { return }
    let shown = known.filter { isShown($0, reference) }
    throw .unknownID(reference, near: nearName(to: id, among: shown), known: shown)
  }

  /// A refusal is read by the whole room: what was not presented is not in it (M12, M20).
  private func isShown(_ id: String, _ reference: Reference) -> Bool {
    switch reference {
    case .goal: state.isNamed(GoalID(id))
    case .pastGoal: state.isVisited(.review) || state.isNamed(GoalID(id))
    case .feature: state.showsFeatures
    case .who, .timeframe, .item, .decision, .comment, .assumption, .alternative, .reason, .cluster: true
    }
  }

  /// The role table of the contract.
  func checkPermitted(_ command: Command, _ speaker: Speaker) throws(Refusal) {
    let allowed =
      switch speaker {
      case .facilitator: true
      case .noteTaker: speaker.mayGive(command.verb)
      case .stakeholder(let who): command.owner == who || command.isBallot
      case .screen: false
      }
    // Whoever is not in the room neither votes nor acknowledges.
    let absent =
      switch (command, speaker) {
      case (.ack(let who, _), _): !state.isPresent(who)
      case (.ballot, .stakeholder(let who)): !state.isPresent(who)
      default: false
      }
    if !allowed || absent { throw .notPermitted(speaker, verb: command.verb) }
  }

  func checkOpen(_ command: Command) throws(Refusal) {
    if state.isFinal { throw .final }
    switch command {
    case .comment, .reply, .finalise:
      if state.ended == nil { throw .wrongStep(.notClosed(verb: command.verb)) }
    default:
      if state.ended != nil { throw .closed }
    }
  }
}

extension Speaker {
  /// Whether any command with this verb may be this speaker's to give; what it says may still make it another's.
  public func mayGive(_ verb: String) -> Bool {
    switch self {
    case .facilitator: true
    case .noteTaker:
      [
        "park", "request", "note", "follow-up", "decide", "argue", "arrive", "leave", "dot", "ack", "comment", "ballot",
        "reading", "assume", "evidence", "alternative", "kill-criterion", "reason", "cluster", "mitigate", "bear",
      ].contains(verb)
    case .stakeholder: ["dot", "ack", "argue", "comment", "request", "ballot", "reason"].contains(verb)
    case .screen: false
    }
  }
}

extension Command {
  fileprivate var isBallot: Bool { if case .ballot = self { true } else { false } }

  /// Whose word the command is, where a stakeholder may give it for themselves.
  fileprivate var owner: StakeholderID? {
    switch self {
    case .dot(let dot): dot.who
    case .ack(let who, _), .argue(let who, _, _), .comment(let who, _), .request(_, let who): who
    case .finding(.reason(let who, _)): who
    default: nil
    }
  }
}
