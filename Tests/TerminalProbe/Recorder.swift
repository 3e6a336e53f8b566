import CVterm
import Glibc

/// Records when a program in a terminal wrote which bytes, to the microsecond. Unlike ``Probe``, it renders the picture
/// only on request, so that it measures the program and not the emulator.
///
/// All times are milliseconds of CLOCK_MONOTONIC. Belongs to one thread.
public final class Recorder {
  /// The bytes of one read.
  public struct Chunk: Sendable {
    public let at: Double
    public let bytes: [UInt8]
  }

  public let processID: pid_t
  /// The process that works at the terminal: the program, or its child where the program itself only waits for it.
  public var workerID: pid_t { worker(of: processID) }
  /// The moment just before the program's start.
  public let startedAt: Double
  public private(set) var chunks: [Chunk] = []
  /// Whether no process holds the terminal any more.
  public private(set) var isAtEnd = false
  private let terminal: PseudoTerminal
  private let emulator: Emulator
  private var shown = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts a program as ``Probe`` does, but as the leader of its terminal's session.
  public init(
    command: [String], environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24),
    directory: String? = nil
  ) throws(ProbeFailure) {
    let launch = try Launch(command: command, environment: environment, home: directory)
    let terminal = try PseudoTerminal(columns: size.columns, rows: size.rows)
    let start = Recorder.now
    let pid =
      launch.withArguments {
        parley_spawn_leader_on_pty(launch.path, $0, $1, directory, terminal.path)
      } ?? -1
    guard pid > 0 else { throw .notStarted(command: command, errno: errno) }
    (processID, startedAt, self.terminal) = (pid, start, terminal)
    emulator = Emulator(columns: size.columns, rows: size.rows)
  }

  /// Now, in milliseconds of CLOCK_MONOTONIC.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  // MARK: what a user does

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, case let count = terminal.write(rest), count > 0 { rest = rest.dropFirst(count) }
  }

  /// The bytes that the terminal sends for this key in the mode that the program has set.
  public func bytes(of key: Key) -> [UInt8] {
    show()
    emulator.press(key)
    return emulator.takeInput()
  }

  public func resize(columns: Int, rows: Int) {
    show()
    terminal.resize(columns: columns, rows: rows)
    emulator.resize(columns: columns, rows: rows)
  }

  /// Closes the window: the program gets SIGHUP.
  public func hangUp() { terminal.hangUp() }

  // MARK: reading

  /// Waits this many milliseconds for output; false when nothing came.
  @discardableResult
  public func read(within milliseconds: Double) -> Bool {
    var waiting = pollfd(fd: isAtEnd ? -1 : terminal.master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(max(0, milliseconds).rounded(.up))) > 0 else { return false }
    let now = Recorder.now
    let count = Glibc.read(terminal.master, &buffer, buffer.count)
    guard count > 0 else {
      isAtEnd = isAtEnd || count == 0 || errno != EAGAIN
      return false
    }
    chunks.append(Chunk(at: now, bytes: Array(buffer[..<count])))
    // A program that waits for an answer must get it now.
    if Recorder.asks(buffer[..<count]) { show() }
    return true
  }

  /// Waits this many milliseconds for output of any of several terminals, and reads from all that have some; false when
  /// nothing came.
  @discardableResult
  public static func read(_ recorders: [Recorder], within milliseconds: Double) -> Bool {
    var waiting = recorders.map { pollfd(fd: $0.isAtEnd ? -1 : $0.terminal.master, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), Int32(max(0, milliseconds).rounded(.up))) > 0 else { return false }
    var didRead = false
    for (recorder, ready) in zip(recorders, waiting) where ready.revents != 0 {
      didRead = recorder.read(within: 0) || didRead
    }
    return didRead
  }

  /// Reads for this many milliseconds, whatever comes.
  public func listen(_ milliseconds: Double) {
    let end = Recorder.now + milliseconds
    while case let left = end - Recorder.now, left > 0 { read(within: left) }
  }

  /// Reads until nothing came for `quiet` milliseconds; false when that did not happen within `limit`.
  @discardableResult
  public func listenUntilQuiet(_ quiet: Double, limit: Double) -> Bool {
    let end = Recorder.now + limit
    while case let left = end - Recorder.now, left > 0 {
      if !read(within: min(quiet, left)), isAtEnd || left > quiet { return true }
    }
    return false
  }

  /// The screen now, as far as the output has been read.
  public var picture: Picture {
    show()
    return emulator.picture
  }

  /// When these words first appeared on the screen, from the chunk with this number on; nil when they did not, or when
  /// someone looked at the picture meanwhile.
  public func moment(of words: String, since chunk: Int) -> Double? {
    while shown < chunks.count {
      emulator.feed(chunks[shown].bytes)
      shown += 1
      if shown > chunk, emulator.picture.contains(words) { return chunks[shown - 1].at }
    }
    return nil
  }

  private func show() {
    while shown < chunks.count {
      emulator.feed(chunks[shown].bytes)
      shown += 1
    }
    let answers = emulator.takeInput()
    if !answers.isEmpty { send(answers) }
  }

  /// Whether these bytes may hold a question to the terminal: a control sequence that asks, or a control string.
  private static func asks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let escape = bytes[index...].firstIndex(of: 0x1B), escape + 1 < bytes.endIndex {
      index = escape + 2
      switch bytes[escape + 1] {
      case UInt8(ascii: "P"), UInt8(ascii: "]"): return true
      case UInt8(ascii: "["):
        let end = bytes[index...].first { $0 >= 0x40 }
        if let end, "cnpqtu".utf8.contains(end) { return true }
      default: break
      }
    }
    return false
  }
}
