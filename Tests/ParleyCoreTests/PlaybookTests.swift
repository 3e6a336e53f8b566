import ParleyCore
import Testing

@Suite("Playbooks, impact, gaps (M40, M48, M49)")
struct PlaybookTests {
  @Test("Each playbook keeps what is filled in, in the words it was given")
  func fills() {
    var table = Table.given(
      .quarter, "goto lobby",
      "playbook pathfinder \"Does a guide help?\" try=\"One cohort\" metric=Activation until=+14d owner=ceo stop=\"No change in a week\"",
      "playbook portfolio churn value=5 fit=4 risk=2", "playbook split core=70 adjacent=20 new=10",
      "playbook track near \"Clean events\" unlocks=Reports", "playbook gate \"Ten pay\" reach=3 by=+30d")
    let path = Sheet.Pathfinder(
      question: "Does a guide help?", attempt: "One cohort", metric: "Activation",
      until: table.now.date.adding(days: 14),
      owner: "ceo", stop: "No change in a week")
    #expect(table.state.sheets.first == .pathfinder(path))
    #expect(table.state.sheets.map(\.cause) == [.beliefs, .goals, .goals, .timeline, .risk])
    table.must("undo")
    #expect(table.state.sheets.map(\.cause) == [.beliefs, .goals, .goals, .timeline])
  }

  @Test("A goal weighed again, and effort split anew, replace what was written before")
  func replaces() {
    let table = Table.given(
      .quarter, "playbook portfolio churn value=1 fit=1 risk=5", "playbook portfolio activation value=3 fit=3 risk=3",
      "playbook portfolio churn value=5 fit=4 risk=2", "playbook split core=100 adjacent=0 new=0",
      "playbook split core=70 adjacent=20 new=10")
    #expect(
      table.state.sheets == [
        .weight(.init(goal: "activation", value: 3, fit: 3, risk: 3)),
        .weight(.init(goal: "churn", value: 5, fit: 4, risk: 2)), .split(.init(core: 70, adjacent: 20, new: 10)),
      ])
    #expect(Sheet.Weight(goal: "churn", value: 5, fit: 4, risk: 2).score == 80)
  }

  @Test("What makes no sense is refused by name")
  func refuses() {
    var table = Table(.quarter)
    #expect(table.refusal("playbook portfolio churn value=6 fit=1 risk=1") == "bad-argument")
    #expect(table.refusal("playbook portfolio chum value=5 fit=1 risk=1") == "unknown-id")
    #expect(table.refusal("playbook split core=70 adjacent=20 new=20") == "bad-argument")
    #expect(table.refusal("playbook track middle x") == "bad-argument")
    #expect(table.refusal("playbook gate x reach=0") == "bad-argument")
    #expect(table.refusal("playbook") == "bad-argument")
    #expect(table.refusal("playbook pathfinder q try=x metric=m until=+1d owner=nobody") == "unknown-id")
    #expect(table.refusal("impact ceo") == "bad-argument")
    #expect(table.refusal("impact ceo costs=x decision=D9") == "unknown-id")
    #expect(table.refusal("commit nobody x") == "unknown-id")
    #expect(table.refusal("@ceo commit vp-eng x") == "not-permitted")
    #expect(table.refusal("gap x owner=ceo") == "bad-argument")
    #expect(table.refusal("@ceo gap x owner=ceo due=+7d") == "not-permitted")
    #expect(table.refusal("@note-taker impact ceo costs=x") == "not-permitted")
  }

  @Test("A gap is owed like a follow-up; impacts are kept by person")
  func gapsAndImpacts() {
    let table = Table.given(
      .quarter, "gap \"Churn by cohort\" owner=cs-head due=2027-07-05",
      "impact vp-sales costs=\"No sync before Q4\" goal=churn")
    #expect(
      table.state.gaps == [Gap(what: "Churn by cohort", owner: "cs-head", due: CalendarDate(daysSince1970: 21_004))])
    #expect(table.state.followUps.map(\.owner) == ["cs-head"])
    #expect(table.state.impacts == [Impact(who: "vp-sales", costs: "No sync before Q4", goal: "churn")])
  }

  @Test("A change of kind is in the record with its reason")
  func kindChange() {
    let table = Table.given(.quarter, "kind review because=\"The quarter is not over\"")
    let change = Record(of: table.session).kindChanges.first
    #expect(change?.from == .alignment)
    #expect(change?.to == .review)
    #expect(change?.because == "The quarter is not over")
  }
}

@Suite("Drift and dilution (M22, M17)")
struct DriftTests {
  private func drift(_ line: String, _ table: Table) throws -> Drift.Matter? {
    Drift(try CommandLine(line, by: .facilitator).command, in: table.state, on: table.now.date)?.matter
  }

  @Test("A settled goal, a decision in force and what the boundary excludes are named when they are touched")
  func names() throws {
    var table = Table.at("goal:activation")
    #expect(try drift("dot ceo red layer=metric", table) == nil)
    for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] { table.must("dot \(who) green") }
    table.must("confirm", "next")
    #expect(try drift("dot ceo red layer=metric goal=activation", table) == .settled("activation"))
    #expect(try drift("dot ceo green goal=activation", table) == nil)
    #expect(try drift("adjust activation target=30 because=x", table) == .settled("activation"))
    #expect(try drift("adjust churn target=3 because=x", table) == nil)
    table.must("decide \"Two releases a month\" because=calm until=2027-06-30")
    #expect(try drift("decide \"Four\" because=speed replaces=D1", table) == .decision("D1"))
    table.now = table.now.adding(seconds: 5 * 86_400)
    #expect(try drift("decide \"Four\" because=speed replaces=D1", table) == nil)
    #expect(try drift("request \"More head count for support\" by=ceo", table) == .item("Head count", .decided))
    #expect(try drift("request \"Counting heads\" by=ceo", table) == nil)
  }

  @Test("A decision that was replaced is in force no more")
  func replaced() throws {
    let table = Table.given(.quarter, "decide A because=b", "decide C because=d replaces=D1")
    #expect(try drift("decide E because=f replaces=D1", table) == nil)
    #expect(try drift("decide E because=f replaces=D2", table) == .decision("D2"))
  }

  @Test("Moving settled goals is what priorities are for; a goal that the plan calls decided is named there too")
  func moving() throws {
    var plan = Plan.quarter
    plan.goals[1].boundary = .decided
    let table = Table.at("priorities", plan)
    #expect(table.state.step == .priorities)
    #expect(try drift("move activation to=q4 because=x", table) == nil)
    #expect(try drift("move \(plan.goals[1].id) to=q4 because=x", table) == .bounded(plan.goals[1].id, .decided))
  }

  @Test("Dilution counts what was committed at the start against now and the capacity")
  func dilution() {
    var table = Table(.quarter)
    let before = Dilution(table.state).timeframes.map(\.goals)
    #expect(before.map(\.growth) == [0, 0])
    table = Table.at("goal:activation")
    table.must("propose speed \"Ship faster\" timeframe=q4 metric=Deploys baseline=1 target=5")
    #expect(Dilution(table.state).timeframes.map(\.goals.growth) == [0, 1])
  }

  @Test("The cause behind most objections is named, and none when two are equal")
  func causes() {
    var table = Table.at("goal:activation")
    #expect(Causes(table.state).dominant == nil)
    table.must("dot ceo red layer=metric cause=risk", "dot vp-eng yellow layer=metric cause=beliefs")
    #expect(Causes(table.state).dominant == nil)
    table.must("dot vp-sales yellow layer=horizon cause=risk")
    #expect(Causes(table.state).dominant == .risk)
    #expect(Causes(table.state).counts == [.risk: 2, .beliefs: 1])
  }
}
