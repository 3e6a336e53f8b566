/// A command of a session of a kind of its own, as it was asked for.
public enum FindingCommand: Hashable, Sendable {
  case result(GoalID, actual: Double, target: Double?, LastPeriod.Result?, because: String)
  case carry(CarryCommand)
  case reading(GoalID, Double, note: String?)
  case question(String)
  case assume(String, Evidence, note: String?, by: StakeholderID?)
  case grade(AssumptionID, Evidence, note: String?)
  case alternative(String, gives: String?, costs: String?)
  case kill(KillCommand)
  case choose(AlternativeID, because: String, consequences: String?, until: Due?)
  case reason(StakeholderID, String)
  case cluster(String, [ReasonID])
  case mitigate(ClusterID, String, owner: StakeholderID, due: Due)
  case bear(ClusterID, because: String)
  case learn(String, alignment: StakeholderMap.Alignment?)
}

/// A goal of the last period that goes on (M37), as it was asked for.
public struct CarryCommand: Hashable, Sendable {
  public var goal: GoalID
  public var to: TimeframeID
  public var name: String?
  /// Nil is what came of the last period.
  public var baseline: Double?
  /// Nil is the target of the last period.
  public var target: Double?
  public var displacing: Displacement?
  public var because: String
}

/// When to stop (M42), as it was asked for.
public struct KillCommand: Hashable, Sendable {
  public var action: String
  public var metric: String
  public var threshold: String
  public var by: Due
  public var owner: StakeholderID?
}

extension FindingCommand {
  /// Everything that it names by its id.
  var references: [Reference] {
    switch self {
    case .result(let goal, _, _, _, _): [.pastGoal(goal)]
    case .carry(let carry):
      [.pastGoal(carry.goal), .timeframe(carry.to)] + (carry.displacing.map { [.goal($0.goal)] + $0.landing } ?? [])
    case .reading(let goal, _, _): [.pastGoal(goal)]
    case .question, .alternative, .learn: []
    case .assume(_, _, _, let by): by.map { [.who($0)] } ?? []
    case .grade(let assumption, _, _): [.assumption(assumption)]
    case .kill(let kill): kill.owner.map { [.who($0)] } ?? []
    case .choose(let alternative, _, _, _): [.alternative(alternative)]
    case .reason(let who, _): [.who(who)]
    case .cluster(_, let reasons): reasons.map(Reference.reason)
    case .mitigate(let cluster, _, let owner, _): [.cluster(cluster), .who(owner)]
    case .bear(let cluster, _): [.cluster(cluster)]
    }
  }

  /// The verb as it is written.
  var verb: String {
    switch self {
    case .result: "result"
    case .carry: "carry-forward"
    case .reading: "reading"
    case .question: "question"
    case .assume: "assume"
    case .grade: "evidence"
    case .alternative: "alternative"
    case .kill: "kill-criterion"
    case .choose: "choose"
    case .reason: "reason"
    case .cluster: "cluster"
    case .mitigate: "mitigate"
    case .bear: "bear"
    case .learn: "learn"
    }
  }
}

extension Displacement {
  fileprivate var landing: [Reference] {
    if case .timeframe(let id)? = to { [.timeframe(id)] } else { [] }
  }
}
