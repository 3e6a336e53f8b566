/// Why there is no full screen.
public enum TerminalFault: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// Neither the terminal's own description nor a common one is installed.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor (TERM is empty, `dumb`, or a printer).
  case cannotMoveCursor(String)
  /// A system call failed, with its `errno`.
  case system(Int32)
}
