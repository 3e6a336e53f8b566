import ParleyCore
import TestFixtures
import Testing

@Suite("What is private of a session")
struct PrivateNoteTests {
  private func proposal(_ table: Table, _ line: String, by speaker: Speaker = .facilitator) throws -> Session.Proposal {
    try table.session.proposal(for: line, by: speaker, at: table.now, box: BallotBox())
  }

  @Test("A private note is in no entry, and goes into the private file with its time")
  func note() throws {
    let table = Table.given(.quarter, "next")
    let proposal = try proposal(table, "note \"He bluffs\" private=true")
    #expect(proposal.entry.line == "note" && !proposal.entry.json.line.contains("bluffs"))
    #expect(proposal.words == .note(PrivateNote(text: "He bluffs", at: table.now)))
    var map = StakeholderMap()
    for _ in 0..<2 { map.keep(try #require(proposal.words)) }
    #expect(map.notes.map(\.text) == ["He bluffs"] && !map.isEmpty)
    let open = try self.proposal(table, "note \"He bluffs\" private=false")
    #expect(open.words == nil && open.entry.events == [Noted(text: "He bluffs").event])
  }

  @Test("It changes nothing that the room sees: no record, no undo, and not a word at other seats")
  func unseen() throws {
    var table = Table.given(.quarter, "next", "note aloud")
    let before = (Record(of: table.session), table.session.undoable)
    table.must("note \"He bluffs\" private=true")
    #expect(Record(of: table.session).json.line == before.0.json.line)
    #expect(table.session.undoable == before.1)
    let entry = try #require(table.session.entries.last)
    let seen = Redaction(table.state, for: .room).redacted(entry)
    #expect(seen.events.isEmpty && seen.line.isEmpty)
    table.must("undo")
    #expect(table.state.notes.isEmpty)
  }

  @Test("It is the facilitator's alone, and says what another one may do", arguments: [Speaker.noteTaker])
  func others(speaker: Speaker) throws {
    let table = Table.given(.quarter, "next")
    #expect(throws: Refusal.notPrivately) { try proposal(table, "note x private=true", by: speaker) }
    #expect(Refusal.notPrivately.code == .notPermitted)
    #expect(throws: Never.self) { try proposal(table, "note x private=false", by: speaker) }
  }

  @Test("A journal of before keeps authority and metric; who does not lead is told them only where the plan shows them")
  func stripped() throws {
    var plan = Plan.quarter
    plan.stakeholders[0].authority = .decides
    plan.stakeholders[0].metric = "zebras"
    for shown in [[], [MapFact.metric], [.authority, .metric]] {
      plan.shows = shown
      let session = Session(opening: plan, id: "q3", at: Instant(milliseconds: 0))
      for viewer in Viewer.allCases {
        let seen = session.seen(by: viewer).state.plan
        #expect(seen.stakeholders[0].metric == (shown.contains(.metric) ? "zebras" : nil))
        #expect(seen.stakeholders[0].authority == (shown.contains(.authority) ? .decides : nil))
        let told = Redaction(session.state, for: viewer).redacted(session.entries[0]).json.line
        #expect(told.contains("zebras") == shown.contains(.metric))
      }
      #expect(session.entries[0].json.line.contains("zebras"))
    }
  }
}
