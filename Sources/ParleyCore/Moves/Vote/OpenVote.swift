/// `vote open`: opens the silent vote (M19).
public struct OpenVote: Verb {
  /// Dots a person has; nil is the plan's, else half the goals, rounded up.
  public var dots: Int?
  /// Dots that one goal may get from one person; nil is the plan's, else two.
  public var max: Int?

  public static let syntax = Syntax<Self>(
    .voteOpen, "opens the silent vote", rule: "M19", example: "vote open dots=3", Self.init,
    .option("dots", .count(to: 1000), \.dots),
    .option("max", .count(to: 1000), \.max))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    switch state.step {
    case .lobby, .review, .boundary, .context: throw .wrongStep(.only(name, at: "the goals"))
    case .vote, .goal, .priorities, .features, .part, .readBack, .closed: break
    }
    if state.voteIsOpen { throw .badArgument(.voteIsOpen) }
    let rules = state.plan.vote
    try rules.checkBallots(state.electorate.count, isOpen: false)
    let usual = (state.goals.count + 1) / 2
    return [VoteOpened(dots: dots ?? rules.dots ?? usual, max: max ?? rules.max ?? 2).event]
  }
}

extension VoteRules {
  /// Throws `too-few-ballots` where so few could be told apart by their sums.
  func checkBallots(_ count: Int, isOpen: Bool) throws(Refusal) {
    guard count < fewestBallots else { return }
    throw .tooFewBallots(Refusal.TooFewBallots(count: count, fewest: fewestBallots, isOpen: isOpen))
  }
}

/// The vote takes ballots.
public struct VoteOpened: OpenEventPayload {
  public var dots: Int
  public var max: Int

  public init(dots: Int, max: Int) {
    self.dots = dots
    self.max = max
  }

  package static let name = Event.Name.voteOpened
  package static let codec = Codec(Self.init, Member("dots", \.dots), Member("max", \.max))
  package var event: Event { .voteOpened(self) }

  package func apply(to state: inout State, at: Instant) {
    state.votes.append(Vote(dots: dots, max: max))
    state.voteIsOpen = true
  }
  package func sentence(by narrator: Narrator) -> String? {
    "silent vote: \(counted(dots, "dot")) each, at most \(max) on one goal; if all vote alike, the result says what each voted"
  }

  /// A vote in which someone has voted stays.
  package func undoing(_ entry: Entry, in session: Session) -> Undoing {
    session.state.openVote?.turnout.isEmpty ?? true ? .takesBack : .stops
  }
}
