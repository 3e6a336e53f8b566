/// Something that a command names by its id.
public enum Reference: Hashable, Sendable {
  case who(StakeholderID)
  /// Someone who was asked, or who gets the record.
  case reader(StakeholderID)
  case goal(GoalID)
  case timeframe(TimeframeID)
  case item(ItemID)
  case feature(FeatureID)
  case decision(DecisionID)
  case comment(CommentID)
  /// A goal of the last period, or of this one.
  case pastGoal(GoalID)
  case assumption(AssumptionID)
  case alternative(AlternativeID)
  case reason(ReasonID)
  case cluster(ClusterID)
}

extension Reference {
  /// Whether it is a decision of another session, which is not known here (M31).
  var isElsewhere: Bool {
    if case .decision(let id) = self { id.elsewhere != nil } else { false }
  }

  fileprivate var id: String {
    switch self {
    case .who(let id), .reader(let id): id.text
    case .goal(let id), .pastGoal(let id): id.text
    case .timeframe(let id): id.text
    case .item(let id): id.text
    case .feature(let id): id.text
    case .decision(let id): id.text
    case .comment(let id): id.text
    case .assumption(let id): id.text
    case .alternative(let id): id.text
    case .reason(let id): id.text
    case .cluster(let id): id.text
    }
  }
}

extension State {
  /// Throws `unknown-id` where the session has nothing that is called so.
  func checkKnown(_ reference: Reference) throws(Refusal) {
    if reference.isElsewhere { return }
    let known = ids(like: reference)
    if known.contains(reference.id) { return }
    let shown = known.filter { isShown($0, reference) }
    throw .unknownID(reference, near: nearName(to: reference.id, among: shown), known: shown)
  }

  private func ids(like reference: Reference) -> [String] {
    switch reference {
    case .who: plan.stakeholders.map(\.id.text)
    case .reader: plan.stakeholders.map(\.id.text) + plan.readers.map(\.id.text)
    case .goal: goals.map(\.id.text)
    case .timeframe: plan.timeframes.map(\.id.text)
    case .item: parkingLot.map(\.id.text)
    case .feature: goals.flatMap(\.goal.features).map(\.id.text)
    case .decision: decisions.map(\.id.text)
    case .comment: comments.map(\.id.text)
    case .pastGoal: (pastGoals.map(\.id) + goals.map(\.id)).map(\.text)
    case .assumption: findings.assumptions.map(\.id.text)
    case .alternative: findings.alternatives.map(\.id.text)
    case .reason: findings.reasons.map(\.id.text)
    case .cluster: findings.clusters.map(\.id.text)
    }
  }

  /// A refusal is read by the whole room: what was not presented is not in it (M12, M20).
  private func isShown(_ id: String, _ reference: Reference) -> Bool {
    switch reference {
    case .goal: isNamed(GoalID(id))
    case .pastGoal: isVisited(.review) || isNamed(GoalID(id))
    case .feature: showsFeatures
    case .who, .reader, .timeframe, .item, .decision, .comment, .assumption, .alternative, .reason, .cluster: true
    }
  }
}
