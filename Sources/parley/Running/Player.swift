import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

/// Plays a script's lines into a session, on a clock that only the script moves.
struct Player {
  private let live: LiveSession
  private let time: VirtualTime
  private let journal: Journal?

  /// Opens a session from a plan, at the plan's start or 2000-01-01 09:00. With a store it saves the session there.
  init(_ plan: Plan, _ map: StakeholderMap, in store: Store?) throws(Failure) {
    let opening = plan.starts ?? Instant(milliseconds: 946_717_200_000)
    let time = VirtualTime(start: opening)
    let new = NewSession(plan, map, at: opening, reading: time.now.reading)
    let journal = try store.map { store throws(Failure) in try new.create(in: store) }
    let id = journal?.file.id ?? Store.usualID(title: plan.title, date: opening.date)
    guard let live = LiveSession([try new.opening(id)], journal: journal ?? MemoryJournal(), time: time) else {
      throw .unexpected("a new session without an opening")
    }
    (self.live, self.time, self.journal) = (live, time, journal)
  }

  var session: Session { live.session }

  /// When it was played; nil where it is kept nowhere.
  var lastClock: Store.LastClock { journal?.lastClock }

  /// Leaves the session's file in a state that can be copied.
  func close() { journal?.close() }

  /// Lets the line's time pass, and carries out its command. Returns the refusal, if it was refused.
  func play(_ text: String) throws(Failure) -> Refusal? {
    let line = ScriptLine(text)
    time.pass(seconds: line.wait)
    if let fault = line.fault { return fault }
    if line.line.isEmpty { return nil }
    let id = CommandID.random()
    for case .outcome(id, let outcome) in live.submit(id, line.line, by: line.speaker ?? .facilitator) {
      switch outcome {
      case .accepted: return nil
      case .refused(let refusal): return refusal
      case .notSaved(let fault): throw .journal(fault)
      }
    }
    return nil
  }
}
