import ParleyCore
import Testing

@Suite("A gain that is given up (M17)")
struct GivingUpTests {
  private static let proposal = "propose speed \"Ship faster\" timeframe=q3 metric=Deploys baseline=1 target=5"

  /// Activation is confirmed and moves out for a proposal, which is on the table.
  private func proposed(_ plan: Plan = .quarter, to place: String = "q4") -> Table {
    var table = Table.at("goal:churn", plan)
    table.must(Self.proposal + " displacing=activation:\(place)")
    for line in Table.greens { table.must(line + " goal=churn") }
    table.must("confirm churn", "next")
    return table
  }

  private func said(_ table: Table) -> String? { table.session.entries.last?.sentence(in: table.state) }

  @Test(
    "What moved out for a goal that is dropped, deferred or left open goes back as what it was, and it is said",
    arguments: [
      "drop speed because=x", "defer speed decider=ceo by=+7d criteria=x", "skip speed because=x",
    ])
  func goesBack(line: String) {
    var table = proposed()
    #expect(table.goal("activation").settlement == .adjusted(because: nil, dissent: nil))
    table.must(line)
    let activation = table.goal("activation")
    #expect(activation.goal.timeframe == "q3" && activation.adjustments.isEmpty)
    #expect(activation.settlement == .confirmed(note: nil, dissent: nil))
    #expect(activation.dots.count == 4)
    #expect(table.state.tradeOffs.map(\.isVoid) == [true])
    #expect(said(table)?.hasSuffix("Improve activation rate goes back to Q3 2027, confirmed as before") == true)
    #expect(table.state.occupants(of: "q3").map(\.id) == ["activation", "churn", "deal-close"])
    // What takes no room is asked for some when it comes back.
    for dot in Table.greens { table.must(dot + " goal=speed") }
    #expect(table.refusal("confirm speed") == "needs-displacement")
    table.must("confirm speed displacing=deal-close:q4")
    #expect(table.goal("speed").takesRoom)
    #expect(table.state.tradeOffs.map(\.isVoid) == [true, false])
    #expect(table.goal("activation").goal.timeframe == "q3")
  }

  @Test("A goal that is skipped once more, or opened by a red dot, is asked for no room before it is agreed on")
  func leftOpen() {
    var table = proposed()
    table.must("skip speed because=x", "skip speed because=y", "dot ceo red layer=metric goal=speed")
    #expect(!table.goal("speed").takesRoom && table.goal("speed").settlement == nil)
    #expect(Roadmap(table.state).elsewhere.map(\.id) == ["speed"])
  }

  @Test("To take back the drop brings the displacement back")
  func undo() {
    var table = proposed()
    let before = table.state
    table.must("drop speed because=x", "undo")
    #expect(table.state.goals == before.goals && table.state.tradeOffs == before.tradeOffs)
  }

  @Test("The item in the parking lot goes with it, with its words")
  func offTheRoadmap() {
    var table = proposed(to: "parking-lot")
    #expect(table.state.parkingLot.last?.isOpen == true)
    table.must("drop speed because=x")
    #expect(table.goal("activation").goal.timeframe == "q3")
    #expect(table.state.parkingLot.last?.state == .withdrawn)
    #expect(table.state.parkingLot.last?.text == "Improve activation rate")
  }

  @Test(
    "What somebody has settled or moved since, or has no room, stays, and it is said why",
    arguments: [
      (["confirm activation"], "it was settled there since"),
      (["drop activation because=y"], "it was settled there since"),
      (["move activation to=parking-lot because=y"], "it was moved since"),
      (["move speed to=q4 because=y", "move more to=q3 because=y"], "there is no room where it was"),
    ])
  func stays(lines: [String], why: String) {
    var table = proposed()
    table.must("propose more \"More\" timeframe=q4 metric=M baseline=1 target=2")
    for line in lines { table.must(line) }
    let before = table.goal("activation")
    table.must("drop speed because=x")
    #expect(table.goal("activation") == before)
    #expect(table.state.tradeOffs.map(\.isVoid) == [true])
    #expect(said(table)?.contains("Improve activation rate stays ") == true)
    #expect(said(table)?.hasSuffix(why) == true)
  }

  @Test("What was opened again since goes back open")
  func reopened() {
    var table = proposed()
    table.must("dot ceo red layer=metric goal=activation", "drop speed because=x")
    #expect(table.goal("activation").goal.timeframe == "q3")
    #expect(table.goal("activation").settlement == nil)
  }

  @Test("It holds for every way of making room: a move, a change, and what comes back")
  func everyWay() {
    for line in [
      "move churn to=q3 displacing=activation:q4 because=y",
      "adjust churn timeframe=q3 displacing=activation:q4 because=y",
    ] {
      var table = Table.at("goal:churn")
      table.must("move churn to=q4 because=x", "propose more M timeframe=q3 metric=M baseline=1 target=2")
      for dot in Table.greens { table.must(dot) }
      table.must(line, "drop churn because=z")
      #expect(table.goal("activation").goal.timeframe == "q3", "\(line)")
      #expect(table.state.tradeOffs.map(\.isVoid) == [true], "\(line)")
    }
  }

  @Test("A goal that was carried forward gives back its room, too")
  func carried() {
    var plan = Plan.quarter
    plan.kind = .review
    plan.timeframes[1].capacity = 1
    plan.goals[1].timeframe = "q4"
    plan.goals[0].last = LastPeriod(target: 40, actual: 30, result: .missed)
    var table = Table.given(plan, "next", "carry-forward activation to=q4 displacing=churn:q3 because=Half")
    #expect(table.goal("churn").goal.timeframe == "q3")
    #expect(said(table)?.hasSuffix("goes on as Improve activation rate in Q4 2027, because Half") == true)
    table.reach("goal:activation-2")
    table.must("drop activation-2 because=x")
    #expect(table.goal("churn").goal.timeframe == "q4" && table.goal("churn").settlement == nil)
    #expect(table.state.tradeOffs.map(\.isVoid) == [true])
  }

  @Test("The record lists it as taken back, in JSON as void; the log and the next session do not count it")
  func record() throws {
    var table = proposed()
    table.must("accept ceo", "drop speed because=x")
    let record = Record(of: table.session)
    #expect(record.spreadsheet().contains { $0[.section] == "trade-offs" && $0[.state] == "taken back" })
    guard case .array(let rows)? = record.json["tradeoffs"], case .object(let row)? = rows.first else {
      Issue.record("no trade-offs")
      return
    }
    #expect(row.suffix(2).map(\.key) == ["acceptedBy", "void"])
    #expect(row.last?.value == .bool(true))
    #expect(record.log.contains { $0.what == "Ship faster displaced Improve activation rate, taken back" })
    #expect(LastSession(table.state).tradeOffs.isEmpty)
  }

  @Test("A goal that is only proposed is numbered last: no other changes its number for it")
  func numbers() {
    var table = Table.at("goal:activation")
    let before = ["activation", "churn", "deal-close"].map { table.state.number(of: GoalID($0)) }
    let title = table.state.titles(of: .goal("churn")).title
    table.must(Self.proposal + " displacing=deal-close:q4")
    #expect(["activation", "churn", "deal-close"].map { table.state.number(of: GoalID($0)) } == before)
    #expect(table.state.number(of: "speed") == 4)
    #expect(table.state.titles(of: .goal("churn")).title == title)
    for dot in Table.greens { table.must(dot) }
    table.must("confirm", "next")
    #expect(table.state.step.text == "goal:speed")
    #expect(Roadmap(table.state).cards.map(\.number).sorted() == [1, 4])
    for dot in Table.greens { table.must(dot) }
    table.must("confirm")
    #expect(table.state.number(of: "speed") == 2)
  }
}

@Suite("Why something comes in (M17)")
struct ReasonTests {
  @Test("A proposal says whose it is and why, and why what moves out does so")
  func propose() {
    var table = Table.at("goal:activation")
    table.must(
      "propose speed \"Ship faster\" timeframe=q3 metric=D baseline=1 target=5 displacing=churn:q4 owner=vp-eng "
        + "rationale=\"Deals stall\" because=\"Churn can wait\"")
    #expect(table.goal("speed").goal.owner == "vp-eng" && table.goal("speed").goal.rationale == "Deals stall")
    #expect(table.state.tradeOffs == [TradeOff(gained: "speed", displaced: "churn", because: "Churn can wait")])
    #expect(table.refusal("propose more M timeframe=q4 metric=D baseline=1 target=5 owner=nobody") == "unknown-id")
  }

  @Test("A feature says why it comes in, whether something moves out or not")
  func serve() {
    var table = Table.given(.quarter, "next", "next", "next", "request Mails by=ceo", "serve P2 goal=activation")
    table.must("request Tour by=ceo", "serve P3 goal=activation displacing=checklist because=\"Trials ask for it\"")
    #expect(table.state.tradeOffs.first?.because == "Trials ask for it")
  }

  @Test("Of an addition to a goal that takes any number, the record says that nothing was named, and why it came")
  func free() {
    var table = Table.at("goal:churn")
    table.must("request Chat by=ceo", "serve P2 goal=churn because=\"Support asks\"")
    let facts = additions(to: "churn", of: table)
    #expect(facts == ["Chat — because: Support asks; nothing was named that moves out"])
    // A goal with room says nothing of the kind.
    table.must("request Tour by=ceo", "serve P3 goal=activation")
    #expect(additions(to: "activation", of: table) == [])
  }

  private func additions(to goal: GoalID, of table: Table) -> [String] {
    let record = Record(of: table.session)
    guard case .list(let goals)? = record.values()["goals"],
      let index = record.goals.firstIndex(where: { $0.goal.id == goal }),
      case .list(let facts)? = goals[index]["facts"]
    else { return ["no facts"] }
    return facts.compactMap { fact in
      guard case .text("Added")? = fact["label"], case .text(let text)? = fact["text"] else { return nil }
      return text
    }
  }
}
