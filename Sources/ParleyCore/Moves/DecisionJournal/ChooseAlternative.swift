/// What was chosen, and the decision that holds it.
public struct Choice: Hashable, Sendable {
  public var alternative: AlternativeID
  public var decision: DecisionID

  public init(alternative: AlternativeID, decision: DecisionID) {
    self.alternative = alternative
    self.decision = decision
  }
}

extension Choice: CodedObject {
  package static let codec = Codec(Self.init, Member("alternative", \.alternative), Member("decision", \.decision))
}

/// `choose O1 because=`: decides on one of the alternatives (M42).
public struct ChooseAlternative: Verb {
  public var alternative: AlternativeID
  public var because: String
  public var consequences: String?
  public var until: Due?

  public static let syntax = Syntax<Self>(
    .choose, "decides on one of the alternatives", rule: "M42", example: "choose O1 because=\"It can be undone\"",
    Self.init,
    .place("O1", .alternative, \.alternative), .key("because", .text, \.because),
    .option("consequences", .text, \.consequences), .option("until", .date, \.until))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    try state.checkDecisionJournal(name)
    if state.step != .part(.decision) { throw .wrongStep(.only(name, at: "decision")) }
    for part in [Step.Part.assumptions, .alternatives, .killCriteria] { try session.checkComplete(.part(part)) }
    guard let chosen = state.findings.alternatives.first(where: { $0.id == alternative }) else { return [] }
    let decision = Decision(
      id: session.given.next(.decision), what: chosen.text, because: because, consequences: consequences,
      until: until?.date(at: occasion.at), replaces: state.findings.choice?.decision)
    let choice = Choice(alternative: alternative, decision: decision.id)
    return [Decided(decision: decision).event, Chosen(choice: choice).event]
  }
}

/// One of the alternatives was decided on.
public struct Chosen: OpenEventPayload {
  public var choice: Choice

  public init(choice: Choice) { self.choice = choice }

  package static let name = Event.Name.chosen
  package static let codec = Codec(Self.init, Member("choice", \.choice))
  package var event: Event { .chosen(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.choice = choice }
  package func sentence(by narrator: Narrator) -> String? { "chosen: \(choice.alternative)" }
}
