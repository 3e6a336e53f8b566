/// What a decision rests on, and how well that is known (M42).
public struct Assumption: Hashable, Sendable {
  public var id: AssumptionID
  public var text: String
  public var evidence: Evidence
  public var note: String?
  public var by: StakeholderID?

  public init(
    id: AssumptionID, text: String, evidence: Evidence, note: String? = nil, by: StakeholderID? = nil
  ) {
    self.id = id
    self.text = text
    self.evidence = evidence
    self.note = note
    self.by = by
  }
}

extension Assumption: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("text", \.text), Member("evidence", \.evidence), Member("note", \.note),
    Member("by", \.by))
}

/// `assume "TEXT" evidence=LEVEL`: an assumption, and how well it is known (M42).
public struct Assume: Verb {
  public var text: String
  public var evidence: Evidence
  public var by: StakeholderID?
  public var note: String?

  public static let syntax = Syntax<Self>(
    .assume, "an assumption, and how well it is known", rule: "M42",
    example: "assume \"Trials stay\" evidence=anecdote", Self.init,
    .place("TEXT", .text, \.text, label: "Assumption"), .key("evidence", .choice, \.evidence),
    .option("by", .who, \.by, label: "From"),
    .option("note", .text, \.note, label: "How we know"))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkDecisionJournal(name)
    let assumption = Assumption(
      id: session.given.next(.assumption), text: text, evidence: evidence, note: note, by: by)
    return [Assumed(assumption: assumption).event]
  }
}

/// An assumption is written down; one with an id that is there already was graded again.
public struct Assumed: OpenEventPayload {
  public var assumption: Assumption

  public init(assumption: Assumption) { self.assumption = assumption }

  package static let name = Event.Name.assumed
  package static let codec = Codec(Self.init, Member("assumption", \.assumption))
  package var event: Event { .assumed(self) }

  package func apply(to state: inout State, at: Instant) {
    if let place = state.findings.assumptions.firstIndex(where: { $0.id == assumption.id }) {
      state.findings.assumptions[place] = assumption
    } else {
      state.findings.assumptions.append(assumption)
    }
  }
  package func sentence(by narrator: Narrator) -> String? {
    "\(assumption.id), \(assumption.evidence.rawValue): \(assumption.text)"
  }
  package var givenID: GivenID? { GivenID(.assumption, assumption.id) }
}

extension State {
  /// Throws `wrong-step` in a session of any other kind.
  func checkDecisionJournal(_ verb: VerbName) throws(Refusal) {
    if kind != .decisionJournal { throw .wrongStep(.onlyIn(verb, .decisionJournal)) }
  }
}
