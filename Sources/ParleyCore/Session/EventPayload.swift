/// What happened, of one kind: everything that belongs to an event stands in its type.
package protocol EventPayload: CodedObject, Hashable {
  /// The name by which it stands in journals.
  static var name: Event.Name { get }

  /// The payload as an event.
  var event: Event { get }

  /// Makes the state what it is after the event, which happened at `at`. It is total: it holds no rule, and an event
  /// about something unknown changes nothing.
  func apply(to state: inout State, at: Instant)

  /// The event as those may see it who do not lead the session; nil where it is not for them (M12, M20).
  func redacted(by redaction: Redaction) -> Self?

  /// What happened, as a sentence to say or to show; nil where there is nothing to say.
  func sentence(by narrator: Narrator) -> String?

  /// The id that it gave to something new, so that none is given twice; nil where it gave none.
  var givenID: GivenID? { get }

  /// Whether it happens in sessions that go on alone; the others tell nothing of that (M31).
  static var showsSessionOpen: Bool { get }

  /// What `undo` does about an entry that begins with it (M27).
  func undoing(_ entry: Entry, in session: Session) -> Undoing
}

/// An event in which no goal is named: everyone sees it as it is.
package protocol OpenEventPayload: EventPayload {}

extension OpenEventPayload {
  package func redacted(by redaction: Redaction) -> Self? { self }
}

extension EventPayload {
  package var givenID: GivenID? { nil }
  package static var showsSessionOpen: Bool { true }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .takesBack }

  var name: Event.Name { Self.name }
  fileprivate var showsSessionOpen: Bool { Self.showsSessionOpen }
  var members: [JSON.Member] { Self.codec.members(self) }

  static func read(_ fields: Fields) throws(CodingFault) -> Event { try codec.read(fields).event }
}

/// What `undo` does about an entry.
package enum Undoing: Hashable, Sendable {
  case takesBack
  /// It stays, and the one before it is taken back.
  case passesOver
  /// It stays, and so does all that was before.
  case stops
}

extension Entry {
  /// Whether the session goes on after it, as far as it tells: closing cannot be taken back, and what may follow it tells
  /// nothing.
  public var showsSessionOpen: Bool? {
    guard let first = events.first else { return nil }
    if case .closed = first { return false }
    return first.payload.showsSessionOpen ? true : nil
  }
}

extension Event {
  /// The name by which it stands in journals.
  public var name: Name { payload.name }
}
