/// `leave WHO`: someone has left (M25).
public struct Leave: Verb {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  public static let syntax = Syntax<Self>(
    .leave, "someone has left", rule: "M25", example: "leave vp-eng", Self.init, .place("WHO", .who, \.who))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.isPresent(who) ? [Left(who: who).event] : []
  }
}

/// Someone is no longer in the room.
public struct Left: OpenEventPayload {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  package static let name = Event.Name.left
  package static let codec = Codec(Self.init, Member("who", \.who))
  package var event: Event { .left(self) }

  package func apply(to state: inout State, at: Instant) {
    let hasStarted = state.started != nil
    state.edit(who) {
      $0.isPresent = false
      $0.left = at
      if !hasStarted { $0.isFromStart = false }
    }
  }
  package func sentence(by narrator: Narrator) -> String? { narrator.tell(who, "has left", you: "have left") }
}
