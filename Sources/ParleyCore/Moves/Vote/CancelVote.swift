/// `vote cancel`: ends the vote without a result (M19).
public struct CancelVote: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(
    .voteCancel, "ends the vote without a result", rule: "M19", example: "vote cancel", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if session.state.openVote == nil { throw .voteClosed }
    return [VoteCancelled().event]
  }
}

/// The vote has ended without a result; the ballots are gone.
public struct VoteCancelled: OpenEventPayload {
  public init() {}

  package static let name = Event.Name.voteCancelled
  package static let codec = Codec(Self.init)
  package var event: Event { .voteCancelled(self) }

  package func apply(to state: inout State, at: Instant) {
    if state.voteIsOpen, let vote = state.votes.popLast() { state.cancelledVotes.append(vote) }
    state.voteIsOpen = false
  }

  package func sentence(by narrator: Narrator) -> String? { "the vote ends without a result" }

  /// Ballots that were cast cannot be made uncounted again.
  package func undoing(_ entry: Entry, in session: Session) -> Undoing {
    session.hasBallots(before: entry) ? .stops : .takesBack
  }
}

extension Session {
  /// Whether ballots were cast in the vote that the entry ends.
  fileprivate func hasBallots(before cancel: Entry) -> Bool {
    for entry in entries.reversed() where entry.number < cancel.number && !isUndone(entry) {
      if case .ballotCast = entry.events.first { return true }
      if case .voteOpened = entry.events.first { return false }
    }
    return !(voteBefore?.turnout.isEmpty ?? true)
  }
}
