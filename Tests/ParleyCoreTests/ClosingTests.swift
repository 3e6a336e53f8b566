import ParleyCore
import Testing

@Suite("Read-back and the end (M21, M31)")
struct ClosingTests {
  private let acks = ["ack ceo", "ack vp-eng", "ack cs-head", "ack vp-sales"]

  @Test("Everyone in the room acknowledges before the session closes")
  func acknowledged() {
    var table = Table.at("read-back")
    #expect(table.refusal("close") == "not-acknowledged")
    table.must("ack ceo", "ack vp-eng", "leave cs-head")
    #expect(table.when("close") == .failure(.notAcknowledged(["Victor Sand"])))
    #expect(table.refusal("ack cs-head") == "not-permitted")
    table.must("@vp-sales ack", "close")
    #expect(table.state.status == .openForComment)
  }

  @Test("A caveat is answered before the session closes")
  func caveat() {
    var table = Table.at("read-back")
    for line in acks { table.must(line) }
    table.must("ack vp-sales caveat=\"Design in Q3\"")
    #expect(table.when("close") == .failure(.caveatOpen(["Victor Sand"])))
    #expect(table.refusal("answer ceo Yes") == "bad-argument")
    table.must("answer vp-sales Yes", "close")
  }

  @Test("A goal that opened again, and an open conflict, hold the end back")
  func openThings() {
    var table = Table.at("read-back")
    table.must("dot ceo red layer=metric goal=churn")
    for line in acks { table.must(line) }
    #expect(table.refusal("close") == "goal-open")
    table.must("dot ceo green goal=churn", "confirm churn", "conflict \"Speed\" between=ceo,vp-eng")
    #expect(table.refusal("close") == "conflict-open")
    #expect(table.refusal("close early because=x") == "conflict-open")
  }

  @Test("Closing belongs to the read-back; closing early does not, and says why")
  func early() {
    var table = Table.at("goal:churn")
    #expect(table.refusal("close") == "wrong-step")
    #expect(table.refusal("close early") == "bad-argument")
    #expect(table.refusal("ack ceo") == "wrong-step")
    #expect(table.refusal("answer ceo x") == "wrong-step")
    table.must("close early because=\"Fire alarm\"")
    #expect(table.state.closedEarly == "Fire alarm")
  }

  @Test("After the end only comments are taken, and after 48 hours the record becomes final")
  func window() {
    var table = Table.at("read-back")
    #expect(table.refusal("comment ceo x") == "wrong-step")
    #expect(table.refusal("finalise") == "wrong-step")
    for line in acks { table.must(line) }
    table.must("close")
    #expect(table.refusal("next") == "closed")
    #expect(table.refusal("undo") == "closed")
    #expect(table.refusal("note x") == "closed")
    table.must("@ceo comment \"Add the budget\"", "reply C1 Added")
    #expect(table.refusal("reply C2 x") == "unknown-id")
    #expect(table.refusal("+47:59 finalise") == "window-open")
    table.must("+2880:00 finalise")
    #expect(table.refusal("comment ceo x") == "final")
    #expect(table.refusal("undo") == "final")
    #expect(table.state.status == .final)
  }
}
