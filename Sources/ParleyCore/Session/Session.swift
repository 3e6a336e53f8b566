/// A session: everything that was entered, and the state that follows from it.
///
/// ``decide(_:by:at:box:)`` says what a command would make happen, ``append(_:anew:)`` makes it so. Between
/// the two the host puts the entry on disk. A command that was undone stays among ``entries`` and counts
/// no more for ``state``: undoing folds the others anew, so no event needs an inverse.
///
/// Whoever holds a session knows all of it. Whoever joins one begins with a ``Snapshot`` and folds later entries onto
/// that; what was before is not known there, save the entry that `undo` would take back.
public struct Session: Hashable, Sendable {
  /// Those that are known here, in their order: all of them where the session is held.
  public private(set) var entries: [Entry]
  public private(set) var state: State
  /// The number that the next entry will have.
  public private(set) var nextNumber: Int
  /// The numbers of the entries that `undo` took back, as far as those are known here.
  private var undone: Set<Int> = []
  private var base: Base
  /// Ids given so far, those taken back included: an id is never used for two things.
  var given = Given()

  /// What the entries are folded onto: the state before the one with the number.
  private struct Base: Hashable {
    var number: Int
    var state: State
  }

  struct Given: Hashable, Sendable {
    var items = 0
    var decisions = 0
    var comments = 0
    var assumptions = 0
    var alternatives = 0
    var killCriteria = 0
    var reasons = 0
    var clusters = 0
  }

  /// Opens a session from a plan. The first entry is its opening.
  public init(opening plan: Plan, id: String, at: Instant) {
    let opening = Entry(number: 0, at: at, by: .facilitator, line: "open", events: [.opened(id: id, plan: plan)])
    self.init(before: State(id: id, plan: plan, at: at), [])
    append(opening)
  }

  /// Goes on with the session that these entries tell, in their order; nil when they do not begin with an opening.
  public init?(entries: [Entry]) {
    guard let first = entries.first, case .opened(let id, let plan)? = first.events.first else { return nil }
    self.init(before: State(id: id, plan: plan, at: first.at), entries)
    nextNumber = entries.count
    for entry in entries {
      given.count(entry.events)
      undone.formUnion(entry.takenBack)
    }
    refold()
  }

  /// Joins a session.
  public init(_ snapshot: Snapshot) {
    self.init(before: snapshot.state, snapshot.undoable.map { [$0] } ?? [])
    rebase(snapshot)
  }

  private init(before state: State, _ entries: [Entry]) {
    self.entries = entries
    self.state = state
    nextNumber = 0
    base = Base(number: 0, state: state)
  }

  /// Takes in an entry that ``decide(_:by:at:box:)`` gave and that is on disk.
  ///
  /// - Parameter snapshot: the session after it; needed where it takes back what was before one joined.
  public mutating func append(_ entry: Entry, anew snapshot: Snapshot? = nil) {
    entries.append(entry)
    nextNumber = entry.number + 1
    given.count(entry.events)
    let takenBack = entry.takenBack
    undone.formUnion(takenBack)
    if let snapshot {
      if let undoable = snapshot.undoable { recall(undoable) }
      rebase(snapshot)
    } else if takenBack.isEmpty {
      state.apply(entry)
    } else {
      refold()
    }
  }

  /// Takes in an entry of before one joined, which counts already.
  public mutating func recall(_ entry: Entry) {
    guard self.entry(entry.number) == nil else { return }
    entries.insert(entry, at: entries.firstIndex { $0.number > entry.number } ?? entries.endIndex)
  }

  /// The entry with this number; nil where it is not known.
  public func entry(_ number: Int) -> Entry? {
    if entries.indices.contains(number), entries[number].number == number { return entries[number] }
    return entries.last { $0.number == number }
  }

  /// The entry that `undo` would take back now; nil when there is none. Ballots and the answers of a 1:1 stay, and what has been
  /// revealed, or voted on, cannot be made unknown again (M19).
  public var undoable: Entry? {
    for entry in entries.reversed() where !undone.contains(entry.number) {
      switch entry.events.first {
      case .undone, .ballotCast, .found(.answerKept): continue
      case .opened, .voteRevealed, .closed: return nil
      case .voteOpened where !(state.openVote?.turnout.isEmpty ?? true): return nil
      case .voteCancelled where cancelsBallots(entry): return nil
      default: return entry
      }
    }
    return nil
  }

  private func cancelsBallots(_ cancel: Entry) -> Bool {
    for entry in entries.reversed() where entry.number < cancel.number && !undone.contains(entry.number) {
      switch entry.events.first {
      case .ballotCast: return true
      case .voteOpened: return false
      default: continue
      }
    }
    return !(base.state.openVote?.turnout.isEmpty ?? true)
  }

  private mutating func rebase(_ snapshot: Snapshot) {
    base = Base(number: snapshot.nextNumber, state: snapshot.state)
    nextNumber = snapshot.nextNumber
    given = snapshot.given
    state = snapshot.state
  }

  private mutating func refold() {
    state = base.state
    for entry in entries where entry.number >= base.number && !undone.contains(entry.number) { state.apply(entry) }
  }
}

extension State {
  fileprivate mutating func apply(_ entry: Entry) {
    for event in entry.events { apply(event, at: entry.at) }
  }
}

extension Entry {
  /// The numbers of the entries that it takes back.
  public var takenBack: [Int] { events.compactMap { if case .undone(let number) = $0 { number } else { nil } } }
}

extension Session.Given {
  fileprivate mutating func count(_ events: [Event]) {
    for event in events {
      switch event {
      case .opened(_, let plan):
        items = max(items, plan.parkingLot.count)
        assumptions = max(assumptions, plan.homework.assumptions.count)
        alternatives = max(alternatives, plan.homework.alternatives.count)
        killCriteria = max(killCriteria, plan.homework.killCriteria.count)
      case .found(let finding): count(finding)
      case .requested(let item), .parked(let item), .featureDisplaced(_, _, let item):
        items = max(items, Int(item.id.text.dropFirst()) ?? 0)
      case .decided(let decision): decisions = max(decisions, Int(decision.id.text.dropFirst()) ?? 0)
      case .commented(let comment): comments = max(comments, Int(comment.id.text.dropFirst()) ?? 0)
      default: break
      }
    }
  }

  private mutating func count(_ finding: Finding) {
    switch finding {
    case .assumed(let assumption): assumptions = max(assumptions, number(of: assumption.id))
    case .alternativeGiven(let alternative): alternatives = max(alternatives, number(of: alternative.id))
    case .killCriterionSet(let criterion): killCriteria = max(killCriteria, number(of: criterion.id))
    case .reasonGiven(let reason): reasons = max(reasons, number(of: reason.id))
    case .clustered(let cluster): clusters = max(clusters, number(of: cluster.id))
    default: break
    }
  }

  private func number<Kind>(of id: ID<Kind>) -> Int { Int(id.text.dropFirst()) ?? 0 }
}
