/// One way among others that could be taken (M42).
public struct Alternative: Hashable, Sendable {
  public var id: AlternativeID
  public var text: String
  public var gives: String?
  public var costs: String?

  public init(id: AlternativeID, text: String, gives: String? = nil, costs: String? = nil) {
    self.id = id
    self.text = text
    self.gives = gives
    self.costs = costs
  }
}

extension Alternative: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("text", \.text), Member("gives", \.gives), Member("costs", \.costs))
}

/// `alternative "TEXT"`: a way that could be taken (M42).
public struct AddAlternative: Verb {
  public var text: String
  public var gives: String?
  public var costs: String?

  public static let syntax = Syntax<Self>(
    .alternative, "a way that could be taken", rule: "M42",
    example: "alternative \"Buy it\" costs=\"A year of licences\"", Self.init,
    .place("TEXT", .text, \.text, label: "Alternative"), .option("gives", .text, \.gives),
    .option("costs", .text, \.costs))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkDecisionJournal(name)
    let alternative = Alternative(id: session.given.next(.alternative), text: text, gives: gives, costs: costs)
    return [AlternativeGiven(alternative: alternative).event]
  }
}

/// An alternative is written down.
public struct AlternativeGiven: OpenEventPayload {
  public var alternative: Alternative

  public init(alternative: Alternative) { self.alternative = alternative }

  package static let name = Event.Name.alternativeGiven
  package static let codec = Codec(Self.init, Member("alternative", \.alternative))
  package var event: Event { .alternativeGiven(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.alternatives.append(alternative) }
  package func sentence(by narrator: Narrator) -> String? { "\(alternative.id): \(alternative.text)" }
  package var givenID: GivenID? { GivenID(.alternative, alternative.id) }
}
