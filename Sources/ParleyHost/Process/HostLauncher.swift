import CLinux
import Glibc
import ParleyWire

/// A host process that has been started, and will soon say whether its session can be reached.
///
/// Starting and waiting are two calls, so that the caller can prepare its screen in between.
public final class HostLauncher {
  public let pid: Int32
  private let pipe: Int32
  private var text: [UInt8] = []

  /// How long a host may take to open its session, in milliseconds: journals can be long and disks slow.
  public static let defaultWaitMs: Int64 = 30_000

  /// Starts `executable` as the leader of a session of its own, without a terminal. Its standard output is the pipe on
  /// which it reports that it is ready. `arguments` follow the program's name, as in `["host-process"] +
  /// order.arguments`. `input` becomes its standard input; when it is negative, the process has none.
  public static func start(
    executable: String, arguments: [String], environment: [String]? = nil, input: Int32 = -1
  ) throws(HostFault) -> HostLauncher {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .cannotStart(path: executable, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let pid = spawn(executable, arguments, environment ?? currentEnvironment, stdin: input, stdout: ends[1])
    let failure = errno
    close(ends[1])
    guard pid > 0 else {
      close(ends[0])
      throw .cannotStart(path: executable, errno: failure)
    }
    return HostLauncher(pid: pid, pipe: ends[0])
  }

  private init(pid: Int32, pipe: Int32) {
    self.pid = pid
    self.pipe = pipe
  }

  deinit { close(pipe) }

  /// Waits until the host can be reached, and returns the path of its socket. Throws what the host reported as wrong,
  /// or `silent`.
  public func wait(atMostMs limit: Int64 = HostLauncher.defaultWaitMs) throws(HostFault) -> String {
    let deadline = EventLoop.boottimeMs() + limit
    while true {
      let left = deadline - EventLoop.boottimeMs()
      guard left > 0, let more = read(withinMs: Int32(clamping: left)), !more.isEmpty else { break }
      text += more
      if text.last == UInt8(ascii: "\n") { break }
    }
    switch Readiness.Word(String(decoding: text, as: UTF8.self)) {
    case .ready(let socket): return socket
    case .failed(let code, let line): throw .told(exitCode: code, line: line)
    case nil: throw .silent
    }
  }

  /// Collects the exit status of a host that has ended, so that no zombie is left. True once it has ended.
  @discardableResult
  public func reap() -> Bool {
    let found = waitpid(pid, nil, WNOHANG)
    return found == pid || (found < 0 && errno == ECHILD)
  }

  /// Empty at the end of the pipe; nil when nothing came in time.
  private func read(withinMs limit: Int32) -> [UInt8]? {
    var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    let ready = poll(&entry, 1, limit)
    if ready < 0, errno == EINTR { return read(withinMs: limit) }
    guard ready > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(pipe, &buffer, buffer.count)
    return count < 0 ? nil : Array(buffer[..<count])
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String], stdin: Int32, stdout: Int32
  ) -> Int32 {
    var argv = ([executable] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for word in argv + envp { free(word) } }
    // Not in the caller's directory: that may be on a disk which someone wants to unmount.
    return parley_spawn_session_in("/", executable, &argv, &envp, stdin, stdout, -1, 0)
  }

  static var currentEnvironment: [String] {
    var words: [String] = []
    var next = environ
    while let word = next.pointee {
      words.append(String(cString: word))
      next += 1
    }
    return words
  }
}
