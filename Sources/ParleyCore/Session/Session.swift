/// A session: everything that was entered, and the state that follows from it.
///
/// ``decide(_:by:at:box:)`` says what a command would make happen, ``append(_:)`` makes it so. Between
/// the two the host puts the entry on disk. A command that was undone stays among ``entries`` and counts
/// no more for ``state``: undoing folds the others anew, so no event needs an inverse.
public struct Session: Hashable, Sendable {
  public private(set) var entries: [Entry]
  public private(set) var state: State
  /// The numbers of the entries that `undo` took back.
  public private(set) var undone: Set<Int>
  /// Ids given so far, those taken back included: an id is never used for two things.
  var given = Given()

  struct Given: Hashable, Sendable {
    var items = 0
    var decisions = 0
    var comments = 0
  }

  /// Opens a session from a plan. The first entry is its opening.
  public init(opening plan: Plan, id: String, at: Instant) {
    let opening = Entry(number: 0, at: at, by: .facilitator, line: "open", events: [.opened(id: id, plan: plan)])
    entries = []
    undone = []
    state = State(id: id, plan: plan, at: at)
    append(opening)
  }

  /// Goes on with the session that these entries tell, in their order; nil when they do not begin with an opening.
  public init?(entries: [Entry]) {
    guard let first = entries.first, case .opened(let id, let plan)? = first.events.first else { return nil }
    self.entries = entries
    undone = Set(entries.lazy.flatMap(\.events).compactMap { if case .undone(let number) = $0 { number } else { nil } })
    state = State(id: id, plan: plan, at: first.at)
    for entry in entries { given.count(entry.events) }
    refold()
  }

  /// The number that the next entry will have.
  public var nextNumber: Int { entries.count }

  /// Takes in an entry that ``decide(_:by:at:box:)`` gave and that is on disk.
  public mutating func append(_ entry: Entry) {
    entries.append(entry)
    given.count(entry.events)
    var takesBack = false
    for event in entry.events {
      if case .undone(let number) = event {
        undone.insert(number)
        takesBack = true
      } else {
        state.apply(event, at: entry.at)
      }
    }
    if takesBack { refold() }
  }

  /// The entry that `undo` would take back now; nil when there is none. Ballots stay, and what has been
  /// revealed, or voted on, cannot be made unknown again (M19).
  public var undoable: Entry? {
    for entry in entries.reversed() where !undone.contains(entry.number) {
      switch entry.events.first {
      case .undone, .ballotCast: continue
      case .opened, .voteRevealed, .closed: return nil
      case .voteOpened where !(state.openVote?.turnout.isEmpty ?? true): return nil
      case .voteCancelled where cancelsBallots(entry): return nil
      default: return entry
      }
    }
    return nil
  }

  private func cancelsBallots(_ cancel: Entry) -> Bool {
    for entry in entries.prefix(cancel.number).reversed() where !undone.contains(entry.number) {
      switch entry.events.first {
      case .ballotCast: return true
      case .voteOpened: return false
      default: continue
      }
    }
    return false
  }

  private mutating func refold() {
    for entry in entries where !undone.contains(entry.number) {
      for event in entry.events { state.apply(event, at: entry.at) }
    }
  }
}

extension Session.Given {
  fileprivate mutating func count(_ events: [Event]) {
    for event in events {
      switch event {
      case .opened(_, let plan): items = max(items, plan.parkingLot.count)
      case .requested(let item), .parked(let item), .featureDisplaced(_, _, let item):
        items = max(items, Int(item.id.text.dropFirst()) ?? 0)
      case .decided(let decision): decisions = max(decisions, Int(decision.id.text.dropFirst()) ?? 0)
      case .commented(let comment): comments = max(comments, Int(comment.id.text.dropFirst()) ?? 0)
      default: break
      }
    }
  }
}
