/// `vote reveal`: shows the sums of all ballots, and proposes the order that they give (M19).
public struct RevealVote: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(
    .voteReveal, "shows the sums of all ballots", rule: "M19", example: "vote reveal", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard let vote = session.state.openVote else { throw .voteClosed }
    try session.state.plan.vote.checkBallots(vote.turnout.count, isOpen: true)
    let tally = occasion.box.tally.filter { $0.value > 0 }
    let revealed = VoteRevealed(tally: tally).event
    // Where nobody voted there is no order to propose.
    return tally.isEmpty ? [revealed] : [revealed, Ordered(order: session.state.order(by: tally)).event]
  }
}

/// The sums are known; the ballots are gone.
public struct VoteRevealed: EventPayload {
  public var tally: [GoalID: Int]

  public init(tally: [GoalID: Int]) { self.tally = tally }

  package static let name = Event.Name.voteRevealed
  package static let codec = Codec({ VoteRevealed(tally: $0.dots) }, Member("tally", { DotSums(dots: $0.tally) }))
  package var event: Event { .voteRevealed(self) }

  package func apply(to state: inout State, at: Instant) {
    if state.voteIsOpen, !state.votes.isEmpty { state.votes[state.votes.count - 1].tally = tally }
    state.voteIsOpen = false
  }

  package func redacted(by redaction: Redaction) -> Self? { Self(tally: redaction.redacted(tally)) }

  package func sentence(by narrator: Narrator) -> String? {
    if tally.isEmpty { return "the votes are revealed: nobody gave a dot" }
    let sums = narrator.state.voted(tally).map { "\($0.goal.goal.name) \($0.dots)" }
    let isPlain = narrator.state.votes.last?.tellsEveryBallot ?? false
    return "votes: " + sums.joined(separator: ", ") + (isPlain ? "; \(Vote.unanimity)" : "")
  }

  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .stops }
}

extension State {
  /// Most dots first; equal ones, and those without, as they come to the table.
  fileprivate func order(by tally: [GoalID: Int]) -> [GoalID] {
    let ranked = goals.enumerated().map { (dots: tally[$1.id] ?? 0, index: $0, id: $1.id) }
    return ranked.sorted { ($1.dots, $0.index) < ($0.dots, $1.index) }.map(\.id)
  }
}
