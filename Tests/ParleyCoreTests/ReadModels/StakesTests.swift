import ParleyCore
import Testing

@Suite("The stakeholder map (M1, M44, M45)")
struct StakesTests {
  @Test(
    "Power, legitimacy and urgency give the class",
    arguments: [
      ([.power, .legitimacy, .urgency], .definitive), ([.power, .legitimacy], .dominant),
      ([.power, .urgency], .dangerous),
      ([.legitimacy, .urgency], .dependent), ([.power], .dormant), ([.legitimacy], .discretionary),
      ([.urgency], .demanding), ([], .none),
    ] as [([StakeholderMap.Salience], Stakes.SalienceClass)])
  func salience(claims: [StakeholderMap.Salience], expected: Stakes.SalienceClass) {
    #expect(Stakes.SalienceClass(claims) == expected)
  }

  @Test("Influence and stake give the approach to someone; missing facts are named")
  func people() throws {
    var plan = Plan.quarter
    plan.stakeholders[0].authority = .decides
    plan.stakeholders[0].metric = "zebras"
    plan.goals[0].raci = RACI(accountable: "cs-head", consulted: ["ceo"])
    let map = StakeholderMap(entries: [
      "ceo": .init(influence: .veryHigh, requests: ["Nowhere"]),
      "vp-eng": .init(influence: .high, salience: [.urgency]),
      "cs-head": .init(influence: .low),
    ])
    let people = Stakes(plan, map).people
    #expect(people.map(\.approach) == [.satisfy, .watch, .work, .inform])
    let ceo = try #require(people.first)
    #expect(ceo.isToBeMet && ceo.hasUnspokenMetric)
    #expect(ceo.requests.map(\.text) == ["Nowhere"] && ceo.requests.allSatisfy { $0.goal == nil && !$0.isParked })
    #expect(ceo.roles.map(\.letters) == [["C"]])
    // A plan of today has nothing of it: the map does.
    (plan.stakeholders[0].authority, plan.stakeholders[0].metric) = (nil, nil)
    var later = map
    later.entries["ceo"]?.authority = .veto
    later.entries["ceo"]?.metric = "zebras"
    let now = Stakes(plan, later).people[0]
    #expect(now.authority == .veto && now.isToBeMet && now.hasUnspokenMetric)
  }
}

@Suite("The scorecard (M39)")
struct ScorecardTests {
  private func row(_ values: Double..., target: Double) -> Scorecard.Row {
    let readings = values.map { Reading(at: Instant(milliseconds: 0), value: $0) }
    let metric = Metric(name: "Churn", baseline: 8, target: target)
    return Scorecard.Row(
      goal: Plan.quarter.goals[0], owner: nil, timeframe: nil, metric: metric, readings: readings)
  }

  @Test("Progress goes from baseline to target, whichever is larger, and the trend is in the metric's direction")
  func progress() {
    #expect(row(6.5, target: 5).progress == 0.5)
    #expect(row(9, target: 5).progress.map { $0 < 0 } == true)
    #expect(row(target: 5).progress == nil)
    #expect(row(6.5, target: 5).trend == .better)
    #expect(row(6.5, 7, target: 5).trend == .worse)
    #expect(row(10, 10, target: 12).trend == .steady)
  }
}
