import ParleyPlan
import TestFixtures
import Testing

@Suite struct ExamplePlans {
  @Test func theQuarterPlanIsReadWithItsPrivateMap() throws {
    let reading = try PlanFile.read(path: example("saas-q3.yaml"))
    #expect(reading.errors == [])
    let plan = try #require(reading.plan)
    #expect(plan.title == "Q3 alignment")
    #expect(plan.starts?.description == "2027-06-28T14:00:00")
    #expect(plan.askOrder.map(\.text) == ["cs-head", "vp-sales", "vp-eng", "ceo"])
    #expect(plan.goals.map(\.id.text) == ["activation", "churn", "deal-close"])
    #expect(plan.goals[0].metrics.map(\.target) == [40])
    #expect(plan.goals[0].raci?.responsible.map(\.text) == ["vp-eng"])
    #expect(plan.vote.dots == 3)
    let ceo = try #require(reading.map?.entries[plan.stakeholders[0].id])
    #expect(ceo.survey?.nonNegotiable == "The board's revenue target")
    #expect(ceo.met?.description == "2027-06-21")
    #expect(reading.advisedOfItsWords == ["32:13 M3", "52:33 M8", "61:13 M3", "66:16 M8"])
  }

  @Test func theReviewPlanIsReadWithWideCharactersAndItsLastQuarter() throws {
    let reading = try PlanFile.read(path: example("q3-review.yaml"))
    #expect(reading.errors == [])
    let plan = try #require(reading.plan)
    #expect(plan.stakeholders.last?.name == "王 美玲")
    #expect(plan.goals.compactMap { $0.last?.result } == [.missed, .partlyMet, .met, .exceeded])
    let rules = ["7:10 M6", "28:1 M5", "28:1 M5", "29:73 M3", "30:73 M3", "37:87 M3", "37:132 M8", "40:1 M6"]
    #expect(reading.advisedOfItsWords == rules)
    let sum = try #require(reading.advice.first)
    #expect(sum.message.contains("27 min more than the 90"))
    #expect(
      sum.message.contains(
        "review 20 + boundary 2 + context 5 + goals 6 × 8 + priorities 8 + features 6 × 4 + read-back 10 = 117 min"))
  }
}

extension PlanReading {
  /// The advice on what the plan says; who may read the file where it was checked out is another matter (M1).
  fileprivate var advisedOfItsWords: [String] { advised.filter { !$0.hasSuffix(" M1") } }
}
