import ParleyCore

/// Every kind of event, with all that it can carry and with as little as it may.
enum CodedEvents {
  static let at = Instant(milliseconds: 1_814_191_200_123)
  static let all = moves + dots + goals + items + moments + keeping + findings

  private static let goal = GoalID("churn")
  private static let ceo = StakeholderID("ceo")
  private static let day = CalendarDate(daysSince1970: 21_000)
  private static let process = Process(decider: ceo, by: day, criteria: "the number", options: ["A", "B"])
  private static let plainProcess = Process(decider: ceo, by: day, criteria: "")

  private static let fullGoal = Goal(
    id: goal, name: "Reduce \"churn\"", timeframe: TimeframeID("q3"),
    metrics: [
      Metric(name: "Churn", unit: "%", baseline: 8, target: 5.25), Metric(name: "Calls", baseline: -1e20, target: 0),
    ],
    rationale: "Each point\nis 40 accounts", owner: ceo,
    raci: RACI(accountable: ceo, responsible: [ceo], consulted: [StakeholderID("a")], informed: [StakeholderID("b")]),
    boundary: .outOfScope, features: [Feature(id: FeatureID("health"), name: "Health")], capacity: 4,
    last: LastPeriod(target: 6, actual: 8.5, because: "incidents", result: .missed))

  private static let fullPlan: Plan = {
    var plan = Plan(
      title: "Q3", kind: .preMortem, starts: Instant(day, hour: 14), minutes: 45, remote: true, facilitator: "Maya",
      noteTaker: "Leo", context: Context(context: "a", conflict: "b", resolution: "c", evidence: "d"),
      boundary: Boundary(decided: ["a"], open: ["b", "c"], outOfScope: ["d"]),
      timeframes: [
        Timeframe(id: TimeframeID("q3"), name: "Q3", from: day, to: day.adding(days: 9), capacity: 3),
        Timeframe(id: TimeframeID("later"), name: "Later"),
      ],
      stakeholders: [
        Stakeholder(id: ceo, name: "Carla", role: "CEO", metric: "growth", authority: .decides, absent: true),
        Stakeholder(id: StakeholderID("b"), name: "B"),
      ], goals: [fullGoal])
    plan.parkingLot = [
      ParkedIdea(text: "Push", by: ceo, kind: .question, goal: goal, owner: ceo, due: day), ParkedIdea(text: "x"),
    ]
    plan.timeboxes = Timeboxes(review: 1, boundary: 2, context: 0, vote: 4, goal: 5, priorities: 6, features: 8)
    plan.vote = VoteRules(dots: 3, max: 1, step: true)
    plan.phrases = ["redirect": "Which?", "silent": "Ä"]
    plan.previous = "q2-2027-03-28"
    plan.askOrder = [StakeholderID("b"), ceo]
    plan.timeboxes.parts = [.killCriteria: 20, .team: 0]
    plan.homework.question = "q"
    plan.homework.assumptions = [.init(text: "t", evidence: .pilot)]
    plan.homework.alternatives = ["a", "b"]
    plan.homework.killCriteria = [
      .init(metric: "m", threshold: "t", by: day, action: "a", owner: ceo),
      .init(metric: "m", threshold: "t", by: day, action: "a"),
    ]
    plan.homework.with = ceo
    plan.before = LastSession(
      id: "q2", title: "Q2", goals: [GoalState(goal: fullGoal)], tradeOffs: [TradeOff(gained: "a", displaced: "b")],
      parkingLot: [ParkedItem(id: ItemID("P1"), text: "t")],
      decisions: [Decision(id: DecisionID("D1"), what: "w", because: "b")])
    return plan
  }()

  private static let plainPlan = Plan(
    title: "Q3", timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3")],
    stakeholders: [Stakeholder(id: ceo, name: "Carla")],
    goals: [
      Goal(
        id: goal, name: "Churn", timeframe: nil, metrics: [Metric(name: "Churn", baseline: 8, target: 5)])
    ])

  private static let moves: [Event] =
    [.opened(id: "q3-2027-06-28", plan: fullPlan), .opened(id: "", plan: plainPlan)]
    + ["lobby", "goal:churn", "features:churn", "read-back", "closed"].compactMap { Step($0) }
    .map(Event.stepEntered) + [.paused, .resumed, .extended(minutes: -5), .arrived(ceo), .left(ceo), .heard(ceo)]

  private static let dots: [Event] = [
    .consented([ceo, StakeholderID("b")]),
    .dotGiven(goal, ceo, Dot(colour: .green)),
    .dotGiven(goal, ceo, Dot(colour: .yellow, layer: .existence, cause: .beliefs, note: "n", how: .preRead)),
    .dotCleared(goal, ceo), .conditionSet(goal, Condition(text: "if", by: ceo)),
    .conditionSet(goal, Condition(text: "if")),
  ]

  private static let goals: [Event] =
    [
      .goalReopened(goal), .goalProposed(fullGoal, after: GoalID("a")), .goalProposed(fullGoal, after: nil),
      .metricAdded(goal, Metric(name: "m", unit: "d", baseline: 0.1, target: 3)),
      .tradedOff(TradeOff(gained: "a", displaced: "b", because: "c")),
      .tradedOff(TradeOff(gained: "a", displaced: "b")),
      .ordered([goal, GoalID("b")]), .ordered([]),
    ]
    + [
      Adjustment.Change.name(from: "a", to: "b"), .timeframe(from: TimeframeID("q3"), to: nil),
      .timeframe(from: nil, to: TimeframeID("q3")), .target(metric: "m", from: 5, to: 4.5),
      .baseline(metric: "m", from: -1, to: 1e300),
    ].map { .goalAdjusted(goal, Adjustment(change: $0, because: "c")) }
    + [
      Settlement.confirmed(note: "n", dissent: process), .confirmed(note: nil, dissent: nil),
      .adjusted(because: "c", dissent: plainProcess), .adjusted(because: nil, dissent: nil), .deferred(process),
      .dropped(because: "c"), .leftOpen(because: "c", notAsked: [ceo]), .leftOpen(because: "c", notAsked: []),
    ].map { .goalSettled(goal, $0, absentees: []) } + [.goalSettled(goal, .dropped(because: "c"), absentees: [ceo])]

  private static let item = ParkedItem(
    id: ItemID("P1"), text: "t", by: ceo, kind: .followUp, goal: goal, owner: ceo, due: day, state: .displaced)

  private static let items: [Event] = [
    .requested(item), .parked(ParkedItem(id: ItemID("P2"), text: "")),
    .assigned(ItemID("P1"), owner: ceo, due: day), .assigned(ItemID("P1"), owner: ceo, due: nil),
    .served(ItemID("P1"), goal: goal), .withdrawn(ItemID("P1")),
    .featureDisplaced(FeatureID("f"), from: goal, to: item),
  ]

  private static let moments: [Event] =
    [
      .conflictOpened(topic: "t", between: [ceo, StakeholderID("b")], goal: goal),
      .conflictOpened(topic: "t", between: [], goal: nil), .argued(.init(who: ceo, text: "t", interest: "i")),
      .argued(.init(who: ceo, text: "t")), .voteOpened(dots: 3, max: 2), .ballotCast(ceo),
      .voteRevealed(tally: [goal: 3, GoalID("b"): 0]), .voteRevealed(tally: [:]), .voteCancelled,
    ]
    + [
      Conflict.Ending.resolved(decision: "d", because: "b"),
      .experiment(what: "w", metric: "m", until: day, owner: ceo), .escalated(process), .postponed(plainProcess),
    ].map(Event.conflictEnded)

  private static let keeping: [Event] = [
    .decided(
      Decision(
        id: DecisionID("D2"), what: "w", because: "b", consequences: "c", until: day, replaces: DecisionID("D1"))),
    .decided(Decision(id: DecisionID("D1"), what: "w", because: "b")),
    .followedUp(FollowUp(text: "t", owner: ceo, due: day, with: [ceo])),
    .followedUp(FollowUp(text: "t", owner: ceo, due: day)), .noted("n"), .kindChanged(.checkIn, because: "b"),
    .acknowledged(ceo, caveat: "c"), .acknowledged(ceo, caveat: nil), .acknowledgementsVoided, .answered(ceo, "a"),
    .closed(early: "b"), .closed(early: nil), .commented(Comment(id: CommentID("C1"), who: ceo, text: "t")),
    .replied(CommentID("C1"), "r"), .finalised, .undone(3),
    .sheetFilled(
      .pathfinder(
        .init(question: "q", attempt: "a", metric: "m", until: day, owner: ceo, goal: goal, stop: "s"))),
    .sheetFilled(.pathfinder(.init(question: "q", attempt: "a", metric: "m", until: day, owner: ceo))),
    .sheetFilled(.weight(.init(goal: goal, value: 5, fit: 4, risk: 3))),
    .sheetFilled(.split(.init(core: 70, adjacent: 20, new: 10))),
    .sheetFilled(.track(.init(track: .far, what: "w", unlocks: "u", goal: goal))),
    .sheetFilled(.track(.init(track: .near, what: "w"))),
    .sheetFilled(.gate(.init(reach: 3, evidence: "e", by: day, stop: "s", goal: goal))),
    .sheetFilled(.gate(.init(reach: 1, evidence: "e"))),
    .impactNoted(Impact(who: ceo, gives: "g", costs: "c", goal: goal, decision: DecisionID("D1"))),
    .impactNoted(Impact(who: ceo, costs: "c")), .gapFound(Gap(what: "w", owner: ceo, due: day)),
    .tradeOffAccepted(2, by: [ceo, StakeholderID("b")]),
  ]

  private static let fullCluster: Cluster = {
    var cluster = Cluster(id: "G1", name: "Data", reasons: ["R1", "R2"])
    cluster.mitigations = [Mitigation(what: "w", owner: ceo, due: day)]
    cluster.borne = "b"
    return cluster
  }()

  private static let findings: [Event] = [
    .resultGiven(goal, LastPeriod(target: 5, actual: -6.5, because: "b", result: .partlyMet)),
    .goalCarried(fullGoal, from: goal), .metricRead(MetricReading(goal: goal, value: -1.5, note: "n", at: at)),
    .metricRead(MetricReading(goal: goal, value: 0, at: at)), .questionNamed("q"), .questionAnswered("D1"),
    .questionPostponed(process), .assumed(Assumption(id: "A1", text: "t", evidence: .cohortData, note: "n", by: ceo)),
    .assumed(Assumption(id: "A1", text: "t", evidence: .anecdote)),
    .alternativeGiven(Alternative(id: "O1", text: "t", gives: "g", costs: "c")),
    .alternativeGiven(Alternative(id: "O1", text: "t")),
    .killCriterionSet(KillCriterion(id: "K1", metric: "m", threshold: "t", by: day, action: "a", owner: ceo)),
    .killCriterionSet(KillCriterion(id: "K1", metric: "m", threshold: "t", by: day, action: "a")),
    .chosen(Choice(alternative: "O1", decision: "D1")), .reasonGiven(Reason(id: "R1", who: ceo, text: "t")),
    .clustered(fullCluster), .clustered(Cluster(id: "G1", name: "n", reasons: [])),
    .mitigated("G1", Mitigation(what: "w", owner: ceo, due: day)), .borne("G1", because: "b"),
    .answerKept(.whatAndWhy),
  ].map { (finding: Finding) in .found(finding) }
}
