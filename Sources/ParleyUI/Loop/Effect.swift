import ParleyCore
import ParleyTerminal
import ParleyWire

/// What a terminal is to do after a key, a message or a moment. The model decides, the process acts.
public enum Effect: Hashable, Sendable {
  case send(TerminalMessage)
  /// Rings the bell, once.
  case ring
  /// Gives the window another title.
  case title(String)
  /// Shows in the terminal's tab how far the time has gone; nil takes it away.
  case progress(TabProgress?)
  /// Puts what the pane shows on the clipboard.
  case copy
  /// Gives the terminal to the shell until it is taken back (Ctrl-Z).
  case suspend
  /// Paints the whole screen anew (Ctrl-L).
  case repaint
  /// Paints over what is on the screen, and only then the whole screen anew: a terminal may keep what it clears (M19).
  case wipe
  /// Keeps other processes out of this one's memory: a ballot is about to be in it (M19).
  case closeMemory
  /// Ends this terminal.
  case leave(ExitReason)
}

/// How a terminal came to its end.
public enum ExitReason: Hashable, Sendable {
  /// The session goes on without this terminal.
  case detached
  /// The session was stopped from here, and is saved.
  case stopped
  /// The same, of a session that had been closed.
  case closed
  /// Only this terminal has left a session that had been closed.
  case leftClosed
  /// The host parted from this terminal.
  case disconnected(DisconnectReason)
  /// A rehearsal was left to begin again at this step, with the same people.
  case again(from: Step)
  /// The terminal itself is gone.
  case hungUp
  /// Someone ended this process.
  case signalled(Int32)
  /// The host is lost and could not be started again: why.
  case hostLost(String)
}

extension ExitReason {
  /// Whether the host was told to end, and is waited for.
  public var endsHost: Bool { self == .stopped || self == .closed }

  /// The exit status of the process: sysexits, and the shells' 128 + signal.
  public var exitStatus: Int32 {
    switch self {
    case .detached, .stopped, .closed, .leftClosed, .again, .disconnected(.stopped), .disconnected(.idle): 0
    case .disconnected(.notPermitted): 77
    case .disconnected(.failed), .disconnected(.badMessage), .disconnected(.tooMuch), .disconnected(.flooding): 70
    case .disconnected(.otherVersion), .disconnected(.noHello), .disconnected(.full), .hostLost: 69
    case .hungUp: 129
    case .signalled(let signal): 128 + signal
    }
  }

  /// What to say after the screen has been put back; nil when there is nothing to say.
  public func sentence(session: String) -> String? {
    switch self {
    case .detached: "\(session) goes on; come back with: parley resume \(session)"
    case .stopped: "\(session) is saved; go on with: parley resume \(session)"
    case .closed: "\(session) is closed and kept; its record: parley record \(session)"
    case .leftClosed: "\(session) is closed and kept, and takes comments; its record: parley record \(session)"
    case .disconnected(let reason): reason.sentence
    case .again, .hungUp, .signalled: nil
    case .hostLost(let why): "the session's host is lost: \(why); nothing is lost: parley resume \(session)"
    }
  }
}
