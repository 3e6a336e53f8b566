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
}
