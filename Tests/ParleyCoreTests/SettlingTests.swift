import ParleyCore
import Testing

@Suite("Settling a goal (M13, M15)")
struct SettlingTests {
  @Test("Nobody in the room may be silent; the refusal names them, least influence first")
  func silent() {
    var table = Table.at("goal:activation")
    table.must("dot vp-sales green")
    #expect(
      table.when("confirm")
        == .failure(.silent(goal: "Improve activation rate", people: ["Carla Stein", "Vera Engel", "Ada Obi"])))
    #expect(table.refusal("adjust activation target=35 because=x") == "silent")
  }

  @Test("Whoever is not in the room is not counted silent (M25)")
  func absent() {
    var table = Table.given(
      .quarter, "leave ceo", "leave vp-eng", "next", "next", "next", "dot cs-head green", "dot vp-sales green",
      "arrive ceo")
    #expect(table.refusal("confirm") == "silent")
    table.must("dot ceo abstain", "confirm")
    #expect(table.goal("activation").absentees == ["vp-eng"])
    table.must("arrive vp-eng")
    #expect(table.goal("activation").absentees == ["vp-eng"])
  }

  @Test("A red dot is confirmed only with a decider, a day and criteria")
  func dissent() {
    var table = Table.at("goal:activation")
    for line in Table.greens { table.must(line) }
    table.must("dot vp-eng red layer=existence")
    #expect(table.refusal("confirm") == "dissent-without-process")
    #expect(table.refusal("confirm decider=ceo by=+7d") == "dissent-without-process")
    table.must("confirm decider=ceo by=+7d criteria=\"Cohort data\"")
    let due = CalendarDate("2027-07-05")
    #expect(
      table.goal("activation").settlement?.dissent
        == due.map { Process(decider: "ceo", by: $0, criteria: "Cohort data") })
  }

  @Test("An adjustment keeps what changed and why")
  func adjust() {
    var table = Table.at("goal:churn")
    for line in Table.greens { table.must(line) }
    table.must("adjust churn name=\"Cut churn\" target=6 because=\"Two releases fewer\"")
    #expect(table.goal("churn").goal.name == "Cut churn")
    #expect(
      table.goal("churn").adjustments == [
        Adjustment(change: .name(from: "Reduce monthly churn", to: "Cut churn"), because: "Two releases fewer"),
        Adjustment(change: .target(metric: "Monthly churn", from: 5, to: 6), because: "Two releases fewer"),
      ])
    #expect(table.goal("churn").settlement?.name == "adjusted")
  }

  @Test("An adjustment that adjusts nothing, or aims at the baseline, is refused")
  func adjustNothing() {
    var table = Table.at("goal:churn")
    for line in Table.greens { table.must(line) }
    #expect(table.refusal("adjust churn because=x") == "bad-argument")
    #expect(table.refusal("adjust churn target=8 because=x") == "bad-argument")
    #expect(table.refusal("adjust churn metric=Chrn target=6 because=x") == "bad-argument")
    #expect(table.refusal("adjust churn timeframe=q9 because=x") == "unknown-id")
  }

  @Test("A goal that was changed and is then confirmed is adjusted")
  func changedThenConfirmed() {
    var table = Table.at("goal:churn")
    table.must("move churn to=q4 because=later")
    for line in Table.greens + ["confirm"] { table.must(line) }
    #expect(table.goal("churn").settlement?.name == "adjusted")
  }

  @Test("A further metric alone does not make a goal adjusted")
  func furtherMetric() {
    var table = Table.at("goal:churn")
    table.must("metric churn \"Tickets\" baseline=90 target=60")
    #expect(table.refusal("metric churn \"Tickets\" baseline=9 target=6") == "bad-argument")
    #expect(table.refusal("metric churn \"More\" baseline=9 target=9") == "bad-argument")
    for line in Table.greens + ["confirm"] { table.must(line) }
    #expect(table.goal("churn").settlement?.name == "confirmed")
  }

  @Test("Deferred, dropped and skipped goals are settled without anyone's dot")
  func others() {
    var table = Table.at("goal:activation")
    table.must("defer activation decider=ceo by=2027-08-01 criteria=data")
    #expect(table.goal("activation").takesRoom == false)
    table.must("next", "drop churn because=x", "next", "dot ceo green", "skip deal-close because=\"No time\"")
    #expect(
      table.goal("deal-close").settlement
        == .leftOpen(because: "No time", notAsked: ["cs-head", "vp-sales", "vp-eng"]))
    table.must("next")
    #expect(table.state.step == .priorities)
    #expect(table.state.priorities.isEmpty)
  }

  @Test("A dropped goal that is confirmed after all needs room as any other")
  func settledAnew() {
    var table = Table.at("goal:churn")
    table.must("drop churn because=x", "propose new \"New\" timeframe=q3 metric=M baseline=1 target=2")
    for line in Table.greens { table.must(line) }
    #expect(table.refusal("confirm churn") == "needs-displacement")
    #expect(table.refusal("skip churn because=x") == "needs-displacement")
    table.must("adjust churn timeframe=q4 because=\"There is room\"")
    #expect(table.goal("churn").goal.timeframe == "q4")
  }

  @Test(
    "What comes back into a full timeframe names what moves out, in the words that the refusal gives",
    arguments: ["confirm churn note=\"After all\"", "skip churn because=\"After all\""])
  func comesBack(line: String) throws {
    var table = Table.at("goal:churn")
    table.must("drop churn because=x", "propose new \"New\" timeframe=q3 metric=M baseline=1 target=2")
    for dot in Table.greens { table.must(dot) }
    guard case .failure(let refusal) = table.when(line) else {
      Issue.record("a full timeframe took one more")
      return
    }
    #expect(refusal.sentence.contains("displacing=GOAL"))
    #expect(table.refusal(line + " displacing=churn") == "bad-argument")
    #expect(table.refusal(line + " displacing=nothing") == "unknown-id")
    table.must(line + " displacing=new:q4")
    #expect(table.goal("new").goal.timeframe == "q4")
    #expect(table.goal("churn").takesRoom)
    #expect(table.state.tradeOffs == [TradeOff(gained: "churn", displaced: "new", because: "After all")])
    table.must("undo")
    #expect(table.state.tradeOffs.isEmpty)
    #expect(table.goal("new").goal.timeframe == "q3")
  }

  @Test("With a red dot it takes the process of the dissent and what moves out, in one command")
  func comesBackOverRed() {
    var table = Table.at("goal:churn")
    table.must("drop churn because=x", "propose new \"New\" timeframe=q3 metric=M baseline=1 target=2")
    for dot in Table.greens.dropLast() + ["dot ceo red layer=importance"] { table.must(dot) }
    #expect(table.refusal("confirm churn displacing=new:q4") == "dissent-without-process")
    #expect(table.refusal("confirm churn decider=ceo by=+7d criteria=Cost") == "needs-displacement")
    table.must("confirm churn decider=ceo by=+7d criteria=Cost displacing=new:q4")
    #expect(table.goal("churn").settlement?.dissent?.decider == "ceo")
    #expect(table.state.tradeOffs.count == 1)
  }

  @Test("The condition of a confirmation belongs to nobody in particular")
  func condition() {
    var table = Table.at("goal:activation")
    for line in Table.greens { table.must(line) }
    table.must("confirm condition=\"By August\"")
    #expect(table.goal("activation").conditions == [Condition(text: "By August")])
  }
}
