// Theory: some words are for the facilitator alone. They go into the private file beside the session before the entry
// that mentions them is kept, and are in no event, no line and no state: an entry says that there were such words, and
// keeps the verb for its line. Keeping the same words twice changes nothing, so a command that is tried again after a
// fault of the disk keeps them once. Undoing passes them over: it takes back what the room has seen, and the room has
// not seen these.

/// Words that go into the private file beside a session, and nowhere else.
public enum PrivateWords: Hashable, Sendable {
  /// An answer of a 1:1 (M9).
  case answer(PrivateAnswer)
  case note(PrivateNote)
}

/// A command whose words may be private.
public protocol PrivateVerb: Verb {
  /// What goes into the private file; nil where this command has nothing for it.
  func privateWords(in state: State, at: Instant) -> PrivateWords?
}

extension StakeholderMap {
  /// The map with private words in it.
  public mutating func keep(_ words: PrivateWords) {
    switch words {
    case .answer(let answer): keep(answer)
    case .note(let note): if !notes.contains(note) { notes.append(note) }
    }
  }
}

extension Entry {
  /// Whether words went into the private file with it.
  public var keepsPrivateWords: Bool {
    events.contains { event in
      switch event {
      case .answerKept, .privatelyNoted: true
      default: false
      }
    }
  }

  /// Whether it is news for nobody but the one who gave it.
  public var isPrivateNote: Bool { if case .privatelyNoted? = events.first { true } else { false } }
}
