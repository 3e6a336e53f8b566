import ParleyCore

/// A session of any length, of the most common events of a real one.
enum SampleSession {
  static func opening(_ id: String) -> Entry {
    Entry(number: 0, at: start, by: .facilitator, line: "open", events: [Opened(id: id, plan: plan).event])
  }

  static func entry(_ number: Int) -> Entry {
    let goal = goals[number / 8 % goals.count]
    let who = people[number % people.count]
    let (line, event) = happening(number, goal, who)
    return Entry(
      number: number, at: start.adding(seconds: number), by: .facilitator, line: line, events: [event])
  }

  private static func happening(_ number: Int, _ goal: GoalID, _ who: StakeholderID) -> (String, Event) {
    switch number % 20 {
    case 0: ("goto goal:\(goal)", StepEntered(step: .goal(goal)).event)
    case 1, 11: ("note \"What was said at \(number)\"", Noted(text: "What was said at \(number)").event)
    case 2:
      (
        "park \"Push notifications\" by=\(who)",
        Parked(item: ParkedItem(id: ItemID("P\(number / 20 + 1)"), text: "Push notifications", by: who, kind: .idea))
          .event
      )
    case 3, 8, 13, 18:
      (
        "dot \(who) yellow layer=metric note=\"five is not reachable\"",
        DotGiven(goal: goal, who: who, dot: Dot(colour: .yellow, layer: .metric, note: "five is not reachable")).event
      )
    case 4, 9: ("heard \(who)", Heard(who: who).event)
    default: ("dot \(who) green", DotGiven(goal: goal, who: who, dot: Dot(colour: .green)).event)
    }
  }

  private static let start = Instant(milliseconds: 1_814_191_200_000)
  private static let people = (1...8).map { StakeholderID("person-\($0)") }
  private static let goals = (1...8).map { GoalID("goal-\($0)") }

  private static let plan = Plan(
    title: "A long session", timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3 2027")],
    stakeholders: people.map { Stakeholder(id: $0, name: "Someone \($0)") },
    goals: goals.map { id in
      Goal(
        id: id, name: "Reach \(id)", timeframe: TimeframeID("q3"),
        metrics: [Metric(name: "How far", unit: "%", baseline: 8, target: 5)])
    })
}
