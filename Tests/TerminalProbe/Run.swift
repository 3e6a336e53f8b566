import CLinux
import CVterm
import Glibc

/// A program run to its end without a terminal: what it wrote and how it ended.
public struct Run {
  public let status: Ending
  public let output: String
  public let errors: String
  /// Whether some process it started still holds its output open: a shell pipeline would hang on that.
  public let outputIsHeldOpen: Bool

  /// Runs a program in a session of its own and a clean environment (`environment` on top of it), with `input` on its
  /// standard input, or nothing at all. After `timeout` seconds it and its process group are killed, which throws.
  public init(
    _ command: [String], input: String? = nil, environment: [String: String] = [:], directory: String? = nil,
    timeout: Double = patience
  ) throws(ProbeFailure) {
    let launch = try Launch(command: command, environment: environment, home: directory)
    var process = try RunningProcess(launch, command: command, directory: directory, input: input)
    let inTime = process.follow(until: Deadline(seconds: timeout))
    if !inTime { kill(-process.pid, SIGKILL) }
    status = process.reap()
    (output, errors) = (process.output.text, process.errors.text)
    outputIsHeldOpen = !process.output.isAtEnd || !process.errors.isAtEnd
    process.close()
    if !inTime {
      throw .ranTooLong(command: command, seconds: timeout, output: output, errors: errors)
    }
  }

  /// The exit code; nil when a signal ended it.
  public var code: Int32? { status.code }
}
