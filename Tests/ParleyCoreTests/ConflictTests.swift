import ParleyCore
import Testing

@Suite("Conflict (M18)")
struct ConflictTests {
  @Test("A conflict is between two, holds next back, and ends in one of four ways")
  func ends() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("argue ceo x") == "no-conflict")
    #expect(table.refusal("conflict X between=ceo") == "bad-argument")
    #expect(table.refusal("conflict X between=ceo,ceo") == "bad-argument")
    table.must(
      "conflict X between=ceo,vp-eng goal=activation", "argue vp-eng Risk interest=Sleep", "@cs-head argue \"Both\"")
    #expect(table.refusal("conflict Y between=ceo,vp-eng") == "conflict-open")
    #expect(table.refusal("next") == "conflict-open")
    table.must("resolve \"Two releases\" because=\"Both can live with it\"")
    #expect(table.state.decisions.map(\.what) == ["Two releases"])
    #expect(table.refusal("resolve Y because=z") == "no-conflict")
    table.must("conflict Z between=ceo,vp-eng", "escalate to=ceo by=+20d criteria=cost options=\"A|B\"")
    #expect(table.state.followUps.last?.due == CalendarDate("2027-07-05"))
    #expect(table.state.followUps.last?.with == ["ceo", "vp-eng"])
    table.must("conflict W between=ceo,vp-eng", "experiment \"Two weeks\" metric=Incidents until=+14d owner=vp-eng")
    table.must("conflict V between=ceo,vp-eng", "postpone decider=ceo by=+3d criteria=data")
    #expect(table.state.openConflict == nil)
  }

  @Test("Each option of an escalation may say what it gives and costs, in the record, its JSON and on the screen")
  func options() throws {
    var table = Table.at("goal:activation")
    table.must("conflict Pace between=ceo,vp-eng")
    let line = "escalate to=ceo by=+3d criteria=cost options=\"Weekly|Monthly\""
    #expect(table.refusal("\(line) gives=\"a|b|c\"") == "bad-argument")
    #expect(table.refusal("\(line) costs=\"\"") == "bad-argument")
    table.must("\(line) gives=\"Sooner known|\" costs=\"A tester|Trust\"")
    let record = Record(of: table.session)
    let process = try #require(record.disagreements.last?.process)
    #expect(process.options == ["Weekly", "Monthly"] && process.gives == ["Sooner known", ""])
    #expect(process.costs == ["A tester", "Trust"])
    let words = "Weekly (gives: Sooner known; costs: A tester) or Monthly (costs: Trust)"
    #expect(table.state.words(of: process).hasSuffix(words))
    let told = record.json["disagreements"]?.list?.last?["process"]
    #expect(told?["gives"]?.list?.compactMap(\.text) == ["Sooner known", ""])
    #expect(told?["costs"]?.list?.compactMap(\.text) == ["A tester", "Trust"])
    let plain = Process(decider: "ceo", by: process.by, criteria: "c", options: ["A", "B"])
    #expect(table.state.words(of: plain).hasSuffix("; A or B"))
  }
}
