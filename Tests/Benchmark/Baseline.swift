import Glibc

/// The least that a kept command costs on this machine: a terminal that only passes each key on over a socket, a
/// process that writes two pages and answers once they are on disk, and as many bytes on the screen as a dot takes.
/// This is the work of the kernel and the disk; anything beyond it is Parley's own.
enum Baseline {
  private static let pages = 2 * 4096
  private static let answerBytes = 200
  private static let screenBytes = 600

  /// The terminal's end.
  ///
  /// - Parameter disk: the command of the other end; its standard input becomes the socket.
  static func terminal(disk: [String]) throws -> Never {
    var ends: [Int32] = [-1, -1]
    // Otherwise the other process would hold this end open, and never see it go.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw BaselineFault(errno: errno) }
    try spawn(disk, input: ends[1])
    close(ends[1])
    var raw = termios()
    tcgetattr(STDIN_FILENO, &raw)
    cfmakeraw(&raw)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    send("? help")
    let picture = String(repeating: "x", count: screenBytes)
    var polled = [STDIN_FILENO, ends[0]].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      poll(&polled, nfds_t(polled.count), -1)
      if polled[0].revents != 0 {
        guard read(STDIN_FILENO, &bytes, 1) == 1 else { exit(0) }
        write(ends[0], bytes, 1)
      }
      if polled[1].revents != 0 {
        guard read(ends[0], &bytes, bytes.count) > 0 else { exit(1) }
        send("\u{1B}[H" + picture)
      }
    }
  }

  /// The disk's end: it writes its standard input to a file on disk before it answers.
  static func disk(file: String) throws -> Never {
    let log = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard log >= 0 else { throw BaselineFault(errno: errno) }
    var page = [UInt8](repeating: 1, count: pages)
    var offset: off_t = 0
    while read(STDIN_FILENO, &page, 1) == 1 {
      guard pwrite(log, page, page.count, offset) == page.count, fdatasync(log) == 0 else {
        throw BaselineFault(errno: errno)
      }
      offset += off_t(page.count)
      write(STDIN_FILENO, page, answerBytes)
    }
    exit(0)
  }

  private static func send(_ text: String) {
    let bytes = Array(text.utf8)
    write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static func spawn(_ command: [String], input: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    let fault = posix_spawn(&pid, command[0], &actions, nil, &words, environ)
    guard fault == 0 else { throw BaselineFault(errno: fault) }
  }
}

struct BaselineFault: Error, CustomStringConvertible {
  let errno: Int32
  var description: String { String(cString: strerror(errno)) }
}
