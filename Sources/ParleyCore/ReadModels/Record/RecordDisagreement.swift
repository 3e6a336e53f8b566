extension Record {
  /// A disagreement, and how it was or will be decided (M18, M32).
  public struct Disagreement: Hashable, Sendable {
    public var topic: String
    public var goal: GoalID?
    public var between: [StakeholderID]
    public var positions: [Position]
    /// Nil while the conflict is open.
    public var outcome: Outcome?
    /// Nil when it is open or resolved.
    public var process: Process?
    /// The decision and its reason, when it is resolved.
    public var resolution: Resolution?
    /// The people who have said that they can live with it, in the plan's order (M46). A red dot on its goal is no
    /// consent.
    public var consents: [StakeholderID] = []

    /// How it ended, in the words of the record.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
      case resolved, experiment, escalated, postponed
    }

    /// The decision that ended it; it is among the decisions too.
    public struct Resolution: Hashable, Sendable {
      public var decision: String
      public var because: String
    }

    /// Someone's position, and the interest beneath it.
    public struct Position: Hashable, Sendable {
      public var who: StakeholderID
      /// Nil for a red dot without words.
      public var text: String?
      public var interest: String?
    }
  }
}

extension State {
  var disagreements: [Record.Disagreement] {
    let rows = goalRows.compactMap { goal($0.goal.id) }
    return conflicts.map(disagreement(of:)) + openQuestion + rows.compactMap(deferral(of:))
      + rows.compactMap(dissent(on:))
  }

  /// The one question of a check-in, when it was left to a decider (M36).
  private var openQuestion: [Record.Disagreement] {
    guard let question = findings.question, case .postponed(let process) = question.ending else { return [] }
    return [
      Record.Disagreement(
        topic: question.text, goal: nil, between: [], positions: [], outcome: .postponed, process: process)
    ]
  }

  private func disagreement(of conflict: Conflict) -> Record.Disagreement {
    let (outcome, process) = conflict.ending.map(\.forRecord) ?? (nil, nil)
    var resolution: Record.Disagreement.Resolution?
    if case .resolved(let decision, let because) = conflict.ending {
      resolution = .init(decision: decision, because: because)
    }
    return Record.Disagreement(
      topic: conflict.topic, goal: conflict.goal, between: conflict.between,
      positions: conflict.positions.map { .init(who: $0.who, text: $0.text, interest: $0.interest) },
      outcome: outcome, process: process, resolution: resolution, consents: consents(to: conflict))
  }

  private func consents(to conflict: Conflict) -> [StakeholderID] {
    let dots = conflict.goal.flatMap(goal)?.dots ?? [:]
    return plan.stakeholders.map(\.id).filter { conflict.consents.contains($0) && dots[$0]?.colour != .red }
  }

  private func deferral(of goal: GoalState) -> Record.Disagreement? {
    guard case .deferred(let process) = goal.settlement else { return nil }
    return disagreement(on: goal, .postponed, process)
  }

  /// A goal settled over a red dot that is still red. Where a conflict on it was left to the same process, it is that one
  /// disagreement.
  private func dissent(on goal: GoalState) -> Record.Disagreement? {
    guard goal.isOverDissent, let process = goal.settlement?.dissent else { return nil }
    let ends = conflicts.filter { $0.goal == goal.id }.compactMap(\.ending?.process)
    if ends.contains(where: { $0.isSame(as: process) && ($0.isShared || process.isShared) }) { return nil }
    return disagreement(on: goal, .escalated, process)
  }

  private func disagreement(
    on goal: GoalState, _ outcome: Record.Disagreement.Outcome, _ process: Process
  ) -> Record.Disagreement {
    let against = plan.stakeholders.map(\.id).filter { goal.dots[$0]?.colour == .red }
    return Record.Disagreement(
      topic: goal.goal.name, goal: goal.id, between: against,
      positions: against.map { .init(who: $0, text: goal.dots[$0]?.note, interest: nil) },
      outcome: outcome, process: process)
  }
}

extension Conflict.Ending {
  /// An experiment decides by its metric, on the day it ends, through its owner.
  fileprivate var forRecord: (Record.Disagreement.Outcome?, Process?) {
    switch self {
    case .resolved: (.resolved, nil)
    case .experiment(let what, let metric, let until, let owner):
      (.experiment, Process(decider: owner, by: until, criteria: metric, options: [what]))
    case .escalated(let process): (.escalated, process)
    case .postponed(let process): (.postponed, process)
    }
  }
}
