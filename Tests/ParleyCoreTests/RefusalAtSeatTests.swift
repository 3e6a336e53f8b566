import ParleyCore
import Testing

@Suite("A refusal at a terminal of one's own")
struct RefusalAtSeatTests {
  private static let vera = StakeholderID("vp-eng")
  static let seats: [Speaker] = [.stakeholder(vera), .noteTaker, .screen]

  @Test("What a seat may not give is refused to the person at it, without an id and without a facilitator's advice")
  func notPermitted() {
    for speaker in Self.seats {
      for verb in VerbName.allCases {
        let said = Refusal.notPermitted(speaker, verb).sentence(to: speaker)
        #expect(said.contains(verb.rawValue) || verb == .undo, "\(said)")
        #expect(!said.contains("vp-eng"), "\(said)")
        switch speaker {
        case .screen: #expect(said.hasPrefix("this screen only shows"), "\(said)")
        case .noteTaker: #expect(said.contains("you") || said.contains("who"), "\(said)")
        default: #expect(said.contains("you") && said.contains("ask the facilitator"), "\(said)")
        }
      }
    }
  }

  @Test(
    "No other refusal at a stakeholder's seat says what only a facilitator could type",
    arguments: [
      Refusal.closed, .final, .alreadyCast("Vera Engel"), .notYours, .votesAtOwnTerminal("Vera Engel"), .noConflict,
      .voteClosed, .notTheLast(entry: 3, last: 4), .nothingToUndo, .decided(.dot, .checkIn),
      .wrongStep(.noGoalOnTable(.dot)), .wrongStep(.notPresented(goal: "Churn")),
      .wrongStep(.only(.ack, at: "read-back")), .wrongStep(.onlyIn(.reason, .preMortem)),
      .notTheirVoice(.stakeholder(vera), for: .facilitator),
    ])
  func others(refusal: Refusal) {
    let said = refusal.sentence(to: .stakeholder(Self.vera))
    #expect(said != refusal.sentence)
    for words in ["Vera", "WHO", "next", "vote open", "kind ", "between=", "undo of=", "decide "] {
      #expect(!said.contains(words) || said.contains("of kind"), "“\(words)” in: \(said)")
    }
  }

  @Test("A facilitator, and a script, read it as it was")
  func facilitator() {
    let refusal = Refusal.notPermitted(.stakeholder(Self.vera), .next)
    #expect(refusal.sentence(to: .facilitator) == refusal.sentence)
    #expect(refusal.sentence == "next is not for vp-eng to give; ask the facilitator")
  }
}
