import ParleyCore
import ParleyJournal

/// Where a live session's entries are kept: the journal, or memory.
public protocol EntryKeeping: AnyObject {
  /// Keeps an entry for good and gives its number; after a fault it counts as not saved, and ``recover()`` comes before
  /// the next try.
  @discardableResult
  func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int
  /// Makes ready to go on after a fault; gives what is there although it was not acknowledged.
  func recover() throws(JournalFault) -> [Kept]
}

extension Journal: EntryKeeping {}

/// Keeps entries as long as the process lives.
public final class MemoryJournal: EntryKeeping {
  public private(set) var kept: [Kept]

  public init(_ kept: [Kept] = []) { self.kept = kept }

  public func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    kept.append(Kept(entry: entry, commandID: commandID, clock: clock))
    return entry.number
  }

  public func recover() throws(JournalFault) -> [Kept] { [] }
}
