import ParleyCore
import Testing

@Suite("Undo (M27)")
struct UndoTests {
  @Test("Each undo takes one command back, down to the opening; the journal keeps both")
  func stepByStep() {
    var table = Table()
    var states = [table.state]
    let lines = [
      "next", "next", "next", "dot ceo green", "request X by=ceo", "serve P2 goal=activation", "note hello", "pause",
      "resume",
    ]
    for line in lines {
      table.must("+00:10 " + line)
      states.append(table.state)
    }
    let count = table.session.entries.count
    for state in states.dropLast().reversed() {
      table.must("undo")
      #expect(table.state == state)
    }
    #expect(table.refusal("undo") == "nothing-to-undo")
    #expect(table.session.entries.count == count + lines.count)
  }

  @Test("Ids that were taken back are not used again")
  func ids() {
    let table = Table.given(.quarter, "park A", "undo", "park B", "decide C because=x", "undo", "decide D because=y")
    #expect(table.state.parkingLot.map(\.id.text) == ["P1", "P3"])
    #expect(table.state.decisions.map(\.id.text) == ["D2"])
  }

  @Test("A goal that was proposed and taken back can be proposed again")
  func goals() {
    let line = "propose x X timeframe=q4 metric=M baseline=1 target=2"
    let table = Table.given(.quarter, line, "undo", line)
    #expect(table.state.goals.count == 4)
  }

  @Test("A session read back from its entries is the same, undone commands and all")
  func readBack() throws {
    var table = Table.at("read-back")
    table.must("undo", "undo", "next", "note x", "undo")
    let coded = try table.session.entries.map { entry in
      try Entry(json: try #require(JSON(Array(entry.json.line.utf8))))
    }
    #expect(coded == table.session.entries)
    #expect(Session(entries: coded) == table.session)
  }

  @Test("Undo takes back the entry that is meant, and no other")
  func meant() {
    var table = Table.given(.quarter, "note a", "note b")
    #expect(table.refusal("undo of=1") == "nothing-to-undo")
    table.must("undo of=2", "undo of=1")
    #expect(table.refusal("undo of=1") == "nothing-to-undo")
    #expect(table.refusal("undo of=0") == "bad-argument")
  }

  @Test("Redo gives again what was taken back last, as its giver gave it, until anything else is accepted")
  func redo() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("redo") == "nothing-to-redo")
    table.must("@ceo dot green note=Mine", "dot vp-eng red layer=metric how=proxy", "undo", "undo", "redo")
    #expect(table.goal("activation").dots == ["ceo": Dot(colour: .green, note: "Mine", how: .own)])
    #expect(table.session.entries.last?.seat == .seat(.facilitator))
    table.must("redo", "undo", "redo")
    #expect(table.goal("activation").dots["vp-eng"]?.how == .proxy)
    #expect(table.refusal("redo") == "nothing-to-redo")
    table.must("park A", "undo", "redo")
    #expect(table.state.parkingLot.map(\.id.text) == ["P1", "P3"])
    table.must("undo", "note b")
    #expect(table.refusal("redo") == "nothing-to-redo")
  }

  @Test("What is given again after a thing that got another id is about that thing")
  func redoWithIDs() throws {
    var table = Table.at("goal:activation")
    table.must("request \"P1 in the words\" by=vp-eng")
    let first = try #require(table.state.parkingLot.last?.id)
    table.must("assign \(first) owner=ceo due=+7d", "undo", "undo", "redo", "redo")
    let second = try #require(table.state.parkingLot.last)
    #expect(second.id != first && second.text == "P1 in the words" && second.owner == "ceo")
    table.must("undo", "undo", "redo", "redo")
    let third = try #require(table.state.parkingLot.last)
    #expect(third.id != second.id && third.owner == "ceo")
    #expect(table.state.parkingLot.count == 2)
  }

  @Test("Undo says whose command it took back, and what that was")
  func told() {
    var table = Table.at("goal:activation")
    func said() -> String? { table.session.entries.last?.sentence(in: table.state, session: table.session) }
    table.must("@vp-eng dot green", "undo")
    #expect(said() == "took back what Vera Engel gave: “Vera Engel: green on Improve activation rate”")
    table.must("dot vp-eng green", "undo")
    #expect(said() == "took back what the facilitator gave: “Vera Engel: green on Improve activation rate”")
  }
}
