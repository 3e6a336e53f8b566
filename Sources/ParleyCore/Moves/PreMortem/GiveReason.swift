/// Why it has failed, in one person's words (M43).
public struct Reason: Hashable, Sendable {
  public var id: ReasonID
  public var who: StakeholderID
  public var text: String

  public init(id: ReasonID, who: StakeholderID, text: String) {
    self.id = id
    self.who = who
    self.text = text
  }
}

extension Reason: CodedObject {
  package static let codec = Codec(Self.init, Member("id", \.id), Member("who", \.who), Member("text", \.text))
}

/// `reason WHO "TEXT"`: why it has failed, in someone's words (M43).
public struct GiveReason: Verb {
  public var who: StakeholderID
  public var text: String

  public static let syntax = Syntax<Self>(
    .reason, "why it has failed, in someone's words", rule: "M43", example: "reason vp-eng \"Nobody owned the data\"",
    speakerIsWho: true, Self.init, .place("WHO", .who, \.who), .place("TEXT", .text, \.text, label: "Because"))
  public static let permission = Permission<Self>.everyone(\.who)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkPreMortem(name, from: .writing)
    let reason = Reason(id: session.given.next(.reason), who: who, text: text)
    return [ReasonGiven(reason: reason).event]
  }
}

/// Someone has said why it failed.
public struct ReasonGiven: OpenEventPayload {
  public var reason: Reason

  public init(reason: Reason) { self.reason = reason }

  package static let name = Event.Name.reasonGiven
  package static let codec = Codec(Self.init, Member("reason", \.reason))
  package var event: Event { .reasonGiven(self) }

  package func apply(to state: inout State, at: Instant) {
    state.findings.reasons.append(reason)
    state.heard.insert(reason.who)
  }

  /// While all write in silence, nobody is told what.
  package func sentence(by narrator: Narrator) -> String? {
    narrator.state.step == .part(.writing)
      ? narrator.tell(reason.who, "has written", you: "have written")
      : "\(reason.id) \(narrator.name(reason.who)): \(reason.text)"
  }
  package var givenID: GivenID? { GivenID(.reason, reason.id) }
}

extension State {
  /// Throws `wrong-step` in a session of any other kind, and before the step was reached.
  func checkPreMortem(_ verb: VerbName, from part: Step.Part) throws(Refusal) {
    if kind != .preMortem { throw .wrongStep(.onlyIn(verb, .preMortem)) }
    if !isVisited(.part(part)) { throw .wrongStep(.only(verb, at: part.rawValue)) }
  }
}

extension State {
  /// Reasons that are in no cluster yet.
  public var looseReasons: [Reason] {
    let held = Set(findings.clusters.flatMap(\.reasons))
    return findings.reasons.filter { !held.contains($0.id) }
  }
}
