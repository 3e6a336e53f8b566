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
}
