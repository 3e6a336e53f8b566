import ParleyCore
import ParleyTerminal
import ScreenFixtures
import TestFixtures
import Testing

@testable import ParleyScreens

@Suite("Screens of a session that somebody forged")
struct HostileSessionTests {
  private static let panes: [Pane] = [
    .session, .roadmap, .goal(nil), .goal(GoalID("churn")), .parkingLot, .people, .decisions, .agenda, .record,
    .tradeOffs, .playbooks, .boundary, .countdown,
  ]

  @Test("Every pane is drawn, in any size, whatever stands in the file", arguments: 0..<4)
  func panes(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let written = try SampleSession.atPriorities().session.entries
    var drawn = 0
    for _ in 0..<Sweep.runs(6, whole: 2000) {
      guard let entries = written.damaged(&chance), let session = Session(entries: entries) else { continue }
      drawn += 1
      let size = Size(columns: 1 + chance.next(160), rows: 1 + chance.next(60))
      let now = chance.one(of: [Instant(milliseconds: 0), entries[entries.count - 1].at])
      for pane in Self.panes {
        let frame = SessionView(state: session.state, now: now, pane: pane).frame(size: size)
        #expect(frame.size == size)
      }
    }
    #expect(drawn > 0)
  }
}
