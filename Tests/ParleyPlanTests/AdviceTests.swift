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

@Suite struct AdviceOnNamesDaysAndNumbers {
  @Test func twoPeopleOfOneNameAreToldApart() {
    var sample = SamplePlan()
    sample.stakeholders = """
      stakeholders:
        - {id: a, name: Kai Moor, role: VP Sales}
        - {id: b, name: Ada Obi}
        - {id: c, name: kai moor, role: VP Engineering}

      """
    #expect(sample.reading.advised == ["8:5 M30"])
    #expect(
      sample.reading.advice.first?.message.hasPrefix(
        "two people are called `Kai Moor`: the record tells them apart as Kai Moor (VP Sales) and kai moor (VP Eng")
        == true)
  }

  @Test func aDayBeforeTheSessionIsSaid() {
    let reading = SamplePlan.with("starts: 2027-06-28 14:00\nparking-lot: [{text: x, due: 2020-01-01}]\n")
    #expect(reading.advised == ["13:30 M30"])
    #expect(reading.advice.first?.message.hasPrefix("`due` is 2020-01-01, before the session (2027-06-28)") == true)
    #expect(SamplePlan.with("starts: 2027-06-28 14:00\nparking-lot: [{text: x, due: 2027-06-28}]\n").advised == [])
    #expect(SamplePlan.with("parking-lot: [{text: x, due: 2020-01-01}]\n").advised == [])
    var sample = SamplePlan(rest: "starts: 2027-06-28 14:00\n")
    sample.timeframes = "timeframes:\n  - {id: q3, name: Q3, from: 2026-07-01, to: 2026-09-30}\n"
    #expect(sample.reading.advised == ["4:46 M30"])
    // A review looks back on such a timeframe.
    sample.rest += "kind: review\n"
    #expect(!sample.reading.advised.contains("4:46 M30"))
  }

  @Test func aNumberThatMayBeThousandsIsSaidAsItWasRead() {
    var sample = SamplePlan()
    sample.goals = sample.goals.replacingFirst("baseline: 8", with: "baseline: 1.200")
    #expect(sample.reading.advised == ["11:37 "])
    #expect(
      sample.reading.advice.first?.report
        == "advice: plan.yaml:11:37: 1.200 is read as 1.2 — write 1.2, or 1200 if thousands are meant")
    #expect(sample.reading.plan?.goals.first?.metrics.first?.baseline == 1.2)
  }

  @Test func theAuditSaysOfWhichGoalsAdditionsAreFree() {
    func told(_ sample: SamplePlan) -> [String] {
      sample.reading.audit.filter { $0.rule == "M17" }.map { "\($0.line):\($0.column) \($0.message)" }
    }
    var sample = SamplePlan()
    #expect(
      told(sample) == [
        "8:5 `Reduce churn` takes any number of features, so that additions are free — write a `capacity`"
      ])
    sample.goals += "    capacity: 3\n"
    #expect(told(sample) == [])
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
