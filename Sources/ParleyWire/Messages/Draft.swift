import ParleyCore

/// Words that someone has begun to type and has not sent (M16).
///
/// A terminal tells its host of every change, so that the words outlive the terminal, the line and the host. They are
/// no part of the session: no other seat sees them, and no journal keeps them. A ballot is never a draft (M19).
public struct Draft: Hashable, Sendable {
  /// Tells drafts of one session apart, whichever terminal began them.
  public var id: String
  public var place: Place
  /// What was entered, by the names of the arguments; the whole of a line under the empty name.
  public var words: [String: String]
  /// The argument that the cursor is in.
  public var focus: String?
  /// In characters from the beginning of what was entered there.
  public var cursor: Int
  /// Whether it is being typed now, rather than left for later.
  public var isOpen: Bool
  /// The command in which it was sent, while that waits for its answer. Once that is accepted the draft is over.
  public var command: CommandID?

  /// Where words are typed.
  public enum Place: Hashable, Sendable {
    /// The `:` line.
    case line
    /// A form for this verb, about what is given already.
    case form(VerbName, about: [String: String])
  }

  public init(
    id: String, place: Place, words: [String: String], focus: String? = nil, cursor: Int = 0, isOpen: Bool = true,
    command: CommandID? = nil
  ) {
    self.id = id
    self.place = place
    self.words = words
    self.focus = focus
    self.cursor = cursor
    self.isOpen = isOpen
    self.command = command
  }

  /// What takes the place of a draft that is over.
  public static func over(_ id: String, at place: Place) -> Draft { Draft(id: id, place: place, words: [:]) }

  /// Whether its words are for the facilitator alone once they are sent, so that no other screen is told of them.
  public var isPrivate: Bool {
    switch place {
    case .form(.note, let about): about["private"] == "true"
    case .form(.learn, _): true
    case .form, .line: false
    }
  }

  /// Whether nothing is left to keep.
  public var isOver: Bool { words.isEmpty }
}

extension Draft: CodedObject {
  package static let codec = Codec(
    { (id: String, verb: VerbName?, about, words, focus, cursor, isOpen, command: String?) in
      Draft(
        id: id, place: verb.map { .form($0, about: about) } ?? .line, words: words, focus: focus, cursor: cursor,
        isOpen: isOpen, command: command.flatMap { CommandID($0) })
    },
    Member("id", \.id), Member("verb", \.place.verb), Member("about", \.place.about), Member("words", \.words),
    Member("focus", \.focus), Member("cursor", \.cursor), Member("open", \.isOpen), Member("command", \.command?.text))
}

extension Draft.Place {
  fileprivate var verb: VerbName? { if case .form(let verb, _) = self { verb } else { nil } }
  fileprivate var about: [String: String] { if case .form(_, let about) = self { about } else { [:] } }
}
