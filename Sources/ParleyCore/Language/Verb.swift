/// A command of the language, read: what someone asks of a session, not yet checked against it.
///
/// Each verb is a type with a file of its own under `Moves`, in which stands all that belongs to it: how it is written,
/// who may give it, what it makes happen, and the events in which that is kept. ``VerbName`` lists them.
public protocol Verb: Hashable, Sendable, SendableMetatype {
  /// How it is written, what it does, an example.
  static var syntax: Syntax<Self> { get }
  /// Who may give it, and when.
  static var permission: Permission<Self> { get }

  /// Throws `bad-argument` for arguments that cannot stand together, whatever the session.
  func check() throws(Refusal)

  /// Everything that it names by its id, in the order in which it is written.
  func references(in state: State) -> [Reference]

  /// What it makes happen; nothing for a command that is fine and has no effect.
  ///
  /// Who speaks, whether the ids are known and whether the session takes such a command was checked before.
  func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event]

  /// What is decided, or out of scope today, that it would touch (M22); nil where it drifts nowhere.
  /// - Parameter day: the session's day, on which decisions are in force or not any more.
  func drift(in state: State, on day: CalendarDate) -> Drift.Matter?
}

extension Verb {
  public func check() throws(Refusal) {}
  public func references(in state: State) -> [Reference] { Self.syntax.references(self) }
  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { nil }

  /// The word, or the two words, that the command begins with.
  public var name: VerbName { Self.syntax.name }

  /// The command as a line.
  public var line: String { Self.syntax.line(self) }
}

/// Who gives a command, when, and what is in the ballot box then (M19).
public struct Occasion: Sendable {
  public var speaker: Speaker
  public var at: Instant
  public var box: BallotBox
  /// Who gives it, as the host knows.
  public var seat: Giver

  /// - Parameter seat: where it is given; at the speaker's own seat where nothing else is said.
  public init(speaker: Speaker, at: Instant, box: BallotBox, seat: Giver? = nil) {
    self.speaker = speaker
    self.at = at
    self.box = box
    self.seat = seat ?? .seat(speaker)
  }
}
