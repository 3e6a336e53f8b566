import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyHost

/// A session with a real host process and four terminals, which suffers random faults, one by one and one upon another.
final class FaultRun {
  private let house: House
  private let executable: String
  private var chance: Chance
  private var launcher: HostLauncher?
  private var socket: String?
  private var isHostStopped = false
  private var isDiskFull = false
  private var count = 0
  private var faults = 0
  private var jumps = 0
  /// How many milliseconds the machine's wall clock is set wrong, as the host sees it.
  private var aheadMs: Int64 = 0
  /// What the session's time was at a moment of CLOCK_BOOTTIME, as a terminal was told first.
  private var clock: (at: Instant, bootMs: Int64)?
  /// Every line that was ever given.
  private var given: Set<String> = []
  private let terminals = [
    FaultTerminal(.init(role: .facilitator)), FaultTerminal(.init(role: .noteTaker)),
    FaultTerminal(.init(role: .stakeholder, as: StakeholderID("ana"))), FaultTerminal(.init(role: .screen)),
  ]

  init(seed: UInt64, executable: String) throws {
    house = try House()
    self.executable = executable
    chance = Chance(seed: seed)
  }

  deinit {
    if let launcher {
      kill(launcher.pid, SIGKILL)
      waitpid(launcher.pid, nil, 0)
    }
  }

  func run(steps: Int) throws {
    setClock()
    try start()
    for _ in 0..<steps {
      try step()
      pump(10)
      holdTime()
    }
    try mend()
    holdTime()
    try compare()
  }

  private var clockPath: String { house.path + "/clock" }

  private func start() throws {
    let own = ["PATH", "HOME", "TMPDIR", "SWIFT_BACKTRACE"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    let launcher = try HostLauncher.start(
      executable: executable, arguments: ["host-process"] + house.order.arguments,
      environment: own + ["LD_PRELOAD=\(try builtProgram("libparley-faults.so"))", "PARLEY_FAULTS_CLOCK=\(clockPath)"])
    socket = try launcher.wait()
    self.launcher = launcher
    (isHostStopped, isDiskFull) = (false, false)
    for terminal in terminals where !terminal.isStopped { reconnect(terminal) }
  }

  private func reconnect(_ terminal: FaultTerminal) {
    if let socket, !isHostStopped { terminal.connect(to: socket) }
  }

  private func step() throws {
    let terminal = terminals[chance.next(terminals.count)]
    let kind = chance.next(19)
    if [0, 1, 4, 5, 6, 8, 16, 17].contains(kind) { faults += 1 }
    switch kind {
    case 0: try killHost()
    case 1: signalHost(SIGSTOP)
    case 2, 3: signalHost(SIGCONT)
    case 4: terminal.dropLine()
    case 5: terminal.die()
    case 6: terminal.isStopped = true
    case 7: terminal.isStopped = false
    case 8: fillDisk(true)
    case 9, 10: fillDisk(false)
    case 16: jump()
    case 17: try compound()
    default: for _ in 0...chance.next(4) { give() }
    }
    for terminal in terminals where !terminal.isConnected && !terminal.isStopped { reconnect(terminal) }
  }

  /// One fault upon another, while people go on.
  private func compound() throws {
    let deeds: [() throws -> Void] = [
      { [self] in fillDisk(true) }, { [self] in try killHost() }, { [self] in jump() },
      { [self] in terminals[chance.next(terminals.count)].dropLine() }, { [self] in fillDisk(false) },
      { [self] in signalHost(SIGSTOP) },
    ]
    for deed in deeds.shuffled(using: &chance) {
      try deed()
      give()
      pump(Int32(chance.next(10)))
    }
    signalHost(SIGCONT)
  }

  /// Somebody sets the wall clock of the machine, forward or back, by a second or by a year.
  private func jump() {
    let most = chance.one(of: [1000, 3_600_000, 400 * 86_400_000])
    aheadMs += Int64(chance.next(2 * most) - most)
    jumps += 1
    setClock()
  }

  private func setClock() {
    let file = open(clockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    _ = withUnsafeBytes(of: aheadMs) { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  /// The session's time goes as the machine's does, whoever sets its wall clock and however many hosts there were.
  private func holdTime() {
    for link in terminals.compactMap(\.link) {
      guard let welcome = link.welcome, let told = link.now(atBoottimeMs: welcome.boottimeMs) else { continue }
      let first = clock ?? (told, welcome.boottimeMs)
      clock = first
      let wrong = (told.milliseconds - first.at.milliseconds) - (welcome.boottimeMs - first.bootMs)
      #expect(abs(wrong) <= 20, "the session's time is wrong by \(wrong) ms after \(jumps) jumps")
    }
  }

  /// The host did see what the wall clock was set to: its entries say so.
  private func holdClockSeen(_ journal: Journal) throws {
    let last = try #require(try journal.kept().last).clock
    let real = ClockReading.now()
    let seen = (last.wallMs - last.bootMs) - (real.wallMs - real.bootMs)
    #expect(abs(seen - aheadMs) < 2000, "it saw a clock \(seen) ms ahead, not \(aheadMs)")
  }

  private func give() {
    count += 1
    let terminal = terminals[chance.next(3)]
    let line = terminal.hello.role == .stakeholder ? "request \"words \(count)\"" : "note \"words \(count)\""
    given.insert(line)
    terminal.give(line)
  }

  /// At any moment, even in the middle of a commit.
  private func killHost() throws {
    guard let launcher else { return }
    let wasFull = isDiskFull
    kill(launcher.pid, SIGKILL)
    waitpid(launcher.pid, nil, 0)
    self.launcher = nil
    #expect(VerifyReport(house.file).fault == nil)
    for terminal in terminals { terminal.read() }
    try start()
    // The next host finds the disk as it was.
    fillDisk(wasFull)
  }

  private func signalHost(_ signal: Int32) {
    guard let launcher else { return }
    kill(launcher.pid, signal)
    isHostStopped = signal == SIGSTOP
  }

  /// To the host, a file that may not grow is the same as a full disk.
  private func fillDisk(_ isFull: Bool) {
    guard let launcher, isFull != isDiskFull else { return }
    _ = try? Run(["prlimit", "--pid", "\(launcher.pid)", "--fsize=\(isFull ? "1000" : "unlimited"):"])
    isDiskFull = isFull
  }

  /// Lets the terminals hear for this many milliseconds at most.
  private func pump(_ milliseconds: Int32) {
    var polled = terminals.filter { !$0.isStopped }.compactMap { $0.link?.descriptor }
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), milliseconds)
    for terminal in terminals { terminal.read() }
  }

  /// Ends all faults, and waits until everyone has an answer to everything.
  private func mend() throws {
    signalHost(SIGCONT)
    fillDisk(false)
    for terminal in terminals { terminal.isStopped = false }
    let last = "note \"the end\""
    given.insert(last)
    terminals[0].give(last)
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end, !isCalm {
      for terminal in terminals where !terminal.isConnected { reconnect(terminal) }
      pump(20)
    }
    #expect(isCalm, "somebody still waits: \(terminals.map { "\($0.isConnected) \($0.pending.count)" })")
  }

  private var isCalm: Bool {
    let next = terminals.compactMap { $0.replica?.nextNumber }
    return terminals.allSatisfy(\.isSettled) && next.count == terminals.count && Set(next).count == 1
  }

  /// Acknowledged commands are in the journal once, others at most once, and everyone matches a replay as redacted for
  /// their role.
  private func compare() throws {
    terminals[0].link?.send(.stop)
    // Commands of killed terminals may still have been on their way: everyone receives them to the last.
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end, terminals.contains(where: \.isConnected) { pump(20) }
    let connected = terminals.count(where: \.isConnected)
    #expect(connected == 0)
    if let launcher { waitpid(launcher.pid, nil, 0) }
    launcher = nil
    let journal = try Journal.open(house.file, access: .reading)
    defer { journal.close() }
    let entries = try journal.entries()
    let replay = try #require(Session(entries: entries))
    for terminal in terminals {
      #expect(terminal.contradictions == [])
      #expect(terminal.replica?.state == replay.asKnown(by: terminal.hello.role))
      for (number, entry) in terminal.seen { #expect(entries.indices.contains(number) && entries[number] == entry) }
      for line in terminal.acknowledged { #expect(entries.count { $0.line == line } == 1, "\(line)") }
    }
    let kept = entries.dropFirst().map(\.line)
    #expect(Set(kept).count == kept.count && given.isSuperset(of: kept))
    if Sweep.isWhole { print("\(given.count) given, \(kept.count) kept, \(faults) faults, \(jumps) jumps") }
    try holdClockSeen(journal)
    // A run in which nothing happened would show nothing.
    let acknowledged = terminals.reduce(0) { $0 + $1.acknowledged.count }
    #expect(faults > 3 && acknowledged > 0)
  }
}
