/// What someone puts into what was agreed: people, a budget, time (M24).
public struct Commitment: Hashable, Sendable {
  public var who: StakeholderID
  public var what: String
  public var goal: GoalID?
  /// When it is to be there; nil where nobody said.
  public var due: CalendarDate?

  public init(who: StakeholderID, what: String, goal: GoalID? = nil, due: CalendarDate? = nil) {
    self.who = who
    self.what = what
    self.goal = goal
    self.due = due
  }
}

extension Commitment: CodedObject {
  package static let codec = Codec(
    Self.init, Member("who", \.who), Member("what", \.what), Member("goal", \.goal), Member("due", \.due))

  func redacted(by redaction: Redaction) -> Commitment { redaction.redacted(self, naming: \.goal) }
}

/// `commit WHO "WHAT"`: what someone puts into a goal on which all agree, people or a budget (M24). Agreement costs
/// nothing until it is said what each one gives for it.
public struct Commit: Verb {
  public var who: StakeholderID
  public var what: String
  public var goal: GoalID?
  public var due: Due?

  public static let syntax = Syntax<Self>(
    .commit, "what someone puts into a goal: people, a budget", rule: "M24",
    example: "commit vp-eng \"Two engineers\" goal=reliability due=+14d", speakerIsWho: true, Self.init,
    .place("WHO", .who, \.who), .place("WHAT", .text, \.what), .option("goal", .goal, \.goal, label: "To the goal"),
    .option("due", .date, \.due))
  public static let permission = Permission<Self>.everyone(\.who)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let made = Commitment(
      who: who, what: what, goal: goal ?? session.state.goalOnTable?.id, due: due?.date(at: occasion.at))
    return [Committed(commitment: made).event]
  }
}

/// Someone has said what they put in.
public struct Committed: EventPayload {
  public var commitment: Commitment

  public init(commitment: Commitment) { self.commitment = commitment }

  package static let name = Event.Name.committed
  package static let codec = Codec(Self.init, Member("commitment", \.commitment))
  package var event: Event { .committed(self) }

  package func apply(to state: inout State, at: Instant) { state.commitments.append(commitment) }
  package func redacted(by redaction: Redaction) -> Self? { Self(commitment: commitment.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? {
    narrator.tell(commitment.who, "commits", you: "commit") + ": \(commitment.what)"
  }
}
