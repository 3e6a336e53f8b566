/// `decide "WHAT" because=`: writes a decision down (M34). At the step of the one question it answers that (M36).
public struct Decide: Verb {
  public var what: String
  public var because: String
  public var consequences: String?
  public var until: Due?
  public var replaces: DecisionID?

  public static let syntax = Syntax<Self>(
    .decide, "writes a decision down",
    rule: "M34, M36", example: "decide \"No new reports\" because=\"Nobody reads them\" until=2027-12-31", Self.init,
    .place("WHAT", .text, \.what), .key("because", .text, \.because), .option("consequences", .text, \.consequences),
    .option("until", .date, \.until), .option("replaces", .decision, \.replaces))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let decision = Decision(
      id: session.given.next(.decision), what: what, because: because, consequences: consequences,
      until: until?.date(at: occasion.at), replaces: replaces)
    let decided = Decided(decision: decision).event
    return session.answersQuestion ? [decided, QuestionAnswered(decision: decision.id).event] : [decided]
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? {
    if let replaces, let decision = state.decisions.first(where: { $0.id == replaces }),
      state.isInForce(decision, on: day)
    {
      return .decision(replaces)
    }
    return state.drift(speakingOf: what)
  }
}

/// A decision is in the log.
public struct Decided: OpenEventPayload {
  public var decision: Decision

  public init(decision: Decision) { self.decision = decision }

  package static let name = Event.Name.decided
  package static let codec = Codec(Self.init, Member("decision", \.decision))
  package var event: Event { .decided(self) }

  package func apply(to state: inout State, at: Instant) { state.decisions.append(decision) }
  package func sentence(by narrator: Narrator) -> String? { "\(decision.id): \(decision.what)" }
  package var givenID: GivenID? { GivenID(.decision, decision.id) }
}
