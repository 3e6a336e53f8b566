/// `answer WHO "TEXT"`: answers a caveat (M21).
public struct AnswerCaveat: Verb {
  public var who: StakeholderID
  public var text: String

  public static let syntax = Syntax<Self>(
    .answer, "answers a caveat", rule: "M21", example: "answer vp-sales \"Design in Q3, build in Q4\"", Self.init,
    .place("WHO", .who, \.who), .place("TEXT", .text, \.text, label: "Answer"))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    try state.checkReadBack(name)
    guard state.acknowledgements[who]?.caveat != nil else {
      throw .badArgument(.noCaveat(state.name(who)))
    }
    return [Answered(who: who, text: text).event]
  }
}

/// A caveat has its answer.
public struct Answered: OpenEventPayload {
  public var who: StakeholderID
  public var text: String

  public init(who: StakeholderID, text: String) {
    self.who = who
    self.text = text
  }

  package static let name = Event.Name.answered
  package static let codec = Codec(Self.init, Member("who", \.who), Member("text", \.text))
  package var event: Event { .answered(self) }

  package func apply(to state: inout State, at: Instant) { state.acknowledgements[who]?.answer = text }
  package func sentence(by narrator: Narrator) -> String? { "answered \(narrator.name(who)): \(text)" }
}
