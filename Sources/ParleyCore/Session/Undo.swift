/// `undo`: takes the last command back (M27). Undoing folds the others anew, so no event needs an inverse.
public struct Undo: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(.undo, "takes the last command back", rule: "M27", example: "undo", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard let entry = session.undoable else { throw .nothingToUndo }
    return [Undone(entry: entry.number).event]
  }
}

/// The command with this number was taken back; the journal keeps both.
public struct Undone: OpenEventPayload {
  public var entry: Int

  public init(entry: Int) { self.entry = entry }

  package static let name = Event.Name.undone
  package static let codec = Codec(Self.init, Member("entry", \.entry))
  package var event: Event { .undone(self) }
  package static let showsSessionOpen = false

  package func apply(to state: inout State, at: Instant) {}
  package func sentence(by narrator: Narrator) -> String? {
    "took back: \(narrator.session?.entry(entry)?.line ?? "the last command")"
  }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .passesOver }
}

extension Session {
  /// The entry that `undo` would take back now; nil when there is none. Ballots and the answers of a 1:1 stay, and what
  /// has been revealed, or voted on, cannot be made unknown again (M19).
  public var undoable: Entry? {
    for entry in entries.reversed() where !isUndone(entry) {
      switch entry.events.first?.payload.undoing(entry, in: self) {
      case .takesBack, nil: return entry
      case .passesOver: continue
      case .stops: return nil
      }
    }
    return nil
  }
}

extension Entry {
  /// The numbers of the entries that it takes back.
  public var takenBack: [Int] { events.compactMap { if case .undone(let undone) = $0 { undone.entry } else { nil } } }
}
