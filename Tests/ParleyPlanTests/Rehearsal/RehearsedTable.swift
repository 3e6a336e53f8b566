import ParleyCore
import ParleyPlan
import TestFixtures

/// A rehearsal without a screen: its session, its people and a clock that is put forward.
struct RehearsedTable {
  private var scripted: ScriptedSession
  private(set) var performance: Performance
  /// What was refused, with its line.
  private(set) var refusals: [String] = []

  init(_ plan: Plan, _ map: StakeholderMap, _ mark: RehearsalMark) throws {
    scripted = ScriptedSession(
      plan.rehearsed(mark), id: "rehearsal", at: plan.starts ?? Instant(milliseconds: 946_717_200_000))
    guard let performance = Performance(scripted.state.plan, map) else { throw Unmarked() }
    self.performance = performance
  }

  struct Unmarked: Error {}

  var session: Session { scripted.session }
  var state: State { scripted.state }
  var now: Instant { scripted.now }
  var report: RehearsalReport? { RehearsalReport(state, performance, at: now) }

  /// Gives a command now; false when it was refused.
  @discardableResult
  mutating func give(_ text: String) -> Bool {
    do throws(Refusal) {
      if let entry = try scripted.give(text) { performance.hear(entry, state) }
      return true
    } catch {
      refusals.append("\(text): \(error)")
      return false
    }
  }

  /// Lets time pass as far as the next thing that is said, at most to `end`.
  mutating func pass(to end: Instant) {
    scripted.now = min(end, max(now, performance.next ?? end))
    for ballot in performance.play(to: now, in: state) { give(ballot) }
  }
}
