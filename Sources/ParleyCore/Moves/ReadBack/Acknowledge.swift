/// A stakeholder's word on the read-back (M21).
public struct Acknowledgement: Hashable, Sendable {
  public var caveat: String?
  public var answer: String?

  public init(caveat: String? = nil, answer: String? = nil) {
    self.caveat = caveat
    self.answer = answer
  }

  public var isOpen: Bool { caveat != nil && answer == nil }
}

extension Acknowledgement: CodedObject {
  package static let codec = Codec(Self.init, Member("caveat", \.caveat), Member("answer", \.answer))
}

/// `ack WHO`: someone agrees to the read-back (M21).
public struct Acknowledge: Verb {
  public var who: StakeholderID
  public var caveat: String?

  public init(who: StakeholderID, caveat: String? = nil) {
    self.who = who
    self.caveat = caveat
  }

  public static let syntax = Syntax<Self>(
    .ack, "someone agrees to the read-back", rule: "M21", example: "ack vp-sales caveat=\"The sync is designed in Q3\"",
    speakerIsWho: true, Self.init, .place("WHO", .who, \.who), .option("caveat", .text, \.caveat))
  public static let permission = Permission<Self>.everyone(\.who, inTheRoom: true)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkReadBack(name)
    return [Acknowledged(who: who, caveat: caveat).event]
  }
}

/// Someone has agreed to the read-back.
public struct Acknowledged: OpenEventPayload {
  public var who: StakeholderID
  public var caveat: String?

  public init(who: StakeholderID, caveat: String? = nil) {
    self.who = who
    self.caveat = caveat
  }

  package static let name = Event.Name.acknowledged
  package static let codec = Codec(Self.init, Member("who", \.who), Member("caveat", \.caveat))
  package var event: Event { .acknowledged(self) }

  package func apply(to state: inout State, at: Instant) {
    state.acknowledgements[who] = Acknowledgement(caveat: caveat)
  }
  package func sentence(by narrator: Narrator) -> String? {
    narrator.tell(who, "acknowledges", you: "acknowledge") + (caveat.map { ", with a caveat: \($0)" } ?? "")
  }
}

/// A red dot after an acknowledgement: everyone is asked again.
public struct AcknowledgementsVoided: OpenEventPayload {
  public init() {}

  package static let name = Event.Name.acknowledgementsVoided
  package static let codec = Codec(Self.init)
  package var event: Event { .acknowledgementsVoided(self) }

  package func apply(to state: inout State, at: Instant) { state.acknowledgements = [:] }
  package func sentence(by narrator: Narrator) -> String? { "a red dot: everyone is asked to acknowledge again" }
}

extension State {
  /// Throws `wrong-step` outside the read-back.
  func checkReadBack(_ verb: VerbName) throws(Refusal) {
    if step != .readBack { throw .wrongStep(.only(verb, at: "read-back")) }
  }
}
