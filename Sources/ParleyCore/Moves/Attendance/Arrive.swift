/// `arrive WHO`: someone has come in (M25).
public struct Arrive: Verb {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  public static let syntax = Syntax<Self>(
    .arrive, "someone has come in", rule: "M25", example: "arrive vp-eng", Self.init, .place("WHO", .who, \.who))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.isPresent(who) ? [] : [Arrived(who: who).event]
  }
}

/// Someone is in the room.
public struct Arrived: OpenEventPayload {
  public var who: StakeholderID

  public init(who: StakeholderID) { self.who = who }

  package static let name = Event.Name.arrived
  package static let codec = Codec(Self.init, Member("who", \.who))
  package var event: Event { .arrived(self) }

  package func apply(to state: inout State, at: Instant) {
    let hasStarted = state.started != nil
    state.edit(who) {
      $0.isPresent = true
      $0.left = nil
      if !hasStarted { $0.isFromStart = true }
      if !$0.isFromStart, $0.arrived == nil { $0.arrived = at }
    }
  }
  package func sentence(by narrator: Narrator) -> String? { narrator.tell(who, "is here", you: "are here") }
}
