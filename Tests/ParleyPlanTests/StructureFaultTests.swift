import ParleyPlan
import Testing

@Suite struct StructureFaults {
  @Test(arguments: [
    Wrong("kin: review\n", "12:1 `kin` is not a key of the plan"),
    Wrong("vote: {dotz: 1}\n", "12:8 `dotz` is not a key of `vote`"),
    Wrong("timeboxes:\n  contxt: 3\n", "13:3 `contxt` is not a key of `timeboxes`"),
    Wrong("phrases: {redirct: x}\n", "12:11 `redirct` is not a key of `phrases`"),
    Wrong("kind:\n", "12:1 `kind` has no value"),
    Wrong("vote: {dots: , max: 1}\n", "12:8 `dots` has no value"),
    Wrong("boundary:\n  open:\n", "13:3 `open` has no value"),
    Wrong("context: abc\n", "12:10 `context` must be keys with values"),
    Wrong("context: [a]\n", "12:10 `context` must be keys with values"),
    Wrong("facilitator: [a]\n", "12:14 `facilitator` takes a single value"),
    Wrong("vote:\n  dots: {}\n", "13:9 `dots` takes a single value"),
    Wrong("title: again\n", "12:1 `title` stands on line 2 already"),
    Wrong("vote: {dots: 1, dots: 2}\n", "12:17 `dots` stands on line 12 already"),
    Wrong("? [a, b]\n: 3\n", "12:3 a key must be a single word"),
    Wrong("parking-lot: [Push]\n", "12:15 a parked item must be keys with values"),
    Wrong("parking-lot: [{by: ceo}]\n", "12:15 a parked item has no `text`"),
    Wrong("parking-lot:\n  - by: ceo\n    goal: churn\n", "13:5 a parked item has no `text`"),
    Wrong(
      "parking-lot: [{text: a, by: cfo, goal: chrn, owner: x}]\n",
      "12:29 there is no stakeholder `cfo`", "12:40 there is no goal `chrn`", "12:53 there is no stakeholder `x`"),
  ])
  func keys(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }

  @Test(arguments: ["facilitator", "note-taker", "stakeholder", "screen", "cockpit"])
  func aPersonWithTheNameOfASeat(id: String) {
    var sample = SamplePlan()
    sample.stakeholders = "stakeholders:\n  - {id: ceo, name: Ada Obi}\n  - {id: \(id), name: Bo}\n"
    #expect(sample.reading.told == ["7:10 `\(id)` is the name of a seat: `@\(id)` would mean both"])
  }

  @Test func anUnknownKeySuggestsTheNearOne() {
    #expect(
      SamplePlan.with("fasilitator: Maya\n").errors.first?.message.hasSuffix("— did you mean `facilitator`?") == true)
    #expect(
      SamplePlan.with("zzzzzzzz: Maya\n").errors.first?.message.contains("it may have parley, title, kind") == true)
  }

  @Test func whatIsRequiredIsMissedAtTheFirstLine() {
    let reading = PlanReading(text: "# A plan\n\nremote: true\n", name: "plan.yaml")
    let keys = ["parley", "title", "timeframes", "stakeholders", "goals"]
    #expect(reading.told == keys.map { "3:1 the plan has no `\($0)`" })
  }

  @Test func emptyListsOfWhatIsRequired() {
    let reading = PlanReading(text: "parley: 1\ntitle: \"\"\ntimeframes: []\nstakeholders:\ngoals: x\n", name: "p")
    #expect(
      reading.told == [
        "2:1 `title` has no value", "3:1 `timeframes` has no value", "4:1 `stakeholders` has no value",
        "5:8 a goal must be keys with values",
      ])
  }

  @Test func theVersionIsOne() {
    #expect(SamplePlan(head: "parley: 2\ntitle: Q3\n").reading.told == ["1:9 version `2` of the format is unknown"])
  }

  @Test func whatListsRequireIsMissedAtTheFirstLineOfTheItem() {
    var sample = SamplePlan()
    sample.timeframes = "timeframes:\n  - id: q3\n    capacity: 2\n"
    sample.stakeholders = "stakeholders:\n  - {name: Ada}\n"
    sample.goals = """
      goals:
        - id: a
          metric:
            unit: x
          features:
            - id: f
            - name: F

      """
    #expect(
      sample.reading.told == [
        "4:5 a timeframe has no `name`", "7:5 a stakeholder has no `id`", "9:5 a goal has no `name`",
        "9:5 a goal has no `timeframe`", "11:7 a metric has no `name`", "11:7 a metric has no `baseline`",
        "11:7 a metric has no `target`", "13:9 a feature has no `name`", "14:9 a feature has no `id`",
      ])
  }

  @Test func idsAreWellFormedAndGivenOnce() {
    var sample = SamplePlan()
    sample.stakeholders = """
      stakeholders:
        - {id: ceo, name: Ada}
        - {id: CEO, name: Ada}
        - {id: -a, name: Ada}
        - {id: ceo, name: Ada}
        - {id: vp sales, name: Ada}
        - {id: \(String(repeating: "a", count: 65)), name: Ada}
        - {id: 王, name: Ada}

      """
    #expect(
      sample.reading.told == [
        "7:10 `CEO` cannot be an id", "8:10 `-a` cannot be an id", "9:10 stakeholder `ceo` stands on line 6 already",
        "10:10 `vp sales` cannot be an id",
        "11:10 `\(String(repeating: "a", count: 60))…` cannot be an id", "12:10 `王` cannot be an id",
      ])
  }

  @Test func featuresAreUniqueOverTheWholePlan() {
    var sample = SamplePlan()
    sample.goals = """
      goals:
        - id: a
          name: A
          timeframe: q3
          metric: {name: M, baseline: 1, target: 2}
          features: [{id: f, name: F}, {id: f, name: G}]
        - id: b
          name: B
          timeframe: q3
          metric: {name: M, baseline: 1, target: 2}
          features: {id: f, name: F}
        - id: c
          name: C
          timeframe: q3
          metric: {name: M, baseline: 1, target: 2}
          features:
            - id: f
              name: F

      """
    #expect(
      sample.reading.told == [
        "12:39 feature `f` stands on line 12 already", "17:15 `features` must be a list",
        "23:13 feature `f` stands on line 12 already",
      ])
  }

  @Test func aDanglingReferenceIsAtItsValueAndNamesTheNearOne() {
    var sample = SamplePlan()
    sample.goals = """
      goals:
        - id: a
          name: A
          timeframe: q33
          metric: {name: M, baseline: 1, target: 2}
          owner: cfo
          raci: {accountable: nobody, responsible: [ceo, coo], consulted: ceo, informed: [zzz]}

      """
    #expect(
      sample.reading.told == [
        "10:16 there is no timeframe `q33`", "12:12 there is no stakeholder `cfo`",
        "13:25 there is no stakeholder `nobody`", "13:52 there is no stakeholder `coo`",
        "13:85 there is no stakeholder `zzz`",
      ])
    #expect(sample.reading.errors[0].message.hasSuffix("— did you mean `q3`?"))
  }

  @Test func aBadIdDoesNotMakeItsReferencesUnknown() {
    var sample = SamplePlan()
    sample.timeframes = "timeframes:\n  - {id: Q3, name: Q3}\n"
    sample.stakeholders = "stakeholders:\n  - {ids: ceo, name: Ada}\n"
    sample.goals = """
      goals:
        - {id: a, name: A, timeframe: Q3, owner: ceo, metric: {name: M, baseline: 1, target: 2}}

      """
    #expect(
      sample.reading.told == [
        "4:10 `Q3` cannot be an id", "6:5 a stakeholder has no `id`", "6:6 `ids` is not a key of a stakeholder",
      ])
  }

  @Test func oneMetricOrAListOfThem() {
    var sample = SamplePlan()
    sample.goals = """
      goals:
        - id: a
          name: A
          timeframe: q3
          metrics:
            - {name: M, baseline: 1, target: 2}
            - {name: N, baseline: 1, target: 2}
        - id: b
          name: B
          timeframe: q3
          metric: {name: M, baseline: 1, target: 2}
          metrics: [{name: M, baseline: 1, target: 2}]
        - {id: c, name: C, timeframe: q3, metrics: []}
        - {id: d, name: D, timeframe: q3}

      """
    #expect(
      sample.reading.told == [
        "18:5 `metric` and `metrics` stand together", "19:37 `metrics` has no value", "20:5 a goal has no `metric`",
      ])
  }

  @Test func onlyOnePersonIsAccountable() {
    var sample = SamplePlan()
    sample.goals = """
      goals:
        - {id: a, name: A, timeframe: q3, metric: {name: M, baseline: 1, target: 2}, raci: {accountable: [ceo]}}

      """
    #expect(sample.reading.told == ["8:100 `accountable` takes exactly one person, not a list"])
    #expect(sample.reading.advised == [])
  }

  @Test func everyFaultIsToldInOneGoInTheOrderOfTheFile() {
    let reading = PlanReading(
      text: """
        parley: 1
        titel: Q3
        minutes: soon
        timeframes:
          - {id: q3, name: Q3, from: 2027-02-31}
        stakeholders:
          - {id: ceo, name: "A\\x07", influense: high}
          - {id: ceo, name: Bo}
        goals:
          - {id: a, name: A, timeframe: q4, metric: {name: M, baseline: x, target: 2}}
        facilitator: "unclosed
        parking-lot: [{text: a, by: cfo}]
        """, name: "plan.yaml")
    #expect(reading.plan == nil)
    #expect(
      reading.told == [
        "1:1 the plan has no `title`", "2:1 `titel` is not a key of the plan", "3:10 `soon` is not a whole number",
        "5:30 there is no such day as `2027-02-31`", "7:21 `A\\x07` contains the control character \\x07",
        "7:30 `influense` is not a key of a stakeholder", "8:10 stakeholder `ceo` stands on line 7 already",
        "10:33 there is no timeframe `q4`", "10:65 `x` is not a number",
        "11:14 this quotation mark is never closed", "12:29 there is no stakeholder `cfo`",
      ])
  }
}
