/// How a program ended.
public enum Ending: Equatable, Sendable, CustomStringConvertible {
  case exited(Int32)
  case signalled(Int32)

  /// The exit code; nil when a signal ended it.
  public var code: Int32? { if case .exited(let code) = self { code } else { nil } }

  public var description: String {
    switch self {
    case .exited(let code): "exit code \(code)"
    case .signalled(let signal): "ended by signal \(signal)"
    }
  }

  /// From the status of `waitpid`.
  init(waitStatus status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }
}
