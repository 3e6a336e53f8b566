import ParleyCore

/// Every kind of event, with all that it can carry and with as little as it may.
enum CodedEvents {
  static let at = Instant(milliseconds: 1_814_191_200_123)
  static let all = (moves + dots + goals + items + moments + keeping + findings).map(\.event)

  private static let goal = GoalID("churn")
  private static let ceo = StakeholderID("ceo")
  private static let day = CalendarDate(daysSince1970: 21_000)
  private static let process = {
    var process = Process(decider: ceo, by: day, criteria: "the number", options: ["A", "B"])
    (process.gives, process.costs) = (["speed", ""], ["a tester"])
    return process
  }()
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
        Stakeholder(
          id: ceo, name: "Carla", role: "CEO", metric: "growth", authority: .decides, absent: true,
          email: "carla@example.org"),
        Stakeholder(id: StakeholderID("b"), name: "B"),
      ], goals: [fullGoal])
    plan.parkingLot = [
      ParkedIdea(text: "Push", by: ceo, kind: .question, goal: goal, owner: ceo, due: day), ParkedIdea(text: "x"),
    ]
    plan.timeboxes = Timeboxes(review: 1, boundary: 2, context: 0, vote: 4, goal: 5, priorities: 6, features: 8)
    plan.vote = VoteRules(dots: 3, max: 1, step: true, fewest: 4)
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
    plan.shows = [.authority, .metric]
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

  private static let moves: [any EventPayload] =
    [Opened(id: "q3-2027-06-28", plan: fullPlan), Opened(id: "", plan: plainPlan)]
    + ["lobby", "goal:churn", "features:churn", "read-back", "closed"].compactMap { Step($0) }.map(StepEntered.init)
    + [Paused(), Resumed(), Extended(minutes: -5), Arrived(who: ceo), Left(who: ceo), Heard(who: ceo)]

  private static let dots: [any EventPayload] = [
    Consented(by: [ceo, StakeholderID("b")]),
    DotGiven(goal: goal, who: ceo, dot: Dot(colour: .green)),
    DotGiven(
      goal: goal, who: ceo, dot: Dot(colour: .yellow, layer: .existence, cause: .beliefs, note: "n", how: .preRead)),
    DotCleared(goal: goal, who: ceo), ConditionSet(goal: goal, condition: Condition(text: "if", by: ceo)),
    ConditionSet(goal: goal, condition: Condition(text: "if")),
  ]

  private static let goals: [any EventPayload] =
    [
      GoalReopened(goal: goal), GoalProposed(goal: fullGoal, after: GoalID("a")),
      GoalProposed(goal: fullGoal, after: nil),
      MetricAdded(goal: goal, metric: Metric(name: "m", unit: "d", baseline: 0.1, target: 3)),
      TradedOff(tradeOff: TradeOff(gained: "a", displaced: "b", because: "c")),
      TradedOff(tradeOff: TradeOff(gained: "a", displaced: "b")),
      Ordered(order: [goal, GoalID("b")]), Ordered(order: []),
    ]
    + [
      Adjustment.Change.name(from: "a", to: "b"), .timeframe(from: TimeframeID("q3"), to: nil),
      .timeframe(from: nil, to: TimeframeID("q3")), .target(metric: "m", from: 5, to: 4.5),
      .baseline(metric: "m", from: -1, to: 1e300),
    ].map { GoalAdjusted(goal: goal, adjustment: Adjustment(change: $0, because: "c")) }
    + [
      Settlement.confirmed(note: "n", dissent: process), .confirmed(note: nil, dissent: nil),
      .adjusted(because: "c", dissent: plainProcess), .adjusted(because: nil, dissent: nil), .deferred(process),
      .dropped(because: "c"), .leftOpen(because: "c", notAsked: [ceo]), .leftOpen(because: "c", notAsked: []),
    ].map { GoalSettled(goal: goal, settlement: $0) }
    + [GoalSettled(goal: goal, settlement: .dropped(because: "c"), absentees: [ceo])]

  private static let item = ParkedItem(
    id: ItemID("P1"), text: "t", by: ceo, kind: .followUp, goal: goal, owner: ceo, due: day, state: .displaced,
    because: "b")

  private static let items: [any EventPayload] = [
    Requested(item: item), Parked(item: ParkedItem(id: ItemID("P2"), text: "")),
    Assigned(item: ItemID("P1"), owner: ceo, due: day), Assigned(item: ItemID("P1"), owner: ceo),
    Served(item: ItemID("P1"), goal: goal), Served(item: ItemID("P1"), goal: goal, because: "b"),
    Withdrawn(item: ItemID("P1")),
    FeatureDisplaced(feature: FeatureID("f"), from: goal, to: item),
  ]

  private static let moments: [any EventPayload] =
    [
      ConflictOpened(topic: "t", between: [ceo, StakeholderID("b")], goal: goal),
      ConflictOpened(topic: "t", between: []), Argued(position: .init(who: ceo, text: "t", interest: "i")),
      Argued(position: .init(who: ceo, text: "t")), VoteOpened(dots: 3, max: 2), BallotCast(who: ceo),
      VoteRevealed(tally: [goal: 3, GoalID("b"): 0]), VoteRevealed(tally: [:]), VoteCancelled(),
    ]
    + [
      Conflict.Ending.resolved(decision: "d", because: "b"),
      .experiment(what: "w", metric: "m", until: day, owner: ceo), .escalated(process), .postponed(plainProcess),
    ].map(ConflictEnded.init)

  private static let keeping: [any EventPayload] = [
    Decided(
      decision: Decision(
        id: DecisionID("D2"), what: "w", because: "b", consequences: "c", until: day, replaces: DecisionID("D1"))),
    Decided(decision: Decision(id: DecisionID("D1"), what: "w", because: "b")),
    FollowedUp(followUp: FollowUp(text: "t", owner: ceo, due: day, with: [ceo])),
    FollowedUp(followUp: FollowUp(text: "t", owner: ceo, due: day)), Noted(text: "n"), PrivatelyNoted(),
    Linked(link: Link(name: "n", url: "https://u")),
    KindChanged(kind: .checkIn, because: "b"), Acknowledged(who: ceo, caveat: "c"), Acknowledged(who: ceo),
    AcknowledgementsVoided(), Answered(who: ceo, text: "a"), Closed(early: "b"), Closed(),
    Commented(comment: Comment(id: CommentID("C1"), who: ceo, text: "t")),
    Commented(comment: Comment(id: CommentID("C1"), who: ceo, text: "t", mail: "<a@b>")),
    Replied(id: CommentID("C1"), text: "r"),
    Rebalanced(end: at, steps: []),
    Rebalanced(
      end: at, steps: [PlannedStep(step: .goal(goal), seconds: 500), PlannedStep(step: .readBack, seconds: 0)]),
    Finalised(), Redone(entry: 4), Undone(entry: 3),
    SheetFilled(
      sheet: .pathfinder(
        .init(question: "q", attempt: "a", metric: "m", until: day, owner: ceo, goal: goal, stop: "s"))),
    SheetFilled(sheet: .pathfinder(.init(question: "q", attempt: "a", metric: "m", until: day, owner: ceo))),
    SheetFilled(sheet: .weight(.init(goal: goal, value: 5, fit: 4, risk: 3))),
    SheetFilled(sheet: .split(.init(core: 70, adjacent: 20, new: 10))),
    SheetFilled(sheet: .track(.init(track: .far, what: "w", unlocks: "u", goal: goal))),
    SheetFilled(sheet: .track(.init(track: .near, what: "w"))),
    SheetFilled(sheet: .gate(.init(reach: 3, evidence: "e", by: day, stop: "s", goal: goal))),
    SheetFilled(sheet: .gate(.init(reach: 1, evidence: "e"))),
    ImpactNoted(impact: Impact(who: ceo, gives: "g", costs: "c", goal: goal, decision: DecisionID("D1"))),
    ImpactNoted(impact: Impact(who: ceo, costs: "c")), GapFound(gap: Gap(what: "w", owner: ceo, due: day)),
    Committed(commitment: Commitment(who: ceo, what: "w", goal: goal, due: day)),
    Committed(commitment: Commitment(who: ceo, what: "w")),
    TradeOffAccepted(number: 2, by: [ceo, StakeholderID("b")]),
    TradeOffVoided(number: 1, displaced: goal), TradeOffVoided(number: 2, displaced: goal, stays: .full),
    GoalReturned(
      goal: goal, to: TimeframeID("q3"), settlement: .confirmed(note: "n", dissent: process), absentees: [ceo],
      madeRoomFor: GoalID("b")),
    GoalReturned(goal: goal, to: nil, madeRoomFor: GoalID("b")),
  ]

  private static let fullCluster: Cluster = {
    var cluster = Cluster(id: "G1", name: "Data", reasons: ["R1", "R2"])
    cluster.mitigations = [Mitigation(what: "w", owner: ceo, due: day)]
    cluster.borne = "b"
    return cluster
  }()

  private static let findings: [any EventPayload] = [
    ResultGiven(goal: goal, last: LastPeriod(target: 5, actual: -6.5, because: "b", result: .partlyMet)),
    GoalCarried(goal: fullGoal, from: goal, because: "b"), GoalCarried(goal: fullGoal, from: goal),
    MetricRead(reading: MetricReading(goal: goal, value: -1.5, note: "n", at: at)),
    MetricRead(reading: MetricReading(goal: goal, value: 0, at: at)), QuestionNamed(text: "q"),
    QuestionAnswered(decision: "D1"), QuestionPostponed(process: process),
    Assumed(assumption: Assumption(id: "A1", text: "t", evidence: .cohortData, note: "n", by: ceo)),
    Assumed(assumption: Assumption(id: "A1", text: "t", evidence: .anecdote)),
    AlternativeGiven(alternative: Alternative(id: "O1", text: "t", gives: "g", costs: "c")),
    AlternativeGiven(alternative: Alternative(id: "O1", text: "t")),
    KillCriterionSet(
      criterion: KillCriterion(id: "K1", metric: "m", threshold: "t", by: day, action: "a", owner: ceo)),
    KillCriterionSet(criterion: KillCriterion(id: "K1", metric: "m", threshold: "t", by: day, action: "a")),
    Chosen(choice: Choice(alternative: "O1", decision: "D1")),
    ReasonGiven(reason: Reason(id: "R1", who: ceo, text: "t")), Clustered(cluster: fullCluster),
    Clustered(cluster: Cluster(id: "G1", name: "n", reasons: [])),
    Mitigated(cluster: "G1", mitigation: Mitigation(what: "w", owner: ceo, due: day)),
    Borne(cluster: "G1", because: "b"), AnswerKept(step: .whatAndWhy),
  ]
}
