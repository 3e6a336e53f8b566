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
  /// What was not agreed there, and how it was to be decided.
  public var disagreements: [OpenDisagreement] = []
  /// What came of it since, as it was said after its end.
  public var outcomes: [PastOutcome] = []
  /// Where its record, its recording and its dashboards are.
  public var links: [Link] = []
  /// The last reading of its goals' main metrics since.
  public var readings: [GoalID: Reading] = [:]

  /// A disagreement that the session left open.
  public struct OpenDisagreement: Hashable, Sendable {
    public var topic: String
    public var decider: StakeholderID
    public var by: CalendarDate
    public var criteria: String
  }

  /// What came of something that the session left behind.
  public struct PastOutcome: Hashable, Sendable {
    /// What it is about, in words.
    public var what: String
    public var text: String
    public var result: LaterOutcome.Result?

    public init(what: String, text: String, result: LaterOutcome.Result?) {
      self.what = what
      self.text = text
      self.result = result
    }
  }

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
    links = state.links
    disagreements = record.disagreements.compactMap { row in
      row.process.map {
        OpenDisagreement(topic: row.topic, decider: $0.decider, by: $0.by, criteria: $0.criteria)
      }
    }
  }
}

extension Plan {
  /// The plan of a review in which nobody is asked to agree to what is over: the goals of timeframes that ended before it
  /// begins are those of the period that it looks back on (M37). Only a plan that names no session before needs this.
  public var settingApartWhatEnded: Plan {
    guard kind == .review, previous == nil, before == nil, let day = starts?.date else { return self }
    let over = Set(timeframes.filter { timeframe in timeframe.to.map { $0 < day } ?? false }.map(\.id))
    let ended = goals.filter { goal in goal.timeframe.map { over.contains($0) } ?? false }
    guard !ended.isEmpty else { return self }
    var plan = self
    plan.goals = goals.filter { goal in !ended.contains { $0.id == goal.id } }
    for index in plan.parkingLot.indices where ended.contains(where: { $0.id == parkingLot[index].goal }) {
      plan.parkingLot[index].goal = nil
    }
    plan.before = LastSession(id: "", title: title, goals: ended.map(asPlanned))
    return plan
  }

  /// The plan with what the session before left in the parking lot, where it has not taken it up itself (M37).
  public var carryingParkedItems: Plan {
    guard kind == .review, let before else { return self }
    let features = goals.flatMap(\.features).map(\.name)
    let known = Set((parkingLot.map(\.text) + features).map { $0.lowercased() })
    let people = Set(stakeholders.map(\.id))
    func here(_ who: StakeholderID?) -> StakeholderID? { who.flatMap { people.contains($0) ? $0 : nil } }
    var plan = self
    plan.parkingLot += before.parkingLot.filter { !known.contains($0.text.lowercased()) }.map { item in
      ParkedIdea(
        text: item.text, by: here(item.by), kind: item.kind,
        goal: item.goal.flatMap { id in goals.contains { $0.id == id } ? id : nil }, owner: here(item.owner),
        due: item.due)
    }
    return plan
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
  /// The last reading of its metric since the session before; nobody has said yet that it is the result.
  public var measured: Reading?
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
        carriedTo: findings.carried.first { $0.from == goal.id }?.to, measured: plan.before?.readings[goal.id])
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
