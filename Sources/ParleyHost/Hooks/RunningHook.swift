import CLinux
import Glibc
import ParleyCore
import ParleyWire

/// A command of the user's that runs, and the last of what it has printed.
final class RunningHook {
  let moment: HookMoment
  /// The session of the store that it runs for.
  let session: String
  private let pid: pid_t
  /// What it prints, on either output; to be read whenever there is something.
  let output: Int32
  /// Can be read once it has ended; nil where the kernel cannot tell that.
  let ending: Int32?
  let startMs: Int64
  /// When it is to be ended.
  private(set) var endMs: Int64
  /// Whether neither it nor anything it has left behind can print any more.
  private(set) var hasSpoken = false
  private var tail: [UInt8] = []
  private var wasTold = false

  /// So much of its output is kept.
  private static let kept = 2048
  /// So long it has to end when it is asked to, in milliseconds.
  private static let farewellMs: Int64 = 2000

  /// Starts it in a folder. Nil where that fails, with `errno` set.
  init?(
    _ command: String, _ moment: HookMoment, for session: String, with variables: [String: String], in folder: String,
    limitMs: Int64
  ) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let own = HostLauncher.currentEnvironment.filter { word in !variables.keys.contains { word.hasPrefix("\($0)=") } }
    let (words, environment) = (["sh", "-c", command], own + variables.map { "\($0)=\($1)" })
    var argv = words.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    pid = parley_spawn_session_in(folder, "/bin/sh", &argv, &envp, -1, ends[1], ends[1], 0)
    let failure = errno
    for word in argv + envp { free(word) }
    close(ends[1])
    (self.moment, self.session, output) = (moment, session, ends[0])
    startMs = EventLoop.boottimeMs()
    endMs = startMs + limitMs
    let ending = pid > 0 ? parley_process_ending(pid) : -1
    self.ending = ending < 0 ? nil : ending
    guard pid > 0 else {
      close(output)
      errno = failure
      return nil
    }
  }

  deinit {
    if pid > 0 { close(output) }
    if let ending { close(ending) }
  }

  /// Reads what it has printed; never waits.
  func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !hasSpoken {
      let count = Glibc.read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return }
      hasSpoken = count == 0
      tail = (tail + buffer[..<count]).suffix(RunningHook.kept)
    }
  }

  /// How it has ended; nil while it runs.
  func end() -> HookEnd? {
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
    read()
    if wasTold { return .tooLong }
    return status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }

  /// Asks it to end, with whatever it has started; then makes it.
  func kill(at now: Int64) {
    Glibc.kill(-pid, wasTold ? SIGKILL : SIGTERM)
    (wasTold, endMs) = (true, now + RunningHook.farewellMs)
  }

  /// The last line that it printed; empty where it printed none.
  var lastLine: String {
    let text = String(decoding: tail, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return String(line.prefix(200)).cleaned
  }
}

/// How a hook ended.
enum HookEnd: Hashable {
  case exited(Int32)
  case signalled(Int32)
  case tooLong

  /// What is to be said of it; nil where all went well.
  func complaint(_ lastLine: String) -> String? {
    let words = lastLine.isEmpty ? "" : ": \(lastLine)"
    return switch self {
    case .exited(0): nil
    case .exited(let code): "exit \(code)\(words)"
    case .signalled(let signal): "signal \(signal)\(words)"
    case .tooLong: "it took more than \(HookMoment.limitSeconds) seconds, and was ended\(words)"
    }
  }
}
