import ParleyCore

/// A session that goes on by the lines of a script, on a clock that they move.
public struct ScriptedSession {
  public var session: Session
  public var now: Instant
  /// The ballots of the vote that is open.
  public var box = BallotBox()

  /// Opens a session; at the plan's start where no other moment is given.
  public init(_ plan: Plan, id: String = "q3", at opened: Instant? = nil) {
    now = opened ?? plan.starts ?? Instant(CalendarDate(daysSince1970: 0))
    session = Session(opening: plan, id: id, at: now)
  }

  public var state: State { session.state }

  /// Gives a line: `[+MM:SS] [@WHO] VERB …`. Its time passes even if it is refused.
  @discardableResult
  public mutating func give(_ text: String) throws(Refusal) -> Entry? {
    let line = ScriptLine(text)
    now = now.adding(seconds: line.wait)
    if let fault = line.fault { throw fault }
    if line.line.isEmpty { return nil }
    let proposal = try session.proposal(for: line.line, by: line.speaker ?? .facilitator, at: now, box: box)
    session.append(proposal.entry)
    if let ballot = proposal.ballot { box.add(ballot) }
    if !state.voteIsOpen { box = BallotBox() }
    return proposal.entry
  }
}
