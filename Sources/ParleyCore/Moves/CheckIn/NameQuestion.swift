/// The one question that is open, and what came of it (M36, M42).
public struct Question: Hashable, Sendable {
  public var text: String
  public var ending: Ending?

  /// How a question ends: it is decided, or it is said who decides it, by when, and by what.
  public enum Ending: Hashable, Sendable {
    case decided(DecisionID)
    case postponed(Process)
  }

  public init(text: String, ending: Ending? = nil) {
    self.text = text
    self.ending = ending
  }
}

extension Question: CodedObject {
  package static let codec = Codec(
    { (text: String, decision: DecisionID?, process: Process?) in
      Question(text: text, ending: process.map(Ending.postponed) ?? decision.map(Ending.decided))
    }, Member("text", \.text), Member("decision", \.decision), Member("process", \.process))

  private var decision: DecisionID? { if case .decided(let decision) = ending { decision } else { nil } }

  private var process: Process? { if case .postponed(let process) = ending { process } else { nil } }
}

/// `question "TEXT"`: names the one question that is open (M36).
public struct NameQuestion: Verb {
  public var text: String

  public static let syntax = Syntax<Self>(
    .question, "names the one question that is open", rule: "M36", example: "question \"Do we go on with the sync?\"",
    Self.init,
    .place("TEXT", .text, \.text, label: "Question"))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard session.state.kind.asksOneQuestion else { throw .wrongStep(.onlyIn(name, .checkIn)) }
    if let question = session.state.findings.question { throw .badArgument(.questionIsOpen(question.text)) }
    return [QuestionNamed(text: text).event]
  }
}

/// One question is open.
public struct QuestionNamed: OpenEventPayload {
  public var text: String

  public init(text: String) { self.text = text }

  package static let name = Event.Name.questionNamed
  package static let codec = Codec(Self.init, Member("text", \.text))
  package var event: Event { .questionNamed(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.question = Question(text: text) }
  package func sentence(by narrator: Narrator) -> String? { "the question: \(text)" }
}

/// A decision answers the question.
public struct QuestionAnswered: OpenEventPayload {
  public var decision: DecisionID

  public init(decision: DecisionID) { self.decision = decision }

  package static let name = Event.Name.questionAnswered
  package static let codec = Codec(Self.init, Member("decision", \.decision))
  package var event: Event { .questionAnswered(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.question?.ending = .decided(decision) }
  package func sentence(by narrator: Narrator) -> String? { "the question is decided" }
}

/// Someone decides the question later.
public struct QuestionPostponed: OpenEventPayload {
  public var process: Process

  public init(process: Process) { self.process = process }

  package static let name = Event.Name.questionPostponed
  package static let codec = Codec(Self.init, Member("process", \.process))
  package var event: Event { .questionPostponed(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.question?.ending = .postponed(process) }
  package func sentence(by narrator: Narrator) -> String? {
    narrator.tell(process.decider, "decides", you: "decide") + " the question by \(process.by)"
  }
}

extension Session {
  /// Whether a decision or a postponement here answers the one question.
  var answersQuestion: Bool { state.step == .part(.question) && state.findings.question?.ending == nil }

  /// Someone else decides the question, later (M36); the talk about it is within a week (M32).
  func postponeQuestion(_ process: Process, _ at: Instant) -> [Event] {
    let text = state.findings.question?.text ?? ""
    let talk = FollowUp(text: text, owner: process.decider, due: min(process.by, at.date.adding(days: 7)))
    return [QuestionPostponed(process: process).event, FollowedUp(followUp: talk).event]
  }
}

extension SessionKind {
  /// Whether it is about one named question.
  var asksOneQuestion: Bool { self == .checkIn || self == .decisionJournal }
}
