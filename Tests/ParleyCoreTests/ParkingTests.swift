import ParleyCore
import Testing

@Suite("Requests and the parking lot (M16)")
struct ParkingTests {
  @Test("A request is parked with its first word, and then serves a goal or is withdrawn")
  func request() {
    var table = Table.at("goal:activation")
    table.must("request \"Dark mode\" by=vp-sales", "@ceo request \"Night mode\"")
    #expect(table.state.parkingLot.map(\.id.text) == ["P1", "P2", "P3"])
    #expect(table.state.item("P3")?.by == "ceo")
    #expect(table.refusal("request X") == "bad-argument")
    #expect(table.refusal("@ceo request X by=vp-eng") == "not-permitted")
    table.must("serve P2 goal=activation", "withdraw P3")
    #expect(table.state.item("P2")?.state == .served)
    #expect(table.goal("activation").goal.features.last == Feature(id: "P2", name: "Dark mode"))
    #expect(table.refusal("serve P2 goal=activation") == "bad-argument")
    #expect(table.refusal("withdraw P3") == "bad-argument")
    #expect(table.refusal("withdraw P9") == "unknown-id")
    #expect(table.refusal("serve P1 goal=churn") == "wrong-step")
  }

  @Test("What is parked keeps who, kind, goal, owner and date; +7d is kept as a date")
  func park() {
    var table = Table.given(
      .quarter, "park \"Who owns pricing?\" by=ceo kind=question goal=churn owner=vp-sales due=+7d",
      "assign P1 owner=ceo")
    #expect(
      table.state.item("P2")
        == ParkedItem(
          id: "P2", text: "Who owns pricing?", by: "ceo", kind: .question, goal: "churn", owner: "vp-sales",
          due: CalendarDate("2027-07-05")))
    #expect(table.state.item("P1")?.owner == "ceo")
    #expect(table.refusal("park X kind=feture") == "bad-argument")
    #expect(table.refusal("park X due=2027-02-30") == "bad-argument")
    #expect(table.refusal("@ceo park X") == "not-permitted")
    table.must("@note-taker park Y")
    #expect(table.refusal("@note-taker assign P1 owner=ceo") == "not-permitted")
  }
}
