import ParleyCore
import ParleyPlan

/// A rehearsal without a screen: its session, its people and a clock that is put forward.
struct RehearsedTable {
  private(set) var session: Session
  private(set) var performance: Performance
  private(set) var now: Instant
  private var box = BallotBox()
  /// What was refused, with its line.
  private(set) var refusals: [String] = []

  init(_ plan: Plan, _ map: StakeholderMap, _ mark: RehearsalMark) throws {
    now = plan.starts ?? Instant(milliseconds: 946_717_200_000)
    session = Session(opening: plan.rehearsed(mark), id: "rehearsal", at: now)
    guard let performance = Performance(session.state.plan, map) else { throw Unmarked() }
    self.performance = performance
  }

  struct Unmarked: Error {}

  var state: State { session.state }
  var report: RehearsalReport? { RehearsalReport(state, performance, at: now) }

  /// Gives a command now; false when it was refused.
  @discardableResult
  mutating func give(_ text: String) -> Bool {
    let line = ScriptLine(text)
    do throws(Refusal) {
      let proposal = try session.proposal(for: line.line, by: line.speaker ?? .facilitator, at: now, box: box)
      if let ballot = proposal.ballot { box.add(ballot) }
      session.append(proposal.entry)
      performance.hear(proposal.entry, state)
      if !state.voteIsOpen { box = BallotBox() }
      return true
    } catch {
      refusals.append("\(text): \(error)")
      return false
    }
  }

  /// Lets time pass as far as the next thing that is said, at most to `end`.
  mutating func pass(to end: Instant) {
    now = min(end, max(now, performance.next ?? end))
    for ballot in performance.play(to: now, in: state) { give(ballot) }
  }
}
