/// The program's exit codes, those of `sysexits.h`.
enum Sysexit: Int32 {
  case done = 0
  /// Wrong usage.
  case usage = 64
  /// The input file is wrong.
  case input = 65
  /// No such file or session.
  case missing = 66
  /// No live session to reach, or no terminal to show one on.
  case unavailable = 69
  /// A fault of Parley's own.
  case fault = 70
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another process holds the session.
  case busy = 75
  case notPermitted = 77
  case configuration = 78
}
