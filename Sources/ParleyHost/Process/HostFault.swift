import ParleyJournal
import ParleyWire

/// Why a host could not begin or go on.
public enum HostFault: Error, Hashable, Sendable {
  case journal(JournalFault)
  case socket(SocketFault)
  case loop(EventLoopFault)
  /// The new host process ended, and said before what was wrong.
  case told(exitCode: Int32, line: String)
  /// The process cannot be started; the `errno`.
  case cannotStart(path: String, errno: Int32)
  /// The process ended, or went silent, before it said anything.
  case silent
  /// It ended with commands that are on no disk.
  case unsaved(String)
}
