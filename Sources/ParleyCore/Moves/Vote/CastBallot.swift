/// `@WHO ballot GOAL=N…`: casts one's ballot (M19). A ballot is final.
public struct CastBallot: Verb {
  /// Goals without dots are left out.
  public var dots: [GoalID: Int]

  public init(dots: [GoalID: Int]) { self.dots = dots }

  public static let syntax = Syntax<Self>(
    .ballot, "casts one's ballot", rule: "M19", example: "@ceo ballot churn=2 activation=1", Self.init, .ballot(\.dots))
  public static let permission = Permission<Self>.voter

  public func check() throws(Refusal) { if dots.isEmpty { throw .badArgument(.ballotIsEmpty) } }

  /// Nobody is told of a ballot that cannot be cast yet which of its goals there are (M12).
  public func references(in state: State) -> [Reference] {
    if state.openVote == nil, state.goals.contains(where: { Goal.isNumber($0.id) }) { return [] }
    return Self.syntax.references(self)
  }

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    guard let vote = state.openVote else { throw .voteClosed }
    let sum = dots.values.reduce(0, +)
    if sum > vote.dots { throw .tooManyDots(.inAll(given: sum, allowed: vote.dots)) }
    for (goal, count) in dots.sorted(by: { $0.key < $1.key }) where count > vote.max {
      throw .tooManyDots(.onGoal(state.goal(goal)?.goal.name ?? goal.text, given: count, allowed: vote.max))
    }
    guard case .stakeholder(let who) = occasion.speaker else { throw .notYours }
    if vote.turnout.contains(who) { throw .alreadyCast(state.name(who)) }
    return [BallotCast(who: who).event]
  }
}

/// Someone has voted. For what is in no event.
public struct BallotCast: OpenEventPayload {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  package static let name = Event.Name.ballotCast
  package static let codec = Codec(Self.init, Member("who", \.who))
  package var event: Event { .ballotCast(self) }

  package func apply(to state: inout State, at: Instant) {
    if state.voteIsOpen, !state.votes.isEmpty { state.votes[state.votes.count - 1].turnout.append(who) }
  }
  package func sentence(by narrator: Narrator) -> String? { narrator.tell(who, "has voted", you: "have voted") }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .passesOver }
}
