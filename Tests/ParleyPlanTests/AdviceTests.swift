import ParleyPlan
import Testing

@Suite struct AdviceOnPlans {
  private func people(_ count: Int) -> String {
    "stakeholders:\n" + (1...count).map { "  - {id: p\($0), name: P\($0)}\n" }.joined()
  }

  private func goals(_ count: Int, more: String = "") -> String {
    let goal = { (number: Int) in
      "  - {id: g\(number), name: G\(number), timeframe: q3, metric: {name: M, baseline: 1, target: 2}\(more)}\n"
    }
    return "goals:\n" + (1...count).map(goal).joined()
  }

  @Test(arguments: [
    ("{id: a, name: A, authority: decides}", ["6:5 M2"]),
    ("{id: a, name: A, authority: veto}", ["6:5 M2"]),
    ("{id: a, name: A, authority: advises}", []),
    ("{id: a, name: A, authority: veto, met: 2027-06-27}", []),
    ("{id: a, name: A, authority: veto, met: 2027-06-29}", ["6:44 M2"]),
  ])
  func whoHasAuthorityIsMetBeforeTheSession(person: String, advised: [String]) {
    var sample = SamplePlan(rest: "starts: 2027-06-28 14:00\n")
    sample.stakeholders = "stakeholders:\n  - \(person)\n"
    #expect(sample.reading.advised == advised)
  }

  @Test func aDayThatCannotBeReadIsNoLackOfOne() {
    var sample = SamplePlan()
    sample.stakeholders = "stakeholders:\n  - {id: a, name: A, authority: veto, met: soon}\n"
    #expect(sample.reading.advised == [])
  }

  @Test(arguments: [
    ("Churn", []), ("monthly CHURN rate", []), ("reduce-cost", []), ("cost of it", ["6:32 M3"]),
    ("revenue", ["6:32 M3"]),
  ])
  func theWordsOfAMetricAppearInSomeGoal(metric: String, advised: [String]) {
    var sample = SamplePlan()
    sample.stakeholders = "stakeholders:\n  - {id: a, name: Ada, metric: \(metric)}\n"
    #expect(sample.reading.advised == advised)
  }

  @Test func sixToEightPeopleDecideWellAndFromSevenThereIsASilentVote() {
    #expect(SamplePlan(stakeholders: people(6)).reading.advised == [])
    #expect(SamplePlan(stakeholders: people(7)).reading.advised == ["5:1 M5"])
    #expect(SamplePlan(stakeholders: people(8), rest: "vote: {step: true}\n").reading.advised == [])
    let nine = SamplePlan(stakeholders: people(9), rest: "vote: {step: true}\n").reading
    #expect(nine.advised == ["5:1 M5"])
    #expect(nine.advice.first?.report.hasPrefix("advice: plan.yaml:5:1: M5: nine stakeholders") == true)
    #expect(SamplePlan(stakeholders: people(9)).reading.advised == ["5:1 M5", "5:1 M5"])
  }

  @Test func timeboxesThatAddUpToMoreThanThereIsSayByHowMuch() {
    let boxes = "timeboxes: {boundary: 3, context: 6, vote: 5, goal: 20, priorities: 10, features: 4, read-back: 10}\n"
    var sample = SamplePlan(rest: "minutes: 60\n" + boxes)
    sample.goals = goals(2)
    #expect(sample.reading.advised == ["10:10 M6"])
    #expect(sample.reading.advice[0].message.contains("17 min more than the 60"))
    #expect(
      sample.reading.advice[0].message.contains(
        "boundary 3 + context 6 + goals 2 × 20 + priorities 10 + features 2 × 4 + read-back 10 = 77 min"))
    sample.rest = "minutes: 82\n" + boxes + "vote: {step: true}\n"
    #expect(sample.reading.advised == [])
    sample.rest = "minutes: 81\n" + boxes + "vote: {step: true}\n"
    #expect(sample.reading.advice.map(\.rule) == ["M6"])
    sample.rest = "kind: review\nminutes: 90\n" + boxes
    #expect(sample.reading.advice.first?.message.contains("7 min more than the 90 there are: review 20 +") == true)
  }

  @Test(arguments: [
    ("alignment", 59, "1 min shorter"), ("alignment", 91, "1 min longer"), ("review", 60, "30 min shorter"),
    ("pre-mortem", 50, "5 min longer"), ("check-in", 45, "15 min longer"), ("goals-only", 61, "1 min longer"),
  ])
  func aLengthUnusualForTheKindSaysByHowMuch(kind: String, minutes: Int, difference: String) {
    let small = "timeboxes: {review: 1, boundary: 1, context: 1, goal: 1, priorities: 1, features: 1, read-back: 1}\n"
    let reading = SamplePlan.with("kind: \(kind)\nminutes: \(minutes)\n" + small + "question: Do we go on?\n")
    #expect(reading.advised == ["13:10 M6"])
    #expect(reading.advice[0].message.contains(difference))
  }

  @Test func moreThanFiveGoalsAreTwoSessions() {
    let small = "timeboxes: {goal: 1, features: 1}\n"
    #expect(SamplePlan(goals: goals(5), rest: small).reading.advised == [])
    #expect(SamplePlan(goals: goals(6), rest: small).reading.advised == ["7:1 M6"])
  }

  @Test func theNoteTakerIsNotTheFacilitator() {
    #expect(SamplePlan.with("facilitator: Maya Lindt\nnote-taker: maya lindt\n").advised == ["13:13 M7"])
    #expect(SamplePlan.with("facilitator: Maya Lindt\nnote-taker: Leo Park\n").advised == [])
    #expect(SamplePlan.with("facilitator: Maya Lindt\n").advised == [])
  }

  @Test func aRequestIsAFeatureOrParked() {
    var sample = SamplePlan(rest: "parking-lot: [{text: push  notifications}]\n")
    sample.goals = goals(1, more: ", features: [{id: crm, name: CRM sync}]")
    sample.stakeholders = "stakeholders:\n  - {id: a, name: A, requests: [crm Sync, Push notifications, A pony]}\n"
    #expect(sample.reading.advised == ["6:63 M8"])
    #expect(sample.reading.advice[0].message.hasPrefix("`A pony`, asked for by A,"))
  }

  @Test func aTimeframeThatBeginsOverCapacity() {
    var sample = SamplePlan(goals: goals(3), rest: "timeboxes: {goal: 1}\n")
    sample.timeframes = "timeframes:\n  - {id: q3, name: Q3, capacity: 2}\n"
    #expect(sample.reading.advised == ["4:34 M17"])
    #expect(sample.reading.plan != nil)
    sample.timeframes = "timeframes:\n  - {id: q3, name: Q3, capacity: 3}\n"
    #expect(sample.reading.advised == [])
  }

  @Test func somebodyIsAccountable() {
    #expect(SamplePlan(goals: goals(1, more: ", raci: {informed: p}")).reading.advised == ["8:82 M44"])
    #expect(SamplePlan(goals: goals(1, more: ", raci: {accountable: ceo}")).reading.advised == [])
  }

  @Test func adviceComesAfterErrors() {
    let reading = SamplePlan.with("facilitator: A\nnote-taker: a\nremote: no\n")
    #expect(reading.faults.map(\.report.prefix8) == ["parley: ", "advice: "])
    #expect(reading.plan == nil)
    #expect(reading.map == nil)
  }

  @Test func theAnswerAsJSONHasEveryKey() {
    let reading = SamplePlan.with("kin: x\nfacilitator: A\nnote-taker: a\n")
    let known = reading.errors[0].message
    #expect(
      reading.json.line == """
        {"file":"plan.yaml","faults":[{"file":"plan.yaml","line":12,"column":1,"severity":"error","rule":null,\
        "message":"\(known)"},{"file":"plan.yaml","line":14,"column":13,"severity":"advice","rule":"M7",\
        "message":"a would facilitate and take notes — let someone else take the notes"}]}
        """)
  }
}

extension String {
  fileprivate var prefix8: String { String(prefix(8)) }
}
