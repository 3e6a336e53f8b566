/// A note for the record, in its order.
public struct Note: Hashable, Sendable {
  public var text: String
  public var at: Instant

  public init(text: String, at: Instant) {
    self.text = text
    self.at = at
  }
}

extension Note: CodedObject {
  package static let codec = Codec(Self.init, Member("text", \.text), Member("at", \.at))
}

/// `note "TEXT"`: a note for the record.
public struct AddNote: Verb {
  public var text: String

  public init(text: String) { self.text = text }

  public static let syntax = Syntax<Self>(
    .note, "a note for the record", example: "note \"Ada joins at three\"", Self.init,
    .place("TEXT", .text, \.text, label: "Note"))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [Noted(text: text).event]
  }
}

/// A note was taken.
public struct Noted: OpenEventPayload {
  public var text: String

  public init(text: String) { self.text = text }

  package static let name = Event.Name.noted
  package static let codec = Codec(Self.init, Member("text", \.text))
  package var event: Event { .noted(self) }

  package func apply(to state: inout State, at: Instant) { state.notes.append(Note(text: text, at: at)) }
  package func sentence(by narrator: Narrator) -> String? { "noted: \(text)" }
}
