import ParleyCore
import Testing

@Suite("Priorities")
struct RankTests {
  @Test("Agreed goals are ranked once priorities are reached")
  func rank() {
    var table = Table.at("goal:deal-close")
    #expect(table.refusal("rank churn 1") == "wrong-step")
    table.must("drop deal-close because=x", "next", "rank churn 1")
    #expect(table.state.priorities.map(\.id.text) == ["churn", "activation"])
    #expect(table.refusal("rank churn 3") == "bad-argument")
    #expect(table.refusal("rank deal-close 1") == "bad-argument")
    #expect(table.when("rank churn 1") == .success([]))
  }

  @Test("Decisions, follow-ups and a change of kind are kept as they were said")
  func capture() {
    var table = Table.given(
      .quarter, "decide A because=B consequences=C until=+10d", "decide E because=F replaces=D1",
      "follow-up G owner=ceo due=2027-07-01 with=vp-eng,vp-sales", "kind review because=\"The quarter is not over\"")
    #expect(table.state.decisions[0].until == CalendarDate("2027-07-08"))
    #expect(table.state.decisions[1].replaces == "D1")
    #expect(table.state.followUps[0].with == ["vp-eng", "vp-sales"])
    #expect(table.state.kind == .review)
    #expect(table.refusal("decide E because=F replaces=D7") == "unknown-id")
    #expect(table.refusal("kind review because=x") == "bad-argument")
    #expect(table.refusal("@ceo decide E because=F") == "not-permitted")
    #expect(table.refusal("@ceo undo") == "not-permitted")
    table.must("heard ceo", "arrive ceo", "leave ceo", "leave ceo", "arrive ceo")
    #expect(table.state.attendance["ceo"]?.arrived == nil)
  }
}
