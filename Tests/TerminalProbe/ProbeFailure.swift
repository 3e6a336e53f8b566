import Glibc

/// Why a test could not go on with a program; says what was on the screen.
public enum ProbeFailure: Error, CustomStringConvertible {
  case noTerminal(errno: Int32)
  case notFound(program: String)
  case notStarted(command: [String], errno: Int32)
  case timedOut(waitingFor: String, seconds: Double, Picture)
  case ended(waitingFor: String, Ending, Picture)
  case ranTooLong(command: [String], seconds: Double, output: String, errors: String)
  case notBuilt(program: String, searched: [String])

  public var description: String {
    switch self {
    case .noTerminal(let code): "no pseudo-terminal: \(Self.words(code))"
    case .notFound(let program): "\(program) is not in PATH"
    case .notStarted(let command, let code): "\(Self.line(command)) did not start: \(Self.words(code))"
    case .timedOut(let what, let seconds, let picture):
      "waited \(seconds) s in vain for \(what); on the screen:\n\(picture)"
    case .ended(let what, let status, let picture):
      "the program ended (\(status)) while waiting for \(what); on the screen:\n\(picture)"
    case .ranTooLong(let command, let seconds, let output, let errors):
      "\(Self.line(command)) still ran after \(seconds) s; output:\n\(output)\nerrors:\n\(errors)"
    case .notBuilt(let program, let searched):
      "\(program) is not built (swift build --product \(program)); looked in \(searched.joined(separator: ", "))"
    }
  }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
  private static func line(_ command: [String]) -> String { command.joined(separator: " ") }
}
