import ParleyCore

/// Plays a script's lines into a session, on a clock that only the script moves.
struct Player {
  private(set) var session: Session
  private var now: Instant
  private var box = BallotBox()

  init(_ session: Session) {
    self.session = session
    now = session.state.opened
  }

  /// Lets the line's time pass, and gives its command. Nil when the line holds none.
  ///
  /// `keep` puts the entry where it will last, before it counts.
  mutating func play(_ text: String, keep: (Entry) throws(Failure) -> Void) throws(Failure) -> Refusal? {
    let line = ScriptLine(text)
    now = now.adding(seconds: line.wait)
    if let fault = line.fault { return fault }
    if line.line.isEmpty { return nil }
    do {
      let proposal = try session.proposal(for: line.line, by: line.speaker ?? .facilitator, at: now, box: box)
      try keep(proposal.entry)
      take(proposal)
      return nil
    } catch let refusal as Refusal {
      return refusal
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unexpected("\(error)")
    }
  }

  private mutating func take(_ proposal: Session.Proposal) {
    session.append(proposal.entry)
    if let ballot = proposal.ballot { box.add(ballot) }
    if proposal.entry.events.contains(where: \.emptiesBox) { box = BallotBox() }
  }
}

extension Event {
  fileprivate var emptiesBox: Bool {
    switch self {
    case .voteOpened, .voteRevealed, .voteCancelled: true
    default: false
    }
  }
}
