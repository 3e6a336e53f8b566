import ParleyCore
import ParleyJournal
import ParleyWire

/// The outcome of a command.
public enum Outcome: Hashable, Sendable {
  /// It is on disk as this entry.
  case accepted(entry: Int)
  case refused(Refusal)
  /// The disk did not take it; it is kept, and another outcome follows when the disk does.
  case notSaved(JournalFault)
}

/// The news of a live session, in the order in which people hear it.
public enum News: Hashable, Sendable {
  /// To everyone: an entry that is on disk.
  case entry(Entry)
  /// To the sender of the command.
  case outcome(CommandID, Outcome)
  /// To everyone: the disk takes commands again.
  case saved
  /// The session's file was taken away, and everything is in this one now.
  case moved(SessionFile)
}
