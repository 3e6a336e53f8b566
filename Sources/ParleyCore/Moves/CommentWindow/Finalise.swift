/// `finalise`: ends the comment window; the record never changes after it (M31).
public struct Finalise: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(
    .finalise, "ends the comment window", rule: "M31", example: "finalise", Self.init)
  public static let permission = Permission<Self>.facilitator(during: .commentWindow)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if let end = session.state.ended?.endOfComments, occasion.at < end { throw .windowOpen(until: end) }
    return [Finalised().event]
  }
}

extension Instant {
  /// The end of the comment window of a session that was closed then: 48 hours later (M31).
  public var endOfComments: Instant { adding(seconds: 48 * 3600) }
}

/// The record is final.
public struct Finalised: OpenEventPayload {
  public init() {}

  package static let name = Event.Name.finalised
  package static let codec = Codec(Self.init)
  package var event: Event { .finalised(self) }
  package static let showsSessionOpen = false

  package func apply(to state: inout State, at: Instant) { state.isFinal = true }
  package func sentence(by narrator: Narrator) -> String? { "the record is final" }
}
