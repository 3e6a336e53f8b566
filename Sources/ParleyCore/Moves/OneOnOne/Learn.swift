/// An answer given in a 1:1 (M9). It is part of no event: it goes into the private map and nowhere else.
public struct PrivateAnswer: Hashable, Sendable {
  public var who: StakeholderID
  public var question: Step.Part
  public var text: String
  /// Where they stand now, where that was said.
  public var alignment: StakeholderMap.Alignment?
  public var on: CalendarDate

  public init(
    who: StakeholderID, question: Step.Part, text: String, alignment: StakeholderMap.Alignment? = nil,
    on: CalendarDate
  ) {
    self.who = who
    self.question = question
    self.text = text
    self.alignment = alignment
    self.on = on
  }
}

/// `learn "TEXT"`: an answer in a 1:1 (M9). It goes into the private map alone.
public struct Learn: PrivateVerb {
  public var text: String
  /// Where they stand now, where that was said.
  public var alignment: StakeholderMap.Alignment?

  public static let syntax = Syntax<Self>(
    .learn, "an answer in a 1:1; it goes into the private map alone", rule: "M9",
    example: "learn \"Fewer calls at night\"",
    Self.init, .place("TEXT", .text, \.text, label: "They said"), .option("alignment", .choice, \.alignment))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    guard state.kind == .oneOnOne else { throw .wrongStep(.onlyIn(name, .oneOnOne)) }
    guard case .part(let part) = state.step else {
      throw .wrongStep(.only(name, at: Step.Part.whatAndWhy.rawValue))
    }
    if state.plan.partner == nil { throw .badArgument(.noPartner) }
    return [AnswerKept(step: part).event]
  }

  public func privateWords(in state: State, at: Instant) -> PrivateWords? {
    guard let who = state.plan.partner, case .part(let part) = state.step else { return nil }
    return .answer(PrivateAnswer(who: who, question: part, text: text, alignment: alignment, on: at.date))
  }
}

/// A question of a 1:1 was answered. How is in no event (M9).
public struct AnswerKept: OpenEventPayload {
  public var step: Step.Part

  public init(step: Step.Part) { self.step = step }

  package static let name = Event.Name.answerKept
  package static let codec = Codec(Self.init, Member("step", \.step))
  package var event: Event { .answerKept(self) }

  package func apply(to state: inout State, at: Instant) {
    if !state.findings.answered.contains(step) { state.findings.answered.append(step) }
  }
  package func sentence(by narrator: Narrator) -> String? { "the answer is in the private map" }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .passesOver }
}

extension StakeholderMap {
  /// The map with an answer of a 1:1 (M9): an answer to the same question takes the place of the one before.
  public mutating func keep(_ answer: PrivateAnswer) {
    var entry = entries[answer.who] ?? Entry()
    entry.answers.removeAll { $0.question == answer.question && $0.on == answer.on }
    entry.answers.append(answer)
    entry.met = max(entry.met ?? answer.on, answer.on)
    entry.alignment = answer.alignment ?? entry.alignment
    switch answer.question {
    case .team: entry.interest = answer.text
    case .missing:
      if !entry.objections.contains(where: { $0.text == answer.text }) { entry.objections.append(.init(answer.text)) }
    case .scorecard, .question, .assumptions, .alternatives, .killCriteria, .decision, .writing, .reading, .clustering,
      .mitigation, .whatAndWhy, .need, .champion:
      break
    }
    entries[answer.who] = entry
  }
}
