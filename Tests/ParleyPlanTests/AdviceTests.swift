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
    var given = Given(rest: "starts: 2027-06-28 14:00\n")
    given.stakeholders = "stakeholders:\n  - \(person)\n"
    #expect(given.reading.advised == advised)
  }

  @Test func aDayThatCannotBeReadIsNoLackOfOne() {
    var given = Given()
    given.stakeholders = "stakeholders:\n  - {id: a, name: A, authority: veto, met: soon}\n"
    #expect(given.reading.advised == [])
  }

  @Test(arguments: [
    ("Churn", []), ("monthly CHURN rate", []), ("reduce-cost", []), ("cost of it", ["6:32 M3"]),
    ("revenue", ["6:32 M3"]),
  ])
  func theWordsOfAMetricAppearInSomeGoal(metric: String, advised: [String]) {
    var given = Given()
    given.stakeholders = "stakeholders:\n  - {id: a, name: Ada, metric: \(metric)}\n"
    #expect(given.reading.advised == advised)
  }

  @Test func sixToEightPeopleDecideWellAndFromSevenThereIsASilentVote() {
    #expect(Given(stakeholders: people(6)).reading.advised == [])
    #expect(Given(stakeholders: people(7)).reading.advised == ["5:1 M5"])
    #expect(Given(stakeholders: people(8), rest: "vote: {step: true}\n").reading.advised == [])
    let nine = Given(stakeholders: people(9), rest: "vote: {step: true}\n").reading
    #expect(nine.advised == ["5:1 M5"])
    #expect(nine.advice.first?.report.hasPrefix("advice: plan.yaml:5:1: M5: nine stakeholders") == true)
    #expect(Given(stakeholders: people(9)).reading.advised == ["5:1 M5", "5:1 M5"])
  }

  @Test func timeboxesThatAddUpToMoreThanThereIsSayByHowMuch() {
    let boxes = "timeboxes: {boundary: 3, context: 6, vote: 5, goal: 20, priorities: 10, features: 4, read-back: 10}\n"
    var given = Given(rest: "minutes: 60\n" + boxes)
    given.goals = goals(2)
    #expect(given.reading.advised == ["10:10 M6"])
    #expect(given.reading.advice[0].message.contains("17 min more than the 60"))
    #expect(
      given.reading.advice[0].message.contains(
        "boundary 3 + context 6 + goals 2 × 20 + priorities 10 + features 2 × 4 + read-back 10 = 77 min"))
    given.rest = "minutes: 82\n" + boxes + "vote: {step: true}\n"
    #expect(given.reading.advised == [])
    given.rest = "minutes: 81\n" + boxes + "vote: {step: true}\n"
    #expect(given.reading.advice.map(\.rule) == ["M6"])
    given.rest = "kind: review\nminutes: 90\n" + boxes
    #expect(given.reading.advice.first?.message.contains("7 min more than the 90 there are: review 20 +") == true)
  }

  @Test(arguments: [
    ("alignment", 59, "1 min shorter"), ("alignment", 91, "1 min longer"), ("review", 60, "30 min shorter"),
    ("pre-mortem", 50, "5 min longer"), ("check-in", 45, "15 min longer"), ("goals-only", 61, "1 min longer"),
  ])
  func aLengthUnusualForTheKindSaysByHowMuch(kind: String, minutes: Int, difference: String) {
    let small = "timeboxes: {review: 1, boundary: 1, context: 1, goal: 1, priorities: 1, features: 1, read-back: 1}\n"
    let reading = Given.with("kind: \(kind)\nminutes: \(minutes)\n" + small + "question: Do we go on?\n")
    #expect(reading.advised == ["13:10 M6"])
    #expect(reading.advice[0].message.contains(difference))
  }

  @Test func moreThanFiveGoalsAreTwoSessions() {
    let small = "timeboxes: {goal: 1, features: 1}\n"
    #expect(Given(goals: goals(5), rest: small).reading.advised == [])
    #expect(Given(goals: goals(6), rest: small).reading.advised == ["7:1 M6"])
  }

  @Test func theNoteTakerIsNotTheFacilitator() {
    #expect(Given.with("facilitator: Maya Lindt\nnote-taker: maya lindt\n").advised == ["13:13 M7"])
    #expect(Given.with("facilitator: Maya Lindt\nnote-taker: Leo Park\n").advised == [])
    #expect(Given.with("facilitator: Maya Lindt\n").advised == [])
  }

  @Test func aRequestIsAFeatureOrParked() {
    var given = Given(rest: "parking-lot: [{text: push  notifications}]\n")
    given.goals = goals(1, more: ", features: [{id: crm, name: CRM sync}]")
    given.stakeholders = "stakeholders:\n  - {id: a, name: A, requests: [crm Sync, Push notifications, A pony]}\n"
    #expect(given.reading.advised == ["6:63 M8"])
    #expect(given.reading.advice[0].message.hasPrefix("`A pony`, asked for by A,"))
  }

  @Test func aTimeframeThatBeginsOverCapacity() {
    var given = Given(goals: goals(3), rest: "timeboxes: {goal: 1}\n")
    given.timeframes = "timeframes:\n  - {id: q3, name: Q3, capacity: 2}\n"
    #expect(given.reading.advised == ["4:34 M17"])
    #expect(given.reading.plan != nil)
    given.timeframes = "timeframes:\n  - {id: q3, name: Q3, capacity: 3}\n"
    #expect(given.reading.advised == [])
  }

  @Test func somebodyIsAccountable() {
    #expect(Given(goals: goals(1, more: ", raci: {informed: p}")).reading.advised == ["8:82 M44"])
    #expect(Given(goals: goals(1, more: ", raci: {accountable: ceo}")).reading.advised == [])
  }

  @Test func adviceComesAfterErrors() {
    let reading = Given.with("facilitator: A\nnote-taker: a\nremote: no\n")
    #expect(reading.faults.map(\.report.prefix8) == ["parley: ", "advice: "])
    #expect(reading.plan == nil)
    #expect(reading.map == nil)
  }

  @Test func theAnswerAsJSONHasEveryKey() {
    let reading = Given.with("kin: x\nfacilitator: A\nnote-taker: a\n")
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
