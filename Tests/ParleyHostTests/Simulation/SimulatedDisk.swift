import ParleyCore
import ParleyHost
import ParleyJournal

/// A real journal on a disk that can fail, before an entry is on it or after.
final class SimulatedDisk: EntryStore {
  enum Health {
    case well
    /// Takes nothing.
    case full
    /// Takes everything, and says that it did not.
    case silent
  }

  let journal: Journal
  var health = Health.well
  /// How often it failed.
  private(set) var failures = 0
  /// Called when an entry is about to be on it, and when it is: a host may die at either moment.
  var atEachMoment: () -> Void = {}
  private var isInDoubt = false
  /// What is on it although it was not acknowledged.
  private var found: [JournalEntry] = []

  /// How many entries are on it.
  var count: Int { journal.count ?? 0 }

  init(_ journal: Journal) { self.journal = journal }

  func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    guard !isInDoubt else { throw .io(path: journal.file.path, why: "it was not recovered") }
    if health != .well {
      isInDoubt = true
      failures += 1
      if health == .silent {
        try journal.append(entry, commandID: commandID, clock: clock)
        found.append(JournalEntry(entry: entry, commandID: commandID, clock: clock))
      }
      throw .diskFull(path: journal.file.path)
    }
    atEachMoment()
    let number = try journal.append(entry, commandID: commandID, clock: clock)
    atEachMoment()
    return number
  }

  func recover() throws(JournalFault) -> [JournalEntry] {
    guard health == .well else { throw .diskFull(path: journal.file.path) }
    isInDoubt = false
    defer { found = [] }
    return found
  }

  func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry] { try journal.entries(range) }
  func number(ofCommand id: String) -> Int? { journal.number(ofCommand: id) }
  func command(ofEntry number: Int) -> String? { journal.command(ofEntry: number) }

  func keep(_ words: PrivateWords) throws(JournalFault) {
    guard health != .full else { throw .diskFull(path: journal.file.path) }
    try journal.keep(words)
  }
}
