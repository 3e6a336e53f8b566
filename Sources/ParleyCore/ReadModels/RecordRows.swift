extension Record {
  /// What was gained and what moved out for it (M17), with the names of both.
  public struct TradeOffRow: Hashable, Sendable {
    public var tradeOff: TradeOff
    public var gainedName: String
    public var displacedName: String

    init(_ tradeOff: TradeOff, in state: State) {
      self.tradeOff = tradeOff
      let areGoals = [tradeOff.gained, tradeOff.displaced].allSatisfy { state.goal(GoalID($0)) != nil }
      gainedName = state.name(ofTraded: tradeOff.gained, isGoal: areGoals)
      displacedName = state.name(ofTraded: tradeOff.displaced, isGoal: areGoals)
    }
  }

  /// A vote that was revealed: who voted, and what came of it; never who voted for what (M19).
  public struct VoteRow: Hashable, Sendable {
    public var dots: Int
    /// In the plan's order.
    public var turnout: [StakeholderID]
    /// Most dots first, equal ones in the order of the table.
    public var tally: [Count]
    /// Goals with as many dots as others, most dots first.
    public var ties: [[GoalID]]

    /// A goal and the dots it got.
    public struct Count: Hashable, Sendable {
      public var goal: GoalID
      public var dots: Int
    }

    init?(_ vote: Vote, in state: State) {
      guard let tally = vote.tally else { return nil }
      dots = vote.dots
      turnout = state.plan.stakeholders.map(\.id).filter(vote.turnout.contains)
      let counts = state.goals.enumerated().compactMap { place, goal in
        tally[goal.id].map { (place: place, count: Count(goal: goal.id, dots: $0)) }
      }
      let ranked = counts.sorted { ($1.count.dots, $0.place) < ($0.count.dots, $1.place) }.map(\.count)
      let levels = Set(ranked.map(\.dots)).sorted(by: >)
      self.tally = ranked
      ties = levels.map { dots in ranked.filter { $0.dots == dots }.map(\.goal) }.filter { $0.count > 1 }
    }
  }

  /// A vote that ended without a result: who had voted by then.
  public struct CancelledVoteRow: Hashable, Sendable {
    public var dots: Int
    /// In the plan's order.
    public var turnout: [StakeholderID]

    init(_ vote: Vote, in state: State) {
      dots = vote.dots
      turnout = state.plan.stakeholders.map(\.id).filter(vote.turnout.contains)
    }
  }

  /// What a step took against what was planned for it, in seconds (M26).
  public struct PaceRow: Hashable, Sendable {
    public var step: Step
    /// Extensions included.
    public var planned: Int
    /// Pauses and conflicts included.
    public var actual: Int

    init(_ time: StepTime, in state: State, until instant: Instant) {
      step = time.step
      planned = time.planned
      let current = state.step == time.step ? state.visit.length(at: instant) : 0
      actual = Int((time.past + current) / 1000)
    }
  }

  /// A goal of the period before whose result nobody has said.
  public struct UnreviewedRow: Hashable, Sendable {
    public var goal: GoalID
    public var name: String
  }

  /// What became of a goal in the period before (M37).
  public struct ReviewRow: Hashable, Sendable {
    public var goal: GoalID
    public var name: String
    public var last: LastPeriod
    /// The goal that goes on from it; nil where none does.
    public var carriedTo: GoalID?

    init?(_ past: PastGoal) {
      guard let last = past.last else { return nil }
      goal = past.id
      name = past.name
      self.last = last
      carriedTo = past.carriedTo
    }
  }
}

extension State {
  /// A displaced feature is in no goal any more; the plan and the parking lot still know its name.
  fileprivate func name(ofTraded id: String, isGoal: Bool) -> String {
    if isGoal, let goal = goal(GoalID(id)) { return goal.goal.name }
    let features = goals.flatMap(\.goal.features) + plan.goals.flatMap(\.features)
    return features.first { $0.id.text == id }?.name ?? item(ItemID(id))?.text ?? id
  }
}
