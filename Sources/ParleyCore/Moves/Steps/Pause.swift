/// `pause`: stops the countdown (M26).
public struct Pause: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(.pause, "stops the countdown", rule: "M26", example: "pause", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.visit.pausedSince == nil ? [Paused().event] : []
  }
}

/// The countdown stands still, and that of an open conflict with it.
public struct Paused: OpenEventPayload {
  public init() {}

  package static let name = Event.Name.paused
  package static let codec = Codec(Self.init)
  package var event: Event { .paused(self) }

  package func apply(to state: inout State, at: Instant) {
    state.visit.stop(at: at)
    state.editOpenConflict { $0.visit.stop(at: at) }
  }
  package func sentence(by narrator: Narrator) -> String? { "the countdown stands still" }
}
