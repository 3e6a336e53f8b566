import CLinux
import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire

/// The process that holds one live session. It alone writes the journal and knows the time. It has no terminal, and
/// goes on when the terminals leave.
///
/// Theory: it begins in the order lock, journal, socket, report to the process that started it. It ends in the order
/// socket, journal, lock, last message. So a socket that answers means that the session is open, and a session that is
/// reported as saved can be opened at once. After `kill -9` the kernel releases the lock, and the next host removes the
/// socket.
public final class HostProcess {
  /// Where it listens.
  public private(set) var socketPath: String
  public let host: SessionHost
  private let journal: Journal
  private var listener: SocketListener
  /// Those that it left when the session went on in another file.
  private var formerSockets: [String] = []
  private let order: HostOrder
  /// The session's file, to which its socket belongs.
  private var home: SessionFile
  private let fileWatch = FileWatch()
  /// When to look at the session's files, where nothing tells of them; milliseconds of CLOCK_BOOTTIME.
  private var lookDueMs: Int64?
  private let loop = EventLoop()
  private var timer: EventLoopTimer?
  /// When to say again where it listens, because the disk did not take it; milliseconds of CLOCK_BOOTTIME.
  private var announceDueMs: Int64?
  /// Nobody is let in before this moment, because the last try failed; milliseconds of CLOCK_BOOTTIME.
  private var closedUntilMs: Int64?
  private var isListening = false
  /// Whether this process closes its memory to others once a vote is open. Only a process that is nothing but a host
  /// does.
  private var closesMemory = false
  /// Whether the write-ahead log has been preallocated.
  private var hasRoom = false
  private let openedCount: Int
  /// How many entries the file held when it was last sealed.
  private var sealedCount = 0
  private var checkpoint = CheckpointSchedule()
  /// Nil where the session's moments lead to nothing.
  private var hooks: HookRunner?
  /// The seats whose descriptors the loop watches, and whether it reads from them.
  private var watched: [Int32: (seat: Seat, reads: Bool)] = [:]

  /// Opens the session and listens. When it throws, it holds nothing.
  ///
  /// - Parameters:
  ///   - opening: the first entry of a new session; it is dated with this moment.
  ///   - memory: the place for one half of the ballots of an open vote; without it, this process alone keeps them.
  ///   - hooks: the commands to run at the session's moments.
  ///   - time: the session's time, given when its last entry was made; the machine's, unless a test has another.
  public init(
    _ order: HostOrder, opening: Entry? = nil, memory: MemoryFolder? = .current(), hooks: HookSource? = nil,
    time: (Instant, ClockReading) -> any HostClock = { MachineTime(after: $0, reading: $1) }
  ) throws(HostFault) {
    let journal = try HostProcess.journal { () throws(JournalFault) in
      if let opening {
        try HostProcess.make(order.file, opening)
      } else {
        try Journal.open(order.file, access: .holder, acceptsLoss: order.acceptsLoss)
      }
    }
    do throws(HostFault) {
      host = try HostProcess.host(on: journal, HostProcess.ballots(order.file, memory), order, time)
      host.name = order.file.id
      (socketPath, listener) = try HostProcess.listen(order)
    } catch {
      journal.close()
      // Nobody has seen a session that was made for this host alone.
      if opening != nil { unlink(order.file.path) }
      throw error
    }
    self.journal = journal
    (self.order, home) = (order, order.file)
    openedCount = host.live.session.nextNumber
    announce()
    let state = host.live.session.state
    guard order.runsHooks, state.plan.rehearsal == nil, let hooks else { return }
    self.hooks = HookRunner(hooks, at: state, loop: loop) { [unowned self] in host.tellLeaders(.door($0)) }
  }

  /// Runs a host until it ends, and returns the process's exit code. It writes one line to `readiness`, that the
  /// session can be reached or why not, and closes it then; ``HostLauncher`` reads that line.
  public static func main(
    _ order: HostOrder, opening: Entry? = nil, readiness: Int32? = nil, hooks: HookSource? = nil
  ) -> Int32 {
    EndingSignals.hold()
    let word = readiness.map(Readiness.init(descriptor:))
    do throws(HostFault) {
      let process = try HostProcess(order, opening: opening, hooks: hooks)
      word?.tell(.ready(socket: process.socketPath))
      try process.run()
      return 0
    } catch {
      word?.tell(.failed(exitCode: error.exitCode, line: error.description))
      return error.exitCode
    }
  }

  /// Serves terminals until the session is stopped, or nobody has been there for long. Then the session is saved, and
  /// can be resumed. Throws `unsaved` when the disk did not take the last commands.
  public func run() throws(HostFault) {
    defer {
      end()
      hooks?.finish()
    }
    closesMemory = true
    ProcessorTurns.takeShort()
    do throws(EventLoopFault) {
      try loop.signals([SIGTERM, SIGINT, SIGHUP]) { [unowned self] signal in
        // A hang-up ends terminals, not the host.
        if signal != SIGHUP { host.stop() }
        settle()
      }
      try begin()
      try loop.run()
    } catch {
      throw .loop(error)
    }
    if case .failed(let what)? = host.endReason { throw .unsaved(what) }
  }

  /// Watches for terminals, and for what falls due.
  func begin() throws(EventLoopFault) {
    timer = try loop.timer { [unowned self] in doWhatIsDue() }
    if let descriptor = fileWatch.descriptor {
      loop.watch(
        descriptor,
        reading: { [unowned self] in
          look()
          settle()
        })
    }
    journal.rememberNotes()
    look()
    settle()
  }

  /// Says in the session's lock where it listens. A disk that does not take it is asked again: a host that nobody can find
  /// holds the session all the same.
  private func announce() {
    announceDueMs = journal.lock?.announce(socket: socketPath) == false ? nowMs + HostProcess.announceAgainMs : nil
  }

  private static let announceAgainMs: Int64 = 1000

  /// Of more entries than an hour's session has, only the last are kept in memory.
  private static let knownEntries = 1024

  /// What the timer rings for.
  func doWhatIsDue() {
    if let due = announceDueMs, due <= nowMs { announce() }
    host.tick()
    lookWhenDue()
    checkpointWhenDue()
    hooks?.tick(at: nowMs)
    settle()
  }

  /// When something is due although no line has anything to say, in milliseconds of CLOCK_BOOTTIME.
  var dueMs: Int64? {
    [host.deadlineMs, closedUntilMs, checkpoint.dueMs, lookDueMs, announceDueMs, hooks?.dueMs].compactMap { $0 }.min()
  }

  private var nowMs: Int64 { host.live.now.boottimeMs }

  private var entrance = Entrance(owner: geteuid())

  private func letIn() {
    do throws(SocketFault) {
      var entered = 0
      for _ in 0..<Entrance.turnedAwayInTurn where entered < Entrance.letInInTurn {
        guard closedUntilMs == nil, let line = try listener.accept() else { break }
        if letIn(line) { entered += 1 }
      }
    } catch {
      // Trying again at once would never end.
      closedUntilMs = nowMs + 1000
    }
    settle()
  }

  /// False where the line is turned away.
  private func letIn(_ line: SocketListener.Terminal) -> Bool {
    let user = line.peer?.uid ?? .max
    switch entrance.answer(to: user, at: nowMs) {
    case .letIn: break
    case .lastUntil(let moment): closedUntilMs = moment
    case .turnedAway:
      line.send(.ended(.full("this account comes more often than people do; wait a moment, and join again")))
      line.close()
      return false
    }
    _ = host.enter(line, user: user)
    return true
  }

  private func watchListener() {
    if let until = closedUntilMs, until <= nowMs { closedUntilMs = nil }
    let listens = closedUntilMs == nil
    guard listens != isListening else { return }
    isListening = listens
    if listens {
      loop.watch(listener.descriptor, reading: { [unowned self] in letIn() })
    } else {
      loop.unwatch(listener.descriptor)
    }
  }

  /// Runs after each callback: it watches the lines that are there now, and arms the timer for what is due next.
  private func settle() {
    moveWithFile()
    hooks?.note(host.live.session.state, in: home)
    if host.endReason != nil { return loop.stop() }
    sealWhenClosed()
    makeRoomOnce()
    if closesMemory, host.live.session.state.voteIsOpen { ProcessMemory.close() }
    let seats = host.seats
    for (descriptor, watch) in watched
    where watch.seat.line.descriptor == nil || !seats.contains(where: { $0 === watch.seat }) {
      loop.unwatch(descriptor)
      watched[descriptor] = nil
    }
    for seat in seats { watch(seat) }
    watchListener()
    checkpoint.note(host.live.session.nextNumber, at: nowMs)
    timer?.set(atBoottimeMs: dueMs)
  }

  /// People may copy the file of a live session, too. Between two commands nobody waits for it to be brought up to date.
  private func checkpointWhenDue() {
    let now = nowMs
    guard let due = checkpoint.dueMs, due <= now else { return }
    // A disk that takes no mark takes no entry either, and then that is told.
    host.examine()
    try? journal.goLive()
    checkpoint.tried(isDone: host.live.fault == nil && journal.checkpoint(), at: now)
    host.live.rest()
    // What the watch tells of was this host's own doing, if everything is in its place.
    look()
  }

  /// Looks whether the session's file is still where it was.
  private func look() {
    fileWatch.drain()
    host.examine()
    fileWatch.watch(journal.file)
    lookDueMs = fileWatch.tellsAll ? nil : nowMs + FileWatch.lookMs
  }

  private func lookWhenDue() {
    if let due = lookDueMs, due <= nowMs { look() }
  }

  /// A session that goes on in another file listens under that name: the old one is free for whoever has it now.
  private func moveWithFile() {
    guard journal.file != home else { return }
    home = journal.file
    var order = order
    order.file = home
    if let (path, listener) = try? HostProcess.listen(order) {
      loop.unwatch(self.listener.descriptor)
      // Invitations name the socket.
      self.listener.forward(to: path)
      formerSockets.append(socketPath)
      (socketPath, self.listener, isListening) = (path, listener, false)
    }
    announce()
    fileWatch.watch(home)
  }

  /// People may copy a closed session's file at any time, although the host still takes comments.
  private func sealWhenClosed() {
    let count = host.live.session.nextNumber
    guard host.live.session.state.ended != nil, host.live.fault == nil, count != sealedCount else { return }
    sealedCount = count
    // If this fails, the host does it at its end, or the next host does.
    try? journal.seal()
  }

  /// Only after the first command: someone who starts a session waits for its screen, and must not wait for this.
  private func makeRoomOnce() {
    guard !hasRoom, host.live.session.nextNumber > openedCount else { return }
    hasRoom = true
    journal.makeRoom()
  }

  private func watch(_ seat: Seat) {
    guard let descriptor = seat.line.descriptor else { return }
    let reads = seat.mayBeHeard
    if watched[descriptor]?.seat !== seat || watched[descriptor]?.reads != reads {
      watched[descriptor] = (seat, reads)
      let hear = { [unowned self] in
        host.hear(seat)
        settle()
      }
      loop.watch(
        descriptor, reading: reads ? hear : nil,
        writing: { [unowned self] in
          host.goOn(seat)
          settle()
        })
    }
    loop.wantsToWrite(seat.line.unsentBytes > 0, on: descriptor)
  }

  /// One turn, for a caller with a loop of its own. False when nothing happened in that time.
  func turn(withinMs limit: Int) throws(EventLoopFault) -> Bool { try loop.runOnce(timeoutMs: limit) }

  /// Leaves the session saved for the next host, and disconnects everyone.
  func end() {
    host.examine()
    listener.remove()
    for path in formerSockets { SocketListener.endForward(at: path) }
    host.putAway()
    journal.close()
    host.empty()
  }

  private static func host(
    on journal: Journal, _ ballots: any BallotStore, _ order: HostOrder,
    _ time: (Instant, ClockReading) -> any HostClock
  ) throws(HostFault) -> SessionHost {
    let session = try HostProcess.journal { () throws(JournalFault) in
      try journal.session(knowing: HostProcess.knownEntries)
    }
    guard let last = journal.lastClock else {
      throw .journal(.damaged(path: journal.file.path, entry: 0, what: "it is no opening"))
    }
    // What a long journal was read in is of no use any more.
    if session.knownFrom > 0 { parley_give_back_freed_memory() }
    let live = LiveSession(
      session, journal: journal, time: time(last.at, last.reading), ballots: ballots, knowing: HostProcess.knownEntries)
    var patience = order.patience
    if order.place.group != nil { patience.staysForComments = true }
    return SessionHost(
      live, patience: patience, owner: geteuid(), named: SeatFolder(of: journal.file),
      isShared: order.place.group != nil, drafts: DraftFile(of: journal.file),
      presence: PresenceFile(of: journal.file), rateLimit: .people
    ) { HostProcess.notes(beside: journal.file) }
  }

  private static func notes(beside file: SessionFile) -> PrivateNotes {
    do throws(JournalFault) {
      let map = try file.readMap()
      return map.isEmpty ? .missing("nothing private was written down for this session") : PrivateNotes(map)
    } catch {
      return .missing(error.what)
    }
  }

  private static func ballots(_ file: SessionFile, _ memory: MemoryFolder?) -> any BallotStore {
    memory?.sweep()
    guard let path = memory?.ballotPath(of: file) else { return ForgetfulBallots() }
    return SplitBallots(padPath: file.ballotPadPath, sumsPath: path, memory: memory)
  }

  private static func make(_ file: SessionFile, _ opening: Entry) throws(JournalFault) -> Journal {
    let reading = ClockReading.now()
    var opening = opening
    opening.at = reading.time(in: Session(entries: [opening])?.state.plan.zone)
    let store = Store(directory: file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "/")
    return try Journal.create(
      in: store, id: file.id, opening: opening, commandID: CommandID.random().text, clock: reading)
  }

  private static func listen(_ order: HostOrder) throws(HostFault) -> (String, SocketListener) {
    do throws(SocketFault) {
      try order.place.prepare()
      let path = try order.place.path(for: order.file.id, store: order.file.realDirectory)
      let listener = try SocketListener(at: path, group: order.place.group)
      SeatFolder(of: order.file).keep(order.place)
      return (path, listener)
    } catch {
      throw .socket(error)
    }
  }

  private static func journal<Value>(_ body: () throws(JournalFault) -> Value) throws(HostFault) -> Value {
    do throws(JournalFault) { return try body() } catch { throw .journal(error) }
  }
}
