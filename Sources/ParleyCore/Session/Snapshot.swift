/// A session as it stands, without its past: what a terminal that joins it begins with. Every later entry is told to it
/// as it comes.
public struct Snapshot: Hashable, Sendable {
  /// The number that the next entry will have.
  public var nextNumber: Int
  public var state: State
  /// What `undo` would take back; nil when there is nothing.
  public var undoable: Entry?
  /// What `redo` would give again, the next one last.
  var redoable: [Entry]
  var given: GivenIDs
}

extension Session {
  /// What someone needs to join here.
  public var snapshot: Snapshot {
    Snapshot(nextNumber: nextNumber, state: state, undoable: undoable, redoable: redoable, given: given)
  }

  /// What someone needs to join anew right after an entry, because it takes back what was before they joined; nil where
  /// the entry is enough.
  ///
  /// - Parameters:
  ///   - joined: the number that the next entry had when they joined.
  ///   - first: gives so many entries from the first on, where the entry is told late and more has happened since.
  public func snapshot(with entry: Entry, joined: Int, first: (Int) -> [Entry]) -> Snapshot? {
    guard entry.takenBack.contains(where: { $0 < joined }) else { return nil }
    guard entry.number < nextNumber - 1 else { return snapshot }
    return Session(entries: first(entry.number + 1))?.snapshot
  }
}
