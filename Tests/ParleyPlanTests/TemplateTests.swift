import ParleyCore
import ParleyPlan
import Testing

@Suite struct PlanTemplates {
  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(arguments: SessionKind.allCases)
  func aNewPlanOfAnyKindHasNoErrorsAndNoAdvice(kind: SessionKind) throws {
    let reading = PlanReading(text: PlanTemplate.text(kind: kind, starts: try Self.day("2027-06-28")), name: "p.yaml")
    #expect(reading.faults.map(\.report) == [])
    #expect(reading.plan?.kind == kind)
    let long = PlanTemplate.text(kind: kind, starts: try Self.day("2027-06-28")).split(separator: "\n").filter {
      $0.utf8.count > 160
    }
    #expect(long == [])
  }

  @Test(arguments: ["2027-01-01", "2027-06-30", "2027-10-01", "2028-02-29", "2027-12-31"])
  func aNewPlanIsForTheQuarterAfterItsDay(day: String) throws {
    let text = PlanTemplate.text(starts: try Self.day(day))
    let reading = PlanReading(text: text, name: "p.yaml")
    #expect(reading.faults.map(\.report) == [])
    let plan = try #require(reading.plan)
    #expect(plan.starts?.description == "\(day)T14:00:00")
    #expect(try #require(plan.timeframes.first?.from) > Self.day(day))
    #expect(text == PlanTemplate.text(starts: try Self.day(day)))
  }

  @Test func aNewPrivateFileCanStandBesideANewPlan() throws {
    let day = try Self.day("2027-06-28")
    let reading = PlanReading(
      text: PlanTemplate.text(starts: day), name: "p.yaml", privateText: PlanTemplate.privateText(starts: day))
    #expect(reading.faults.map(\.report) == [])
  }

  @Test(arguments: [
    "parley", "title", "kind", "starts", "minutes", "remote", "facilitator", "note-taker", "context", "conflict",
    "resolution", "evidence", "boundary", "decided", "open", "out-of-scope", "timeframes", "from", "to", "capacity",
    "stakeholders", "id", "name", "role", "influence", "interest", "metric", "metrics", "alignment", "authority",
    "met", "absent", "email", "objections", "requests", "salience", "message", "survey", "outcome", "worry",
    "non-negotiable", "goals", "timeframe", "unit", "baseline", "target", "rationale", "owner", "raci",
    "accountable", "responsible", "consulted", "informed", "features", "last", "actual", "because", "result",
    "parking-lot", "text", "by", "due", "goal", "timeboxes", "review", "vote", "priorities", "read-back",
    "dots", "max", "step", "phrases", "redirect", "shows",
  ])
  func aNewPlanNamesEveryKeyOfTheFormat(key: String) throws {
    let text = PlanTemplate.text(starts: try Self.day("2027-06-28"))
    #expect(text.contains("\(key):"))
  }
}
