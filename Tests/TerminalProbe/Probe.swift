import CVterm
import Glibc

/// A real program in a real terminal, driven by a test: keys go in, pictures come out. Nothing here sleeps: it waits
/// for something that the program does, with a limit.
///
/// It belongs to one thread. When it goes, it kills the program and hangs up the terminal.
public final class Probe {
  private let terminal: PseudoTerminal
  private let emulator: Emulator
  private let shell: Shell?
  private let settingsBefore: LineSettings?
  /// Keeps a terminal without a program from hanging up when its last user closes it.
  private var ownEnd: Int32 = -1
  private var outgoing: ArraySlice<UInt8> = []
  private var held: [UInt8] = []
  private var allIsRead = false
  /// All bytes the program wrote.
  public private(set) var transcript: [UInt8] = []

  /// Starts a program in a new terminal. Its environment is the same everywhere, `environment` on top; HOME is
  /// `directory`, in which it starts. Throws when it cannot start.
  public init(
    command: [String], environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24),
    directory: String? = nil
  ) throws(ProbeFailure) {
    let launch = try Launch(command: command, environment: environment, home: directory)
    terminal = try PseudoTerminal(columns: size.columns, rows: size.rows)
    emulator = Emulator(columns: size.columns, rows: size.rows)
    settingsBefore = terminal.settings
    shell = try Shell(launch, command: command, directory: directory, terminal: terminal.path)
  }

  /// A terminal without a program: the code under test opens `devicePath` itself.
  public init(size: (columns: Int, rows: Int)) throws(ProbeFailure) {
    terminal = try PseudoTerminal(columns: size.columns, rows: size.rows)
    emulator = Emulator(columns: size.columns, rows: size.rows)
    settingsBefore = terminal.settings
    shell = nil
    ownEnd = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    terminal.hangUp()
    if ownEnd >= 0 { close(ownEnd) }
  }

  /// The path of the terminal's device.
  public var devicePath: String { terminal.path }
  /// The program's process id; 0 without a program.
  public var processID: pid_t { shell?.program ?? 0 }
  /// The process that works at the terminal: the program, or its child where the program itself only waits for it.
  public var workerID: pid_t { worker(of: processID) }
  /// How many bytes the program wrote so far, as far as they were read.
  public var bytesOut: Int { transcript.count }
  /// The screen now, as far as the program's output has been read.
  public var picture: Picture { emulator.picture }
  /// The line settings of the terminal now.
  public var termios: LineSettings? { terminal.settings }

  // MARK: what a user does

  /// Types text, a newline as the Enter key.
  public func send(_ text: String) throws {
    try send(bytes: text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: "\r") : $0 })
  }

  /// Sends bytes as they are.
  public func send(bytes: [UInt8]) throws {
    outgoing += bytes
    let deadline = Deadline(seconds: patience)
    while !outgoing.isEmpty && terminal.isOpen {
      guard turn(deadline) else {
        throw ProbeFailure.timedOut(waitingFor: "the program to read its input", seconds: 10, picture)
      }
    }
  }

  /// Presses keys, one after the other.
  public func key(_ keys: Key...) throws {
    for key in keys { emulator.press(key) }
    try send(bytes: emulator.takeInput())
  }

  /// Pastes text as a terminal does: within brackets if the program asked for them.
  public func paste(_ text: String) throws {
    emulator.paste(begins: true)
    let opening = emulator.takeInput()
    emulator.paste(begins: false)
    try send(bytes: opening + Array(text.utf8) + emulator.takeInput())
  }

  /// Presses and releases a mouse button at this place, 1 being the left one; nothing when the program did not ask.
  public func click(_ position: Position, button: Int = 1) throws {
    emulator.click(position, button: button)
    try send(bytes: emulator.takeInput())
  }

  /// Changes the size of the window; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    absorb()
    emulator.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Tells the program of another size while the window here stays as it is: for sizes that the emulator does not
  /// survive, or that come faster than they are drawn.
  public func claim(columns: Int, rows: Int) { terminal.resize(columns: columns, rows: rows) }

  /// Closes the window: the program gets SIGHUP, and the terminal is gone.
  public func hangUp() {
    absorb()
    terminal.hangUp()
  }

  /// Sends the program a signal.
  public func terminate(_ signal: Int32 = SIGTERM) {
    if processID > 0 && shell?.ended == nil { kill(processID, signal) }
  }

  /// Sends a signal to the process that works at the terminal.
  public func terminateWorker(_ signal: Int32 = SIGKILL) {
    if processID > 0 && shell?.ended == nil { kill(workerID, signal) }
  }

  /// Brings a stopped program back to the foreground, as the shell's `fg` does.
  public func foreground() { shell?.resume() }

  // MARK: waiting

  /// Reads on until the picture matches the description, and returns it. Throws, with the picture in the message, when
  /// that does not happen within `timeout` seconds, or the program ends first.
  @discardableResult
  public func wait(
    until description: String, timeout: Double = patience, _ isAsDescribed: (Picture) throws -> Bool
  ) throws -> Picture {
    let deadline = Deadline(seconds: timeout)
    while true {
      absorb()
      let now = picture
      if try isAsDescribed(now) { return now }
      if allIsRead, let status = shell?.ended {
        throw ProbeFailure.ended(waitingFor: description, status, now)
      }
      guard turn(deadline) else {
        throw ProbeFailure.timedOut(waitingFor: description, seconds: timeout, now)
      }
    }
  }

  /// Waits for text on the screen.
  @discardableResult
  public func wait(for text: String, timeout: Double = patience) throws -> Picture {
    try wait(until: "\"\(text)\"", timeout: timeout) { $0.contains(text) }
  }

  /// Waits for text to go from the screen.
  @discardableResult
  public func wait(untilGone text: String, timeout: Double = patience) throws -> Picture {
    try wait(until: "\"\(text)\" to go", timeout: timeout) { !$0.contains(text) }
  }

  /// Waits until the program has written more than this many bytes in all.
  public func wait(forMoreThan bytes: Int, timeout: Double = patience) throws {
    try follow("the program to write something", timeout) { bytesOut > bytes ? true : nil }
  }

  /// Waits for the program to end and reads all it wrote.
  @discardableResult
  public func waitForExit(timeout: Double = patience) throws -> Ending {
    try follow("the program's end", timeout) {
      allIsRead || !terminal.isOpen ? shell?.ended : nil
    }
  }

  /// Waits for the program to be stopped (^Z) and returns the signal that did it.
  @discardableResult
  public func waitForStop(timeout: Double = patience) throws -> Int32 {
    try follow("the program to stop itself", timeout) { shell?.stoppedBy }
  }

  /// Reads on for this many seconds, whatever happens, and returns how many bytes the program wrote in that time.
  public func listen(seconds: Double) -> Int {
    let (before, deadline) = (bytesOut, Deadline(seconds: seconds))
    while turn(deadline) {}
    return bytesOut - before
  }

  // MARK: what is left

  /// The differences from the terminal at the program's start, in words; empty when there are none.
  public var leftovers: [String] {
    let settings = termios
    let changed =
      settings == settingsBefore
      ? [] : ["the line settings were \(settingsBefore, default: "unknown"), are \(settings, default: "unknown")"]
    return emulator.leftovers + changed
  }

  /// Whether the terminal is as the program found it: main screen, visible cursor, plain pen, no mouse, no paste
  /// brackets, and the same line settings.
  public var terminalIsAsBefore: Bool { leftovers.isEmpty }

  // MARK: the machinery

  @discardableResult
  private func follow<Found>(_ what: String, _ timeout: Double, _ found: () -> Found?) throws -> Found {
    let deadline = Deadline(seconds: timeout)
    while true {
      absorb()
      if let found = found() { return found }
      guard turn(deadline) else {
        throw ProbeFailure.timedOut(waitingFor: what, seconds: timeout, picture)
      }
    }
  }

  /// Waits for something to happen and takes it in; false when the deadline came first.
  private func turn(_ deadline: Deadline) -> Bool {
    // The deadline comes first: a terminal that has hung up is ready for ever.
    guard deadline.milliseconds > 0 else { return false }
    let events = outgoing.isEmpty ? POLLIN : POLLIN | POLLOUT
    var waiting = [
      pollfd(fd: terminal.master, events: Int16(events), revents: 0),
      pollfd(fd: shell?.ended == nil ? shell?.reports ?? -1 : -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waiting, 2, deadline.milliseconds) != 0 else { return false }
    if waiting[1].revents != 0 { shell?.hear() }
    if waiting[0].revents & Int16(POLLOUT) != 0 { outgoing = outgoing.dropFirst(terminal.write(outgoing)) }
    absorb()
    return true
  }

  /// Takes in the program's output up to now, and answers its questions to the terminal.
  private func absorb() {
    guard terminal.isOpen else { return }
    let bytes = withoutLastWords(terminal.read())
    transcript += bytes
    emulator.feed(bytes)
    let answers = emulator.takeInput()
    if outgoing.isEmpty { outgoing = answers[...].dropFirst(terminal.write(answers[...])) } else { outgoing += answers }
  }

  /// The shell's last words mean that all of the program's output has come in; they are not the program's.
  private func withoutLastWords(_ read: [UInt8]) -> [UInt8] {
    let words = Array(PARLEY_LAST_WORDS.utf8)
    var bytes = held + read
    held = []
    if let start = bytes.firstRange(of: words) {
      allIsRead = true
      bytes.removeSubrange(start)
      return bytes
    }
    // The beginning of the words may have come without their end.
    let begun = (1..<words.count).last { bytes.suffix($0).elementsEqual(words.prefix($0)) } ?? 0
    held = Array(bytes.suffix(begun))
    return Array(bytes.dropLast(begun))
  }
}
