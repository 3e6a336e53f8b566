import ParleyPlan
import Testing

/// The repository's examples.
func example(_ name: String) -> String {
  "\(#filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined())/examples/\(name)"
}

@Suite struct ExamplePlans {
  @Test func theQuarterPlanIsReadWithItsPrivateMap() throws {
    let reading = try PlanFile.read(path: example("saas-q3.yaml"))
    #expect(reading.errors == [])
    let plan = try #require(reading.plan)
    #expect(plan.title == "Q3 alignment")
    #expect(plan.askOrder.map(\.text) == ["cs-head", "vp-sales", "vp-eng", "ceo"])
    #expect(reading.map?.entries.count == 4)
  }

  @Test func theReviewPlanKeepsWideCharacters() throws {
    let reading = try PlanFile.read(path: example("q3-review.yaml"))
    #expect(reading.errors == [])
    #expect(reading.plan?.stakeholders.last?.name == "王 美玲")
  }
}
