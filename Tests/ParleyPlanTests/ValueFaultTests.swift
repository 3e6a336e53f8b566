import ParleyPlan
import Testing

/// What follows the required parts of a plan, from its line 12 on, and the errors told of it.
struct Wrong: CustomTestStringConvertible, Sendable {
  let rest: String
  let told: [String]

  init(_ rest: String, _ told: String...) {
    self.rest = rest
    self.told = told
  }

  var testDescription: String { rest.debugDescription }
}

@Suite struct ValueFaults {
  @Test func aPlanWithWhatIsRequiredIsAPlan() {
    let reading = SamplePlan().reading
    #expect(reading.faults == [])
    #expect(reading.plan?.minutes == 90)
  }

  @Test(arguments: [
    Wrong("minutes: 0\n", "12:10 `0` is out of range"),
    Wrong("minutes: 1441\n", "12:10 `1441` is out of range"),
    Wrong("minutes: 9.5\n", "12:10 `9.5` is not a whole number"),
    Wrong("minutes: 010\n", "12:10 `010` is not a whole number"),
    Wrong("minutes: 0x10\n", "12:10 `0x10` is not a whole number"),
    Wrong("minutes: 0o17\n", "12:10 `0o17` is not a whole number"),
    Wrong("minutes: 1_0\n", "12:10 `1_0` is not a whole number"),
    Wrong("minutes: ten\n", "12:10 `ten` is not a whole number"),
    Wrong("minutes: ~\n", "12:10 `~` is not a whole number"),
    Wrong("minutes: 99999999999999999999\n", "12:10 `99999999999999999999` is out of range"),
    Wrong("timeboxes: {goal: -1, review: 0}\n", "12:19 `-1` is out of range"),
    Wrong("vote: {dots: 0, max: 0}\n", "12:14 `0` is out of range", "12:22 `0` is out of range"),
  ])
  func wholeNumbers(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }

  @Test(arguments: [
    "nan", "inf", "-inf", ".inf", "1e999", "0x10", "1,5", "8 %", "--1", "1e", "e5", ".", "1_000", "08", "٨",
  ])
  func aBaselineThatIsNoDecimalNumber(number: String) {
    var sample = SamplePlan()
    sample.goals =
      "goals:\n  - {id: a, name: A, timeframe: q3, metric: {name: M, baseline: \"\(number)\", target: 5}}\n"
    #expect(sample.reading.told == ["8:65 `\(number)` is not a number"])
  }

  @Test(arguments: [
    ("8", 8), ("2.5", 2.5), ("-3", -3), ("1e3", 1000), ("1.5E-2", 0.015), ("+4", 4), (".5", 0.5), ("0", 0),
  ])
  func aBaselineIsADecimalNumber(text: String, number: Double) {
    var sample = SamplePlan()
    sample.goals = "goals:\n  - {id: a, name: A, timeframe: q3, metric: {name: M, baseline: \(text), target: 99}}\n"
    #expect(sample.reading.plan?.goals[0].metrics[0].baseline == number)
  }

  @Test(arguments: [
    Wrong("remote: yes\n", "12:9 `yes` is neither true nor false"),
    Wrong("remote: True\n", "12:9 `True` is neither true nor false"),
    Wrong("vote: {step: 1}\n", "12:14 `1` is neither true nor false"),
    Wrong("starts: 2027-02-30 14:00\n", "12:9 there is no such day as `2027-02-30`"),
    Wrong("starts: 2027-02-03T14:00\n", "12:9 `2027-02-03T14:00` is not a day and a time"),
    Wrong("starts: 2027-02-03 24:00\n", "12:9 `2027-02-03 24:00` is not a day and a time"),
    Wrong("starts: 2027-02-03 9:00\n", "12:9 `2027-02-03 9:00` is not a day and a time"),
    Wrong("starts: 2027-02-03\n", "12:9 `2027-02-03` is not a day and a time"),
    Wrong("starts: +7d\n", "12:9 `+7d` is not a day and a time"),
    Wrong("kind: Review\n", "12:7 `Review` is none of"),
    Wrong("parking-lot: {text: a}\n", "12:14 `parking-lot` must be a list"),
    Wrong("parking-lot: [{text: a, due: +7d}]\n", "12:30 `+7d` is not a date"),
    Wrong("parking-lot: [{text: a, due: 2027-13-01}]\n", "12:30 there is no such day as `2027-13-01`"),
    Wrong("parking-lot: [{text: a, kind: bug}]\n", "12:31 `bug` is none of feature, follow-up, status, question, idea"),
  ])
  func flagsDaysAndChoices(wrong: Wrong) {
    let told = SamplePlan.with(wrong.rest).told
    #expect(told.count == wrong.told.count)
    for (told, expected) in zip(told, wrong.told) { #expect(told.hasPrefix(expected)) }
  }

  @Test func aChoiceThatIsNearlyRightIsNamed() {
    #expect(SamplePlan.with("kind: Reviw\n").errors.first?.message.hasSuffix("— did you mean `review`?") == true)
  }

  @Test func aTargetMustDifferFromItsBaseline() {
    var sample = SamplePlan()
    sample.goals = "goals:\n  - {id: a, name: A, timeframe: q3, metric: {name: M, baseline: 5, target: 5.0}}\n"
    #expect(sample.reading.told == ["8:76 the target equals the baseline, `5.0`"])
  }

  @Test func aTimeframeEndsAfterItBegins() {
    var sample = SamplePlan()
    sample.timeframes = "timeframes:\n  - {id: q3, name: Q3, from: 2027-09-30, to: 2027-07-01}\n"
    #expect(sample.reading.told == ["4:46 it ends (2027-07-01) before it begins (2027-09-30)"])
    sample.timeframes = "timeframes:\n  - {id: q3, name: Q3, from: 2027-07-01, to: 2027-07-01, capacity: 0}\n"
    #expect(sample.reading.told == ["4:68 `0` is out of range"])
  }

  @Test func textStaysAsItIsWritten() throws {
    var sample = SamplePlan(rest: "facilitator: 10:30\nnote-taker: No\n")
    sample.stakeholders = "stakeholders:\n  - {id: 1e3, name: 1e3, role: null, metric: ~}\n"
    let plan = try #require(sample.reading.plan)
    #expect(plan.facilitator == "10:30")
    #expect(plan.noteTaker == "No")
    #expect(plan.stakeholders[0].name == "1e3")
    #expect(plan.stakeholders[0].role == "null")
    #expect(sample.reading.map?.metric(of: plan.stakeholders[0]) == "~")
  }

  @Test func aScalarWhereAListMayStandIsAListOfOne() throws {
    var sample = SamplePlan(rest: "boundary: {decided: Head count}\n")
    sample.stakeholders = "stakeholders:\n  - {id: ceo, name: Ada, objections: None, salience: power}\n"
    let reading = sample.reading
    #expect(reading.plan?.boundary?.decided == ["Head count"])
    #expect(reading.map?.entries.values.first?.objections == ["None"])
    #expect(reading.map?.entries.values.first?.salience == [.power])
  }

  @Test(arguments: [
    Wrong(
      "facilitator: " + String(repeating: "n", count: 201) + "\n", "12:14 `facilitator` has 201 bytes, 200 at most"),
    Wrong(
      "facilitator: " + String(repeating: "é", count: 101) + "\n", "12:14 `facilitator` has 202 bytes, 200 at most"),
    Wrong("facilitator: " + String(repeating: "n", count: 200) + "\n"),
    Wrong(
      "context: {context: " + String(repeating: "t", count: 4097) + "}\n",
      "12:20 `context` has 4097 bytes, 4096 at most"),
    Wrong("context: {context: " + String(repeating: "t", count: 4096) + "}\n"),
  ])
  func lengths(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }
}
