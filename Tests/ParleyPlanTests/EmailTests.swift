import ParleyCore
import Testing

@testable import ParleyPlan

@Suite("The address of a stakeholder")
struct EmailTests {
  private func reading(_ email: String) -> PlanReading {
    var sample = SamplePlan()
    sample.stakeholders = "stakeholders:\n  - {id: a, name: A, email: \(email)}\n"
    return PlanReading(text: sample.text, name: "p.yaml")
  }

  @Test func isReadAndWritten() throws {
    let plan = try #require(reading("kai@example.org").plan)
    #expect(plan.stakeholders.map(\.email) == ["kai@example.org"])
    #expect(PlanText(plan, .init()).text.contains(#"    email: "kai@example.org""#))
  }

  @Test(arguments: ["kai", "\"Kai <kai@example.org>\"", "\"kai@example.org, fay@example.org\"", "\"@\"", "a@b@c"])
  func anythingElseIsAFault(email: String) {
    #expect(reading(email).errors.contains { $0.message.contains("is not the address of a mailbox") })
  }
}
