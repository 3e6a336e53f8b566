import ParleyCore
import ParleyPlan
import Testing

@Suite struct PrivateFiles {
  private let plan = """
    parley: 1
    title: Q3
    timeframes: [{id: q3, name: Q3}]
    stakeholders:
      - {id: ceo, name: Ada, authority: decides, influence: high}
      - {id: cfo, name: Bo, authority: veto}
      - {id: cto, name: Cy}
    goals:
      - {id: a, name: A, timeframe: q3, metric: {name: M, baseline: 1, target: 2}}
    """

  private func reading(_ privateText: String) -> PlanReading {
    PlanReading(text: plan, name: "dir/plan.yaml", privateText: privateText)
  }

  @Test func itsPagesAreMergedIntoTheMap() throws {
    let reading = reading(
      """
      ceo: {met: 2027-06-20, requests: [A pony], survey: {outcome: Peace}}
      cfo:
        influence: low
        met: 2027-06-21
        message: |
          One.
          Two.
      """)
    #expect(reading.told == [])
    #expect(reading.plan?.askOrder.map(\.text) == ["cfo", "cto", "ceo"])
    let map = try #require(reading.map)
    #expect(map.entries.count == 3)
    let ceo = try #require(map.entries.first { $0.key.text == "ceo" }?.value)
    #expect(ceo.influence == .high)
    #expect(ceo.requests == ["A pony"])
    #expect(reading.advice.map(\.report.file) == ["dir/plan.private.yaml:1:35"])
  }

  @Test func itsFaultsAreToldInItsNameAfterThoseOfThePlan() {
    let reading = PlanReading(
      text: plan + "\nkin: x\n", name: "plan.yaml",
      privateText: """
        ceo: {influence: low, met: 2027-02-30}
        cf: {met: 2027-06-20}
        cto: {name: Cy, email: c@example.org, intrest: y, salience: [might]}
        cfo:
        """)
    #expect(
      reading.errors.map { "\($0.file) \($0.line):\($0.column)" } == [
        "plan.yaml 10:1", "plan.private.yaml 1:7", "plan.private.yaml 1:28", "plan.private.yaml 2:1",
        "plan.private.yaml 3:7", "plan.private.yaml 3:17", "plan.private.yaml 3:39", "plan.private.yaml 3:62",
        "plan.private.yaml 4:1",
      ])
    #expect(
      reading.told.dropFirst().map { $0 } == [
        "1:7 `influence` of `ceo` stands in the plan too", "1:28 there is no such day as `2027-02-30`",
        "2:1 there is no stakeholder `cf`", "3:7 `name` is not private", "3:17 `email` is not private",
        "3:39 `intrest` is not a key of what is private of `cto`", "3:62 `might` is none of power, legitimacy, urgency",
        "4:1 `cfo` has no value",
      ])
    #expect(reading.errors[3].message.hasSuffix("— did you mean `cfo`?"))
  }

  @Test func anEmptyOneSaysNothing() {
    #expect(reading("# nothing yet\n").told == [])
    #expect(reading("").told == [])
  }

  @Test func aBrokenOneIsAnErrorOfItsOwn() {
    #expect(reading("ceo: {met: 2027-06-20\n").errors.map(\.report.file) == ["dir/plan.private.yaml:1:6"])
    #expect(reading("- ceo\n").told == ["1:1 the private file must be keys with values"])
    #expect(reading("ceo: &a {}\ncfo: *a\n").errors.map(\.line) == [1, 2])
  }

  @Test func itStandsBesideThePlan() {
    #expect(PlanFile.privatePath(of: "a/plan.yaml") == "a/plan.private.yaml")
    #expect(PlanFile.privatePath(of: "plan.yml") == "plan.private.yaml")
    #expect(PlanFile.privatePath(of: "plan") == "plan.private.yaml")
  }
}

extension String {
  /// The `FILE:LINE:COLUMN` of a report.
  fileprivate var file: String {
    split(separator: " ")[1].dropLast().description
  }
}

@Suite("What the map says of objections and requests")
struct ForeseenTests {
  private let plan = """
    parley: 1
    title: Q3
    timeframes: [{id: q3, name: Q3}]
    stakeholders: [{id: ceo, name: Ada}, {id: cfo, name: Bo}]
    goals:
      - {id: churn, name: Churn, timeframe: q3, metric: {name: M, baseline: 1, target: 2}}
    """

  @Test("An objection may name its goal, its layer and its cause; a request its goal; a text stays a text")
  func read() throws {
    let reading = PlanReading(
      text: plan, name: "plan.yaml",
      privateText: """
        ceo:
          objections: [Too dear, {text: June is late, goal: churn, layer: horizon, cause: timeline}]
          requests: [A pony, {text: A list, goal: churn}]
          follows: cfo
        """)
    #expect(reading.errors.isEmpty)
    let entry = try #require(reading.map?.entries[StakeholderID("ceo")])
    #expect(
      entry.objections == [
        "Too dear", .init("June is late", goal: GoalID("churn"), layer: .horizon, cause: .timeline),
      ])
    #expect(entry.requests == ["A pony", .init("A list", goal: GoalID("churn"))])
    #expect(entry.follows == StakeholderID("cfo"))
    let map = try #require(reading.map)
    #expect(StakeholderMap(json: map.json) == map)
    let text = map.privateText(for: try #require(reading.plan).stakeholders, goals: [GoalID("churn")])
    #expect(PlanReading(text: plan, name: "plan.yaml", privateText: text).map == map)
    let other = map.privateText(for: [try #require(reading.plan).stakeholders[0]], goals: [])
    #expect(!other.contains("goal: churn") && !other.contains("follows") && other.contains("layer: horizon"))
  }

  @Test("What does not fit is told with its line and column")
  func faults() {
    let reading = PlanReading(
      text: plan, name: "plan.yaml",
      privateText: """
        ceo:
          objections: [{text: June, goal: chrun}, {text: X, layer: date}, {goal: churn}, {text: X, why: y}]
          requests: [{text: A list, goal: sales}]
          follows: cto
        """)
    #expect(
      reading.errors.map { "\($0.line):\($0.column)" } == ["2:35", "2:60", "2:67", "2:92", "3:35", "4:12"])
  }
}
