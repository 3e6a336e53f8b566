/// What became of the session before, for one that goes on from it (M37): taken from its record when this one is
/// opened, and kept in this one's journal, so that it does not depend on the other file.
public struct LastSession: Hashable, Sendable {
  public var id: String
  public var title: String
  /// Agreed goals in priority order, then the others, as they stood at its end.
  public var goals: [GoalState]
  /// What was gained and what moved out for it, by name.
  public var tradeOffs: [TradeOff]
  /// What still waited for someone.
  public var parkingLot: [ParkedItem]
  public var decisions: [Decision]

  public init(
    id: String, title: String, goals: [GoalState] = [], tradeOffs: [TradeOff] = [], parkingLot: [ParkedItem] = [],
    decisions: [Decision] = []
  ) {
    self.id = id
    self.title = title
    self.goals = goals
    self.tradeOffs = tradeOffs
    self.parkingLot = parkingLot
    self.decisions = decisions
  }

  public init(_ state: State) {
    let record = Record(of: state, until: state.ended ?? state.opened)
    self.init(
      id: state.id, title: state.plan.title,
      goals: (state.priorities + state.goals.filter { !$0.isAgreed }).map(\.atItsEnd),
      tradeOffs: record.tradeOffs.filter { !$0.tradeOff.isVoid }.map {
        TradeOff(gained: $0.gainedName, displaced: $0.displacedName, because: $0.tradeOff.because)
      }, parkingLot: state.parkingLot.filter(\.isOpen), decisions: state.decisions)
  }
}

extension GoalState {
  /// As the next session keeps it: without what only its own session can still take back, and without how its dots came
  /// about, which the record of this one tells.
  fileprivate var atItsEnd: GoalState {
    var goal = self
    (goal.stood, goal.hasYielded, goal.firstColours) = (nil, false, [:])
    return goal
  }
}

extension Plan {
  /// The goals with which a session begins. One about features takes them as the session about goals settled them; a
  /// plan's goal that was not settled there is not reached here either.
  var goalsAtOpening: [GoalState] {
    guard kind == .featuresOnly else { return goals.map(GoalState.init(goal:)) }
    guard let before else { return goals.map(asPlanned) }
    let agreed = before.goals.filter(\.isAgreed)
    return agreed.map(takenOver) + goals.filter { goal in !agreed.contains { $0.id == goal.id } }.map(GoalState.init)
  }

  /// Without a record to open on, the plan's word is all there is.
  private func asPlanned(_ goal: Goal) -> GoalState {
    var state = GoalState(goal: goal)
    state.isPresented = true
    state.settlement = .confirmed(note: "as the plan has it", dissent: nil)
    return state
  }

  private func takenOver(_ past: GoalState) -> GoalState {
    var state = past
    state.isPresented = true
    if let own = goals.first(where: { $0.id == past.id }) {
      if !own.features.isEmpty { state.goal.features = own.features }
      state.goal.capacity = own.capacity ?? past.goal.capacity
    }
    if !timeframes.contains(where: { $0.id == state.goal.timeframe }) { state.goal.timeframe = nil }
    return state
  }
}

extension SessionKind {
  /// Whether its goals come to the table one by one, and are not known to all before (M12).
  public var settlesGoals: Bool {
    switch self {
    case .alignment, .review, .goalsOnly: true
    case .featuresOnly, .checkIn, .decisionJournal, .preMortem, .oneOnOne: false
    }
  }
}

/// A goal of the period before, with what came of it (M37).
public struct PastGoal: Hashable, Sendable {
  public var id: GoalID
  public var name: String
  public var metric: Metric?
  public var owner: StakeholderID?
  /// Nil while it has not been said.
  public var last: LastPeriod?
  /// The goal of this session that goes on from it.
  public var carriedTo: GoalID?
}

extension State {
  /// The goals that a review looks back on: those of the plan that have a past, then those of the last session that
  /// the plan does not have.
  public var pastGoals: [PastGoal] {
    let agreed = plan.before?.goals.filter(\.isAgreed) ?? []
    let own = plan.goals.filter { goal in
      goal.last != nil || findings.results[goal.id] != nil || agreed.contains { $0.id == goal.id }
    }
    let others = agreed.map(\.goal).filter { goal in !own.contains { $0.id == goal.id } }
    return (own + others).map { goal in
      PastGoal(
        id: goal.id, name: self.goal(goal.id)?.goal.name ?? goal.name,
        metric: agreed.first { $0.id == goal.id }?.goal.metrics.first ?? goal.metrics.first, owner: goal.owner,
        last: findings.results[goal.id] ?? goal.last,
        carriedTo: findings.carried.first { $0.from == goal.id }?.to)
    }
  }

  /// Those whose result must still be said.
  public var unreviewed: [PastGoal] { pastGoals.filter { $0.last == nil } }

  /// Whether this is the step at which a review turns from what was to what is to be (M37).
  public var planningBegins: Bool {
    guard kind == .review, isVisited(.review) else { return false }
    let agenda = agenda
    guard let review = agenda.firstIndex(of: .review), review + 1 < agenda.count else { return false }
    return agenda[review + 1] == step
  }
}
