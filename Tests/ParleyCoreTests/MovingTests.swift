import ParleyCore
import Testing

@Suite("Steps and the countdown")
struct MovingTests {
  @Test("The steps come in the order of M10, those that the plan does not want are left out")
  func agenda() {
    #expect(
      Table().state.agenda.map(\.text) == [
        "lobby", "boundary", "context", "goal:activation", "goal:churn", "goal:deal-close", "priorities", "read-back",
      ])
    var plan = Plan.quarter
    plan.boundary = nil
    plan.timeboxes.context = 0
    plan.vote.step = true
    #expect(Table(plan).state.agenda.prefix(3).map(\.text) == ["lobby", "vote", "goal:activation"])
  }

  @Test("Features steps are there for agreed goals only, in the order of priority")
  func featuresSteps() {
    var table = Table.given(.quarter, "next", "next", "next")
    for line in Table.greens { table.must(line) }
    table.must("confirm", "next", "drop churn because=x", "next")
    for line in Table.greens { table.must(line) }
    table.must("confirm", "next", "rank deal-close 1")
    #expect(table.state.agenda.map(\.text).suffix(3) == ["features:deal-close", "features:activation", "read-back"])
  }

  @Test("An open goal holds next back, and the refusal names whom to ask")
  func openGoal() {
    var table = Table.given(.quarter, "next", "next", "next", "dot cs-head green", "dot ceo green")
    guard case .failure(.goalOpen(let goals)) = table.when("next") else {
      Issue.record("next left an open goal")
      return
    }
    #expect(goals == [Refusal.OpenGoal(name: "Improve activation rate", silent: ["Victor Sand", "Vera Engel"])])
  }

  @Test("Forward only over steps that are done, back to any")
  func goingTo() {
    var table = Table.at("goal:churn")
    #expect(table.refusal("goto goal:deal-close") == "wrong-step")
    #expect(table.refusal("goto priorities") == "wrong-step")
    #expect(table.refusal("goto features:churn") == "wrong-step")
    #expect(table.refusal("goto nowhere") == "wrong-step")
    #expect(table.refusal("goto goal:nothing") == "wrong-step")
    table.must("goto lobby", "goto goal:churn", "back", "back", "back", "back")
    #expect(table.state.step == .lobby)
    #expect(table.refusal("back") == "wrong-step")
  }

  @Test("A step that was never visited is not skipped")
  func notSkipped() {
    var table = Table()
    #expect(table.refusal("goto context") == "wrong-step")
    table.must("goto boundary")
  }

  @Test("A goal that opens again while features are talked about stops the way forward (M20)")
  func reopenedInFeatures() {
    var table = Table.at("features:activation")
    table.must("dot vp-eng red layer=metric goal=activation")
    #expect(table.state.agenda.contains(.features("activation")) == false)
    #expect(table.refusal("next") == "goal-open")
    #expect(table.refusal("goto read-back") == "wrong-step")
    table.must("dot vp-eng green goal=activation", "confirm activation", "next")
    #expect(table.state.step.text == "features:churn")
  }

  @Test("Nothing comes after the read-back")
  func last() {
    var table = Table.at("read-back")
    #expect(table.refusal("next") == "wrong-step")
  }

  @Test("Priorities are left only when every timeframe holds what is in it (M17)")
  func overCapacity() {
    var plan = Plan.quarter
    plan.timeframes[0].capacity = 2
    var table = Table.at("priorities", plan)
    #expect(table.refusal("next") == "over-capacity")
    table.must("move churn to=q4 because=room", "next")
    #expect(table.state.step.text == "features:activation")
  }

  @Test("Pauses and extensions count; commands without effect are taken")
  func clock() {
    var table = Table.given(
      .quarter, "next", "+01:00 pause", "pause", "+02:00 resume", "resume", "extend 5", "+00:30 next")
    #expect(table.state.times == table.state.times.filter { $0.planned > 0 })
    #expect(table.state.times[0].planned == 8 * 60)
    #expect(table.state.times[0].past == 210_000)
    #expect(table.state.times[0].pastPaused == 120_000)
    #expect(table.refusal("extend 0") == "bad-argument")
    #expect(table.refusal("extend 1441") == "bad-argument")
  }

  @Test("Revisits of a step add to one row")
  func revisits() {
    let table = Table.given(.quarter, "next", "+01:00 next", "+00:10 back", "+00:20 next", "+00:05 note x")
    #expect(table.state.times.map(\.step) == [.boundary, .context])
    #expect(table.state.times.map(\.past) == [80_000, 10_000])
  }

  @Test("The session starts when the lobby is left")
  func started() {
    let table = Table.given(.quarter, "+05:00 next")
    #expect(table.state.started?.description == "2027-06-28T14:05:00")
  }

  @Test("A step command that says from where it goes is refused where the session is elsewhere by now")
  func from() {
    var table = Table()
    table.must("next from=lobby")
    let late = table.when("next from=lobby")
    guard case .failure(let refusal) = late else { return #expect(Bool(false), "a second step was gone") }
    #expect(refusal.code == .wrongStep && refusal.sentence.contains("“What is open today”"))
    #expect(table.refusal("back from=lobby") == "wrong-step")
    table.must("back from=boundary", "next")
    #expect(table.state.step == .boundary)
  }
}

@Suite("Attendance (M25)")
struct AttendanceTests {
  private func row(_ who: StakeholderID, in table: Table) -> Record.AttendanceRow? {
    Record(of: table.session).attendance.first { $0.who == who }
  }

  @Test("Whoever leaves the lobby before the start arrives when they come back")
  func late() {
    let table = Table.given(
      .quarter, "leave ceo", "leave vp-eng", "+01:00 next", "+10:00 arrive ceo", "+01:00 leave cs-head")
    #expect(row("ceo", in: table)?.arrived?.description == "2027-06-28T14:11:00")
    #expect(row("vp-eng", in: table)?.arrived == nil)
    #expect(row("cs-head", in: table)?.arrived?.description == "2027-06-28T14:01:00")
    #expect(row("cs-head", in: table)?.left?.description == "2027-06-28T14:12:00")
  }

  @Test("Whoever goes out and comes back has stayed since they first came")
  func back() {
    let table = Table.given(.quarter, "next", "+10:00 leave ceo", "+01:00 arrive ceo")
    #expect(row("ceo", in: table)?.arrived?.description == "2027-06-28T14:00:00")
    #expect(row("ceo", in: table)?.left == nil)
  }
}
