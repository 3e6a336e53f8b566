import ParleyCore
import ParleyJournal

/// Keeps the entries of a live session: the journal, or memory.
public protocol EntryStore: AnyObject {
  /// Keeps an entry for good and returns its number. For a command that has an entry already, it returns that number
  /// and keeps nothing. After a fault the entry counts as not saved, and ``recover()`` comes before the next try.
  @discardableResult
  func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int
  /// Prepares to go on after a fault. Returns the entries that are stored although nobody acknowledged them. All that
  /// were acknowledged are written anew where they are not stored any more.
  func recover() throws(JournalFault) -> [JournalEntry]
  /// The acknowledged entries of a range, for a session that knows its last ones alone.
  func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry]
  /// Throws when what was stored is no longer where it was.
  func examine() throws(JournalFault)
  /// Where the entries are stored; nil when they are in no file.
  var home: SessionFile? { get }
  /// The number of the entry that a command made; nil when it made none.
  func number(ofCommand id: String) -> Int?
  /// The id of the command that made an entry; nil when there is no such entry.
  func command(ofEntry number: Int) -> String?
  /// Keeps private words beside the entries, never among them.
  func keep(_ words: PrivateWords) throws(JournalFault)
}

extension EntryStore {
  public func examine() throws(JournalFault) {}
  public var home: SessionFile? { nil }
}

extension Journal: EntryStore {
  public var home: SessionFile? { file }
}

/// Keeps entries as long as the process lives.
public final class MemoryJournal: EntryStore {
  public private(set) var kept: [JournalEntry]
  private var numbers: [String: Int]
  /// The private words.
  public private(set) var map = StakeholderMap()

  public init(_ kept: [JournalEntry] = []) {
    self.kept = kept
    numbers = Dictionary(kept.map { ($0.commandID, $0.entry.number) }, uniquingKeysWith: { first, _ in first })
  }

  public func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    if let number = numbers[commandID] { return number }
    kept.append(JournalEntry(entry: entry, commandID: commandID, clock: clock))
    numbers[commandID] = entry.number
    return entry.number
  }

  public func keep(_ words: PrivateWords) { map.keep(words) }

  public func number(ofCommand id: String) -> Int? { numbers[id] }

  public func command(ofEntry number: Int) -> String? { kept.last { $0.entry.number == number }?.commandID }

  public func recover() throws(JournalFault) -> [JournalEntry] { [] }

  public func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry] {
    kept[range.clamped(to: kept.indices)].map(\.entry)
  }
}
