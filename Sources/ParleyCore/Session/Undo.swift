/// `undo`: takes the last command back (M27). Undoing folds the others anew, so no event needs an inverse.
public struct Undo: Verb {
  /// The entry that is meant: somebody else may have given a command in the same moment. Nil is the last that can be
  /// taken back.
  public var entry: Int?

  public init(of entry: Int? = nil) { self.entry = entry }

  public static let syntax = Syntax<Self>(
    .undo, "takes the last command back", rule: "M27", example: "undo of=12", Self.init,
    .option("of", .count(), \.entry))
  public static let permission = Permission<Self>.anyone

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let last = session.undoable
    if let entry, entry != last?.number { throw .notTheLast(entry: entry, last: last?.number) }
    guard let last else {
      guard occasion.speaker == .facilitator else { throw .notPermitted(occasion.speaker, name) }
      throw .nothingToUndo
    }
    // Whoever does not lead takes back what they gave themselves, and only while nothing has come after it.
    let isOwn = last.giver == occasion.seat && session.isLast(last)
    guard occasion.speaker == .facilitator || isOwn else { throw .notPermitted(occasion.speaker, name) }
    return [Undone(entry: last.number).event]
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
    guard let entry = narrator.session?.entry(entry) else { return "the last command is taken back" }
    return "took back what \(narrator.giver(of: entry)) gave: “\(narrator.words(of: entry))”"
  }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .passesOver }
}

extension Narrator {
  /// Who gave an entry, and for whom.
  fileprivate func giver(of entry: Entry) -> String {
    let giver =
      switch entry.giver {
      case .seat(let speaker): name(speaker)
      case .further(let speaker, let number): "\(speaker.text) \(number)"
      case .account(let account?): "\(account), by parley send,"
      case .account(nil): "parley send"
      }
    guard case .stakeholder(let who) = entry.by, !entry.giver.isOwnSeat(of: who) else { return giver }
    return "\(giver) for \(name(who))"
  }

  private func name(_ speaker: Speaker) -> String {
    switch speaker {
    case .facilitator: "the facilitator"
    case .noteTaker: "the note-taker"
    case .screen: "a screen"
    case .stakeholder(let who): name(who)
    }
  }

  /// What happened then; what the command does where nothing is told of it.
  fileprivate func words(of entry: Entry) -> String {
    entry.sentence(in: state, to: reader.map(Speaker.stakeholder) ?? .facilitator) ?? CommandLine.verb(in: entry.line)?
      .grammar.does ?? entry.line
  }
}

extension Session {
  /// The entry that `undo` would take back now; nil when there is none. Ballots and the answers of a 1:1 stay, and what
  /// has been revealed, or voted on, cannot be made unknown again (M19).
  public var undoable: Entry? { if case .entry(let entry) = undoing { entry } else { nil } }

  /// Whether what `undo` would take back is among what is known here; if not, ``undoable`` says nothing.
  public var knowsUndoable: Bool { undoing != .unknown }

  /// What `undo` would do now.
  private enum NextUndoing: Hashable {
    case entry(Entry)
    case nothing
    /// It lies before what is known here.
    case unknown
  }

  private var undoing: NextUndoing {
    for entry in entries.reversed() where !isUndone(entry) {
      switch entry.events.first?.payload.undoing(entry, in: self) {
      case .takesBack, nil: return .entry(entry)
      case .passesOver: continue
      case .stops: return .nothing
      }
    }
    return base.isFinal ? .nothing : .unknown
  }

  /// Whether nothing has come after the entry.
  fileprivate func isLast(_ entry: Entry) -> Bool { entry.number == nextNumber - 1 }
}

extension Entry {
  /// The numbers of the entries that it takes back.
  public var takenBack: [Int] { events.compactMap { if case .undone(let undone) = $0 { undone.entry } else { nil } } }

  /// Who gave it. Journals of before say it of dots alone.
  var giver: Giver {
    if let seat { return seat }
    let isForAnother = events.contains { if case .dotGiven(let given) = $0 { given.dot.how != .own } else { false } }
    return .seat(isForAnother ? .facilitator : by)
  }
}
