/// `heard WHO`: someone has spoken, so that who has not is seen.
public struct MarkHeard: Verb {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  public static let syntax = Syntax<Self>(
    .heard, "someone has spoken", example: "heard cs-head", Self.init, .place("WHO", .who, \.who))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.heard.contains(who) ? [] : [Heard(who: who).event]
  }
}

/// Someone has spoken in this step.
public struct Heard: OpenEventPayload {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  package static let name = Event.Name.heard
  package static let codec = Codec(Self.init, Member("who", \.who))
  package var event: Event { .heard(self) }

  package func apply(to state: inout State, at: Instant) { state.heard.insert(who) }
  package func sentence(by narrator: Narrator) -> String? { narrator.tell(who, "has spoken", you: "have spoken") }
}
