/// `redo`: gives the command that was taken back last once more (M27). It is a new entry, and what it makes has a new id.
public struct Redo: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(
    .redo, "gives the command again that was taken back last", rule: "M27", example: "redo", Self.init)
  public static let permission = Permission<Self>.facilitator()

  /// It happens as it did at first: who spoke then speaks now, and a dot from someone's own seat is still from there.
  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard let undone = session.redoable.last, let first = session.firstGiven(undone) else { throw .nothingToRedo }
    let line = try CommandLine(try CommandLine.naming(first.line, session.nameOfNow), by: first.by)
    let then = Occasion(speaker: first.by, at: occasion.at, box: occasion.box, seat: first.giver)
    return try session.decide(line.command, on: then) + [Redone(entry: undone.number).event]
  }
}

/// A command that was taken back was given again; what came of it stands before this in the same entry.
public struct Redone: OpenEventPayload {
  /// The entry that had been taken back.
  public var entry: Int

  public init(entry: Int) { self.entry = entry }

  package static let name = Event.Name.redone
  package static let codec = Codec(Self.init, Member("entry", \.entry))
  package var event: Event { .redone(self) }

  package func apply(to state: inout State, at: Instant) {}
  package func sentence(by narrator: Narrator) -> String? { "given again" }
}

extension Entry {
  /// The number of the entry that it gives again; nil for all others.
  var givenAgain: Int? {
    for case .redone(let redone) in events { return redone.entry }
    return nil
  }

  /// The ids that it gave, in the order of its events.
  fileprivate var idsGiven: [String] { events.compactMap(\.payload.givenID?.text) }
}

extension Session {
  /// What was taken back and given again has another id.
  struct Renaming: Hashable {
    var from: String
    var to: String
  }

  /// Keeps of a command that is given again what `redo` asks for later, when what was before may be forgotten.
  mutating func noteGivenAgain(_ entry: Entry) {
    // Each one lies before the one that gives it again.
    guard let number = entry.givenAgain, number < entry.number, let before = self.entry(number) else { return }
    firstGivings[entry.number] = firstGiven(before)
    renamings += zip(before.idsGiven, entry.idsGiven).map { Renaming(from: $0, to: $1) }
  }

  /// The id by which something is known now.
  fileprivate func nameOfNow(_ id: String) -> String {
    renamings.reduce(id) { name, renaming in renaming.from == name ? renaming.to : name }
  }

  /// The entry in which a command was first given that was taken back and given again; nil where it is not known here.
  fileprivate func firstGiven(_ entry: Entry) -> Entry? {
    entry.givenAgain == nil ? entry : firstGivings[entry.number]
  }
}
