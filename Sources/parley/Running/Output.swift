import Glibc

/// Standard output and standard error. Only the requested output goes to the first.
enum Output {
  /// Writes all of it. A reader that has gone away had enough: the program says nothing, and ends well.
  static func write(_ text: String) throws(Failure) {
    switch put(text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw .ended(Sysexit.done.rawValue)
    case let code: throw .cannotWrite("standard output", reason: reason(code))
    }
  }

  /// Writes a line to standard error. If this fails, there is no better place to say so.
  static func complain(_ line: String) { _ = put(line + "\n", to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The system's words for an `errno`.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Writes all of the text. Returns 0, or the `errno` of the failure.
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
