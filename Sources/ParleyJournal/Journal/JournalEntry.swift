import ParleyCore

/// An entry as the journal keeps it: with the id of the command that made it, and the clocks at that moment.
public struct JournalEntry: Hashable, Sendable {
  public var entry: Entry
  /// Unique in the journal, so that a command which is given again under its id is not carried out twice.
  public var commandID: String
  public var clock: ClockReading

  public init(entry: Entry, commandID: String, clock: ClockReading) {
    self.entry = entry
    self.commandID = commandID
    self.clock = clock
  }
}
