import ParleyCore
import TestFixtures
import Testing

@Suite("All sequences of undo, conflict, vote and displacement")
struct EnumerationTests {
  /// Where a sequence begins: the ground that matters for what is combined.
  enum Ground: String, CaseIterable {
    case goal, settled, voting, disputed, priorities

    var lines: [String] {
      let dots = ["dot ann green", "dot bob green"]
      return switch self {
      case .goal: ["next"] + dots
      case .settled: ["next"] + dots + ["confirm", "next"] + dots
      case .voting: ["next"] + dots + ["vote open dots=2 max=1", "@bob ballot b=1"]
      case .disputed: ["next", "dot ann green", "dot bob red layer=metric", "conflict First between=ann,bob"]
      case .priorities: ["next"] + dots + ["confirm", "next"] + dots + ["confirm", "next"]
      }
    }
  }

  @Test(
    "keep the laws: refused or not, undone or not, replayed, and never without a way out", .tags(.slow),
    arguments: Ground.allCases)
  func laws(ground: Ground) throws {
    var all = Enumeration()
    all.go(from: try Enumeration.session(after: ground.lines), depth: Sweep.isWhole ? 4 : 3)
    #expect(all.sequences > 1000)
  }

  @Test("are of more than refusals: everything that is combined happens")
  func reach() throws {
    var all = Enumeration()
    for ground in Ground.allCases { all.go(from: try Enumeration.session(after: ground.lines), depth: 3) }
    let wanted: Set = [
      "undone", "redone", "conflict-opened", "conflict-ended", "vote-opened", "ballot-cast", "vote-revealed",
      "vote-cancelled",
      "goal-settled", "goal-adjusted", "goal-reopened", "goal-proposed", "traded-off", "step-entered",
    ]
    #expect(all.events.isSuperset(of: wanted), "\(wanted.subtracting(all.events)) missing")
    let codes: Set = [
      "conflict-open", "no-conflict", "vote-closed", "already-cast", "needs-displacement", "nothing-to-undo",
      "nothing-to-redo", "too-few-ballots",
    ]
    #expect(all.refusals.isSuperset(of: codes), "\(codes.subtracting(all.refusals)) missing")
  }
}
