import ParleyWire

/// What a terminal is to do after a key, a message or a moment. The model decides, the process acts.
public enum Effect: Hashable, Sendable {
  case send(TerminalMessage)
  /// Rings the bell, once.
  case ring
  /// Gives the window another title.
  case title(String)
  /// Gives the terminal to the shell until it is taken back (Ctrl-Z).
  case suspend
  /// Paints the whole screen anew (Ctrl-L).
  case repaint
  /// Ends this terminal.
  case leave(Farewell)
}

/// How a terminal came to its end.
public enum Farewell: Hashable, Sendable {
  /// The session goes on without this terminal.
  case detached
  /// The session was stopped from here, and is saved.
  case stopped
  /// The host parted from this terminal.
  case parted(Parting)
  /// The terminal itself is gone.
  case hungUp
  /// The host is lost and could not be started again: why.
  case hostLost(String)
}
