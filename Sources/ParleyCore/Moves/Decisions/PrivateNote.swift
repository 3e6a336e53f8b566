/// A note of the facilitator's own. It is part of no event: it goes into the private file beside the session.
public struct PrivateNote: Hashable, Sendable {
  public var text: String
  public var at: Instant

  /// To the second, as it is written down: a note that is kept once more is still the same one.
  public init(text: String, at: Instant) {
    self.text = text
    self.at = Instant(milliseconds: at.milliseconds.flooringDivision(by: 1000) * 1000)
  }
}

extension AddNote: PrivateVerb {
  public func privateWords(in state: State, at: Instant) -> PrivateWords? {
    isPrivate == true ? .note(PrivateNote(text: text, at: at)) : nil
  }
}

/// A private note was made. What it says is in no event, and that there is one is nobody's but the facilitator's.
public struct PrivatelyNoted: EventPayload {
  package static let name = Event.Name.privatelyNoted
  package static let codec = Codec(Self.init)
  package var event: Event { .privatelyNoted(self) }

  public init() {}

  package func apply(to state: inout State, at: Instant) {}
  package func redacted(by redaction: Redaction) -> Self? { nil }
  package func sentence(by narrator: Narrator) -> String? { "the note is kept for the cockpit alone" }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .passesOver }
}
