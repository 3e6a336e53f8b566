/// A session: everything that was entered, and the state that follows from it.
///
/// ``decide(_:on:)`` says what a command would make happen, ``append(_:anew:)`` makes it so. Between
/// the two the host puts the entry on disk. A command that was undone stays among ``entries`` and counts
/// no more for ``state``: undoing folds the others anew, so no event needs an inverse.
///
/// Whoever joins one begins with a ``Snapshot`` and folds later entries onto that; what was before is not known there,
/// save the entry that `undo` would take back. Whoever holds one knows all of it, or as much as ``forget(before:)`` left,
/// and reads the rest back where it is needed.
public struct Session: Hashable, Sendable {
  /// Those that are known here, in their order.
  public internal(set) var entries: [Entry]
  public internal(set) var state: State
  /// The number that the next entry will have.
  public internal(set) var nextNumber: Int
  /// The numbers of the entries that `undo` took back, as far as those are known here.
  var undone: Set<Int> = []
  /// The commands that were taken back since any other was accepted, the last one last: what `redo` gives again.
  var redoable: [Entry] = []
  /// For commands that were given again: the entry in which each was given first.
  var firstGivings: [Int: Entry] = [:]
  /// The ids that such commands gave, and those that they had given before.
  var renamings: [Renaming] = []
  var base: Base
  /// Ids given so far, those taken back included: an id is never used for two things.
  var given: GivenIDs

  /// What the entries are folded onto: the state before the one with the number.
  struct Base: Hashable {
    var number: Int
    var state: State
    /// Whether no entry before it can be taken back any more, other than those that are known here.
    var isFinal = true
  }

  /// Opens a session from a plan. The first entry is its opening.
  public init(opening plan: Plan, id: String, at: Instant) {
    let opening = Entry(number: 0, at: at, by: .facilitator, line: "open", events: [Opened(id: id, plan: plan).event])
    self.init(before: State(id: id, plan: plan, at: at), [])
    append(opening)
  }

  /// Goes on with the session that these entries tell, in their order; nil when they do not begin with an opening.
  public init?(entries: [Entry]) {
    guard let first = entries.first, case .opened(let opened)? = first.events.first else { return nil }
    self.init(before: State(id: opened.id, plan: opened.plan, at: first.at), entries)
    nextNumber = entries.count
    for entry in entries { note(entry, takingBack: entry.takenBack) }
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
    given = GivenIDs(state.plan)
  }

  /// Takes in an entry that ``proposal(for:on:)`` gave and that is on disk.
  ///
  /// - Parameter snapshot: the session after it; needed where it takes back what was before one joined.
  public mutating func append(_ entry: Entry, anew snapshot: Snapshot? = nil) {
    entries.append(entry)
    nextNumber = entry.number + 1
    let takenBack = entry.takenBack
    note(entry, takingBack: takenBack)
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
    entries.insert(entry, at: entries.place(of: entry.number))
  }

  /// The entry with this number; nil where it is not known.
  public func entry(_ number: Int) -> Entry? {
    if entries.indices.contains(number), entries[number].number == number { return entries[number] }
    let place = entries.place(of: number)
    return entries.indices.contains(place) && entries[place].number == number ? entries[place] : nil
  }

  /// Whether the entry was taken back, as far as that is known here.
  func isUndone(_ entry: Entry) -> Bool { undone.contains(entry.number) }

  /// The vote that was open where the entries known here begin.
  var voteBefore: Vote? { base.state.openVote }

  private mutating func rebase(_ snapshot: Snapshot) {
    base = Base(number: snapshot.nextNumber, state: snapshot.state)
    nextNumber = snapshot.nextNumber
    given = snapshot.given
    redoable = snapshot.redoable
    state = snapshot.state
  }

  /// What is known of an entry besides what it does to the state.
  mutating func note(_ entry: Entry, takingBack takenBack: [Int]) {
    given.note(entry.events)
    noteGivenAgain(entry)
    if !takenBack.isEmpty {
      undone.formUnion(takenBack)
      redoable += takenBack.compactMap { self.entry($0) }
    } else if !redoable.isEmpty {
      if entry.givenAgain != nil { redoable.removeLast() } else { redoable = [] }
    }
  }

  mutating func refold() {
    state = base.state
    for entry in entries where entry.number >= base.number && !undone.contains(entry.number) { state.apply(entry) }
  }
}

extension State {
  mutating func apply(_ entry: Entry) {
    for event in entry.events { event.payload.apply(to: &self, at: entry.at) }
  }
}
