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

/// `note "TEXT"`: a note for the record, which everyone sees; with `private=true` one for the cockpit alone.
public struct AddNote: Verb {
  public var text: String
  public var isPrivate: Bool?

  public init(text: String, isPrivate: Bool? = nil) {
    self.text = text
    self.isPrivate = isPrivate
  }

  public static let syntax = Syntax<Self>(
    .note, "a note for the record, which everyone sees; private=true: for the cockpit alone",
    example: "note \"Ada joins at three\"", Self.init(text:isPrivate:),
    .place("TEXT", .text, \.text, label: "Note"), .option("private", .flag, \.isPrivate))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard isPrivate == true else { return [Noted(text: text).event] }
    guard occasion.speaker == .facilitator else { throw .notPrivately }
    return [PrivatelyNoted().event]
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
