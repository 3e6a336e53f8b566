/// `argue WHO "TEXT"`: what someone holds in a conflict, and the interest beneath it (M18).
public struct Argue: Verb {
  public var who: StakeholderID
  public var text: String
  public var interest: String?

  public static let syntax = Syntax<Self>(
    .argue, "an argument in the conflict, and the interest beneath it", rule: "M18",
    example: "argue vp-eng \"Every release breaks\" interest=\"Sleep\"", speakerIsWho: true, Self.init,
    .place("WHO", .who, \.who), .place("TEXT", .text, \.text, label: "Argument"), .option("interest", .text, \.interest)
  )
  public static let permission = Permission<Self>.everyone(\.who)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    _ = try session.conflictAtHand()
    return [Argued(position: Conflict.Position(who: who, text: text, interest: interest)).event]
  }
}

/// Someone has said what they hold.
public struct Argued: OpenEventPayload {
  public var position: Conflict.Position

  public init(position: Conflict.Position) { self.position = position }

  package static let name = Event.Name.argued
  package static let codec = Codec(Self.init, Member("position", \.position))
  package var event: Event { .argued(self) }

  package func apply(to state: inout State, at: Instant) {
    state.editLastConflict { $0.positions.append(position) }
    state.heard.insert(position.who)
  }
  package func sentence(by narrator: Narrator) -> String? { "\(narrator.name(position.who)): \(position.text)" }
}
