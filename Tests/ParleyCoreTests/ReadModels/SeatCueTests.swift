import ParleyCore
import Testing

@Suite("A stakeholder's cue at their own terminal")
struct SeatCueTests {
  private let who = StakeholderID("vp-eng")

  private func text(_ table: Table) -> String? { SeatCue(table.state, for: who)?.text }

  @Test("At a goal the cue asks for the dot, then names it")
  func dot() {
    var table = Table.at("goal:activation")
    #expect(text(table) == "Your dot on this goal: can you live with it?")
    table.must("@vp-eng dot green")
    #expect(text(table)?.hasPrefix("Your dot on this goal is green") == true)
  }

  @Test("The cue is empty when nothing is asked; someone who is away hears so")
  func elsewhere() {
    var table = Table.at("context")
    #expect(text(table) == nil)
    table.must("leave vp-eng")
    #expect(text(table)?.hasPrefix("You are noted as away") == true)
  }

  @Test("An open vote waits for a ballot and then says no more of it than that it is in (M19)")
  func vote() {
    var table = Table.at("goal:activation")
    table.must("vote open dots=2")
    #expect(text(table)?.contains("has not been cast") == true)
    table.must("@vp-eng ballot activation=1")
    #expect(text(table) == "Your ballot is in.")
  }

  @Test("What a role may give by its verb and by its command agree")
  func verbs() {
    let table = Table.at("goal:activation")
    for speaker in [Speaker.noteTaker, .stakeholder(who), .screen] {
      for line in [
        "next", "confirm", "pause", "vote open", "park x", "note x", "decide x", "dot green", "request x",
        "argue vp-eng x", "follow-up x owner=vp-eng due=2027-07-01",
      ] {
        let refusal = refusal(of: line, by: speaker, table)
        let isRefused = refusal?.code == .notPermitted
        let mayGive = CommandLine.verb(in: line).map(speaker.mayGive) ?? false
        #expect(isRefused != mayGive || refusal?.code == .badArgument, "\(speaker) \(line)")
      }
    }
  }

  private func refusal(of line: String, by speaker: Speaker, _ table: Table) -> Refusal? {
    do throws(Refusal) {
      _ = try table.session.proposal(for: line, by: speaker, at: table.now, box: BallotBox())
      return nil
    } catch { return error }
  }
}
