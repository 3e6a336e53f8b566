/// `extend MIN`: gives the step more minutes (M26).
public struct Extend: Verb {
  public var minutes: Int

  public init(minutes: Int) { self.minutes = minutes }

  public static let syntax = Syntax<Self>(
    .extend, "gives the step more minutes", rule: "M26", example: "extend 5", Self.init,
    .place("MIN", .minutes, \.minutes))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    session.state.step == .lobby ? [] : [Extended(minutes: minutes).event]
  }
}

/// The step has more minutes, and an open conflict with it.
public struct Extended: OpenEventPayload {
  public var minutes: Int

  public init(minutes: Int) { self.minutes = minutes }

  package static let name = Event.Name.extended
  package static let codec = Codec(Self.init, Member("minutes", \.minutes))
  package var event: Event { .extended(self) }

  package func apply(to state: inout State, at: Instant) {
    state.editTime(of: state.step) { $0.planned += minutes * 60 }
    state.editOpenConflict { $0.planned += minutes * 60 }
  }
  package func sentence(by narrator: Narrator) -> String? {
    minutes == 1 ? "one more minute" : counted(minutes, "more minute")
  }
}
