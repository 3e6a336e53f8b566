import Glibc

/// Standard output and standard error. Only what was asked for goes to the first.
enum Output {
  /// Writes all of it. A reader that has gone away had enough: nothing is said, and the program ends well.
  static func write(_ text: String) throws(Failure) {
    switch put(text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw .ended(Sysexit.done.rawValue)
    case let code: throw .cannotWrite("standard output", reason: reason(code))
    }
  }

  /// Writes a line to standard error; there is no better place to say that this failed.
  static func complain(_ line: String) { _ = put(line + "\n", to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What the system says about an `errno`.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Writes all of the text; 0, or the `errno` of what went wrong.
  static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
