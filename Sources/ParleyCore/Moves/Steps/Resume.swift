/// `resume`: lets the countdown go on (M26).
public struct Resume: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(
    .resume, "lets the countdown go on", rule: "M26", example: "resume", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.visit.pausedSince == nil ? [] : [Resumed().event]
  }
}

/// The countdown goes on, and that of an open conflict with it.
public struct Resumed: OpenEventPayload {
  public init() {}

  package static let name = Event.Name.resumed
  package static let codec = Codec(Self.init)
  package var event: Event { .resumed(self) }

  package func apply(to state: inout State, at: Instant) {
    state.visit.goOn(at: at)
    state.editOpenConflict { $0.visit.goOn(at: at) }
  }
  package func sentence(by narrator: Narrator) -> String? { "the countdown goes on" }
}
