/// A session as it stands, without its past: what a terminal that joins it begins with. Every later entry is told to it
/// as it comes.
public struct Snapshot: Hashable, Sendable {
  /// The number that the next entry will have.
  public var nextNumber: Int
  public var state: State
  /// What `undo` would take back; nil when there is nothing.
  public var undoable: Entry?
  var given: Session.Given
}

extension Session {
  /// What someone needs to join here.
  public var snapshot: Snapshot {
    Snapshot(nextNumber: nextNumber, state: state, undoable: undoable, given: given)
  }

  /// What someone needs to join right after the entry with this number; nil where not all before it is known.
  public func snapshot(after number: Int) -> Snapshot? {
    number == nextNumber - 1 ? snapshot : Session(entries: Array(entries.prefix { $0.number <= number }))?.snapshot
  }
}
