import ParleyPlan
import Testing

@Suite struct FormFaults {
  @Test(arguments: [
    Wrong("facilitator: *x\n", "12:14 an alias (*) is not allowed in a plan"),
    Wrong("*a : b\n", "12:1 an alias (*) is not allowed in a plan"),
    Wrong(
      "vote: [*a, *b]\n", "12:7 `vote` must be keys with values", "12:8 an alias (*) is not allowed in a plan",
      "12:12 an alias (*) is not allowed in a plan"),
    Wrong("facilitator: &x y\n", "12:14 an anchor (&) is not allowed in a plan"),
    Wrong("facilitator: &x\n", "12:14 an anchor (&) is not allowed in a plan"),
    Wrong("vote: &v {dots: 1}\n", "12:7 an anchor (&) is not allowed in a plan"),
    Wrong("vote: &v\n  dots: 1\n", "12:7 an anchor (&) is not allowed in a plan"),
    Wrong("&a vote: {dots: 1}\n", "12:1 an anchor (&) is not allowed in a plan"),
    Wrong("facilitator: !!str y\n", "12:14 an explicit tag (!) is not allowed in a plan"),
    Wrong("facilitator: !!str \"y\"\n", "12:14 an explicit tag (!) is not allowed in a plan"),
    Wrong("facilitator: ! y\n", "12:14 an explicit tag (!) is not allowed in a plan"),
    Wrong("facilitator: !mine y\n", "12:14 an explicit tag (!) is not allowed in a plan"),
    Wrong("facilitator: !m!y z\n", "12:14 an explicit tag (!) is not allowed in a plan"),
    Wrong("vote: !!map\n  dots: 1\n", "12:7 an explicit tag (!) is not allowed in a plan"),
    Wrong("<<: {kind: review}\n", "12:1 a merge key (<<) is not allowed in a plan"),
    Wrong(
      "vote:\n  <<: *v\n", "13:3 a merge key (<<) is not allowed in a plan",
      "13:7 an alias (*) is not allowed in a plan"),
    Wrong("---\na: b\n", "12:1 a second document begins here"),
    Wrong("...\n---\na: b\n", "13:1 a second document begins here"),
    Wrong("# the end\n...\n"),
    Wrong(
      "facilitator: \"*x & !y\"\nnote-taker: a*b & c! # *x &y !z\ntitle: '&a'\n",
      "14:1 `title` stands on line 2 already"),
    Wrong("context:\n  context: |\n    *x\n    &y z\n"),
  ])
  func whatAPlanDoesNotTakeOfYAML(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }

  @Test func signsWithinTextStayAsTheyAre() {
    let plan = SamplePlan.with("facilitator: \"*x & !y\"\nnote-taker: a*b & c! # *x\n").plan
    #expect(plan?.facilitator == "*x & !y")
    #expect(plan?.noteTaker == "a*b & c!")
  }

  @Test(arguments: [
    Wrong("vote: {dots: 1\n", "12:7 the list or mapping that begins here lacks its `}`"),
    Wrong("boundary: {open: [a, b\n", "12:18 the list or mapping that begins here lacks its `]`"),
    Wrong("facilitator: \"Maya\n", "12:14 this quotation mark is never closed"),
    Wrong("facilitator: 'Maya\n", "12:14 this quotation mark is never closed"),
    Wrong("remote: true: x\n", "12:13 a second `: ` on the line, or a line indented too far"),
    Wrong("remote\n", "12:1 this line has no `: `"),
    Wrong("facilitator: %\n", "12:14 a value cannot begin with `%` here"),
    Wrong("facilitator: @x\n", "12:14 a value cannot begin with `@` here"),
    Wrong("facilitator: `x`\n", "12:14 a value cannot begin with ``` here"),
    Wrong("facilitator: \"\\q\"\n", "12:15 an unknown escape in a quoted text"),
    Wrong("- x\n", "12:1 this line does not fit the lines above it"),
    Wrong("  x: y\n", "12:3 this line does not fit the lines above it"),
    Wrong("vote:\n\tdots: 1\n", "13:1 a tab stands in the indentation"),
    Wrong("vote:\n  dots: 1\n\tmax: 1\n", "14:1 a tab stands in the indentation"),
  ])
  func whatIsNoYAML(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }

  @Test func faultsOfFormInSeveralSectionsAreToldTogether() {
    let reading = SamplePlan.with("vote: {dots: 1\nfacilitator: %\nremote: maybe\nnote-taker: @a\n")
    #expect(
      reading.told == [
        "12:7 the list or mapping that begins here lacks its `}`", "13:14 a value cannot begin with `%` here",
        "14:9 `maybe` is neither true nor false", "15:13 a value cannot begin with `@` here",
      ])
  }

  @Test func anUnclosedQuoteHidesNothingAndBlamesNothingElse() {
    var sample = SamplePlan(rest: "facilitator: \"Leo\"\nminutes: \"0\"\n")
    sample.head = "parley: 1\ntitle: \"Q3\n"
    #expect(sample.reading.told == ["2:8 this quotation mark is never closed", "13:10 `0` is out of range"])
  }

  @Test func aBrokenSectionMakesNothingElseUnknownOrMissing() {
    var sample = SamplePlan(rest: "minutes: 0\n")
    sample.stakeholders = "stakeholders:\n  - {id: ceo, name: Ada\n"
    sample.goals = """
      goals:
        - {id: a, name: A, timeframe: q3, owner: ceo, metric: {name: M, baseline: 1, target: 2}}

      """
    #expect(
      sample.reading.told == [
        "6:5 the list or mapping that begins here lacks its `}`", "9:10 `0` is out of range",
      ])
  }

  @Test func duplicateKeysAreAllFoundWhereverTheyStand() {
    let reading = SamplePlan.with("\"x\": 1\n'x': 2\n? x\n: 3\nvote: {dots: 1, max: 1, dots: 2, \"max\": 3}\n")
    #expect(
      reading.told == [
        "12:1 `x` is not a key of the plan", "13:1 `x` stands on line 12 already", "14:3 `x` stands on line 12 already",
        "16:25 `dots` stands on line 16 already", "16:34 `max` stands on line 16 already",
      ])
  }

  @Test func nestingDeeperThanSixteenIsRefused() {
    for depth in [16, 20, 900, 1100, 50_000] {
      let told = SamplePlan.with("vote: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        .told
      #expect(told.contains("12:22 the nesting is deeper than 16 levels"), "\(depth)")
    }
    let fine = SamplePlan.with("vote: " + String(repeating: "[", count: 15) + String(repeating: "]", count: 15)).told
    #expect(fine == ["12:7 `vote` must be keys with values"])
    let block = SamplePlan.with("vote:\n" + (1...20).map { String(repeating: " ", count: $0) + "a:\n" }.joined()).told
    #expect(block.contains("28:17 the nesting is deeper than 16 levels"))
  }

  @Test func anEmptyFileIsNoPlan() {
    for text in ["", "\n\n", "# a comment\n", "---\n", "\u{FEFF}"] {
      #expect(
        PlanReading(text: text, name: "p").told == ["1:1 there is no plan in this file"], "\(text.debugDescription)")
    }
    #expect(PlanReading(text: "- a\n", name: "p").told == ["1:1 the plan must be keys with values"])
  }
}
