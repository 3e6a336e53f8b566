// Theory: a host that knows every entry of a long session takes half a kilobyte for each. What is shown is in the state;
// entries are asked for by `undo`, by terminals that read slowly, and by little else, and nearly always for the last few.
// So the fold moves on: entries before a place become part of what the others are folded onto. An entry that takes back
// one of those cannot be folded any more (``reachesBack(_:)``): then whoever holds the session reads all of it again.
// Snapshots stay what they were to the last byte, whatever was forgotten.
extension Session {
  /// The number of the first entry from which on all are known here.
  public var knownFrom: Int { base.number }

  /// The entries from a number on; it must be known here.
  public func entries(from number: Int) -> ArraySlice<Entry> { entries[entries.place(of: number)...] }

  /// Whether an entry takes back or gives again another that is not known here any more.
  public func reachesBack(_ entry: Entry) -> Bool {
    entry.givenAgain.map { $0 < base.number } == true
      || entry.events.contains { if case .undone(let undone) = $0 { undone.entry < base.number } else { false } }
  }

  /// Forgets all but the last entries, and as many before those that `undo` and `redo` are about.
  ///
  /// - Parameter count: how many stay; up to twice as many are there before any are forgotten.
  public mutating func forget(butFor count: Int) {
    let undoable = undoable
    let asked = redoable.map(\.number) + (undoable.map { [$0.number] } ?? [])
    let number = (asked.min() ?? nextNumber) - count
    guard number > base.number + count, knowsUndoable else { return }
    forget(before: number)
    base.isFinal = undoable == nil
  }

  /// Makes the entries before a number part of what later ones are folded onto, without looking at what can be undone.
  mutating func forget(before number: Int) {
    guard number > base.number else { return }
    let place = entries.place(of: number)
    for entry in entries[..<place] where entry.number >= base.number && !undone.contains(entry.number) {
      base.state.apply(entry)
    }
    base = Base(number: number, state: base.state, isFinal: false)
    entries.removeFirst(place)
    undone = undone.filter { $0 >= number }
    let asked = Set(redoable.map(\.number))
    firstGivings = firstGivings.filter { $0.key >= number || asked.contains($0.key) }
  }
}

/// Reads a long session entry by entry, and keeps only its end.
public struct LongReading {
  private var session: Session?
  private let count: Int
  /// Whether something was taken back that had been given long before.
  private var reachesBack = false

  /// - Parameter count: how many of the last entries are known afterwards, at least.
  public init(knowing count: Int) { self.count = count }

  /// Takes in the next entry.
  public mutating func take(_ entry: Entry) {
    if session == nil {
      session = Session(unfolded: entry)
      return
    }
    // Asked and taken in one call that changes it in place: a session is too large to be copied for every entry.
    if !reachesBack { reachesBack = session?.take(entry, unfolded: count) == false }
  }

  /// The session that the entries tell. Nil when they do not begin with an opening, and where its end alone does not tell
  /// what was taken back: then all entries have to be read at once.
  public func end() -> Session? {
    guard var session, !reachesBack else { return nil }
    session.refold()
    return session.knowsUndoable ? session : nil
  }
}

extension Session {
  /// A session of which entries are read that are folded later: one that comes soon may take them back.
  fileprivate init?(unfolded opening: Entry) {
    self.init(entries: [opening])
    base.isFinal = false
  }

  /// False, and nothing done, where the entry reaches back.
  fileprivate mutating func take(_ entry: Entry, unfolded count: Int) -> Bool {
    guard !reachesBack(entry) else { return false }
    entries.append(entry)
    nextNumber = entry.number + 1
    note(entry, takingBack: entry.takenBack)
    if entries.count > 2 * count { forget(before: entry.number + 1 - count) }
    return true
  }
}

extension [Entry] {
  /// Where the first entry stands that has this number or a later one; they are in order.
  func place(of number: Int) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
