import ParleyCore
import Testing

@Suite("Dots")
struct DotTests {
  @Test("A dot is on the goal on the table, or on the one that is named")
  func places() {
    var table = Table.at("goal:churn")
    let given = table.when("dot ceo yellow layer=metric cause=risk note=\"Too much\" goal=activation how=pre-read")
    let dot = Dot(colour: .yellow, layer: .metric, cause: .risk, note: "Too much", how: .preRead)
    #expect(given == .success([DotGiven(goal: "activation", who: "ceo", dot: dot).event]))
    #expect(
      table.when("dot ceo green") == .success([DotGiven(goal: "churn", who: "ceo", dot: Dot(colour: .green)).event]))
  }

  @Test("Yellow and red say what they are about, by a layer or a condition (M14)")
  func layer() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("dot ceo red") == "needs-layer")
    #expect(table.refusal("dot ceo yellow note=hm") == "needs-layer")
    table.must("dot ceo yellow condition=\"After June\"")
    #expect(table.goal("activation").conditions == [Condition(text: "After June", by: "ceo")])
  }

  @Test("A goal that was not presented takes no dot (M12)")
  func notPresented() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("dot ceo green goal=churn") == "wrong-step")
    var lobby = Table()
    #expect(lobby.refusal("dot ceo green") == "wrong-step")
    #expect(lobby.refusal("confirm") == "wrong-step")
  }

  @Test("Red opens a settled goal again, clear does too; other colours do not")
  func reopening() {
    var table = Table.at("goal:churn")
    table.must("dot ceo yellow layer=metric goal=activation")
    #expect(table.goal("activation").settlement != nil)
    table.must("dot ceo red layer=metric goal=activation")
    #expect(table.goal("activation").settlement == nil)
    table.must("dot ceo green goal=activation", "confirm activation", "dot ceo clear goal=activation")
    #expect(table.goal("activation").settlement == nil)
    #expect(table.refusal("confirm activation") == "silent")
  }

  @Test("Red on a deferred or dropped goal is kept and opens nothing")
  func redOnDropped() {
    var table = Table.given(
      .quarter, "next", "next", "next", "drop activation because=x", "dot ceo red layer=existence")
    #expect(table.goal("activation").settlement == .dropped(because: "x"))
    #expect(table.goal("activation").dots["ceo"]?.colour == .red)
    table.must("dot ceo clear")
    #expect(table.goal("activation").settlement == .dropped(because: "x"))
  }

  @Test("Conditions outlive a change of the dot, and go when it is cleared")
  func conditions() {
    var table = Table.given(.quarter, "next", "next", "next", "dot ceo yellow condition=A", "dot ceo green")
    #expect(table.goal("activation").conditions.map(\.text) == ["A"])
    table.must("dot ceo clear")
    #expect(table.goal("activation").conditions.isEmpty)
  }

  @Test("A red dot after an acknowledgement voids them all")
  func voids() {
    var table = Table.at("read-back")
    table.must("ack ceo", "ack cs-head", "dot vp-eng red layer=metric goal=churn")
    #expect(table.state.acknowledgements.isEmpty)
  }

  @Test("A stakeholder's own dot needs no name, and nobody else's is theirs to give")
  func roles() {
    var table = Table.at("goal:activation")
    table.must("@ceo dot green", "@ceo dot ceo abstain", "@note-taker dot vp-eng green")
    #expect(table.refusal("@ceo dot vp-eng green") == "not-permitted")
    #expect(table.refusal("@ceo confirm") == "not-permitted")
    #expect(table.refusal("@nobody dot green") == "unknown-id")
    #expect(table.refusal("@screen note x") == "not-permitted")
  }
}
