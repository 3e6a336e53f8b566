import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire

/// The process that holds one live session: it alone writes the journal and knows the time. It has no terminal, and goes
/// on when the terminals go.
///
/// Theory: the order of its beginning is lock, journal, socket, word to its starter; of its end, socket, journal, lock,
/// farewell. So whoever finds the socket answered finds the session open, and whoever was told that it is saved can
/// open it at once. After `kill -9` the kernel lets go of the lock, and the next host clears the socket away.
public final class HostProcess {
  /// Where it listens.
  public let socketPath: String
  public let host: SessionHost
  private let journal: Journal
  private let listener: SocketListener
  private let loop = EventLoop()
  private var timer: EventLoopTimer?
  /// Until then nobody is let in, because the last try failed; milliseconds of CLOCK_BOOTTIME.
  private var closedUntilMs: Int64?
  private var isListening = false
  /// Whether others are kept out of this process's memory once a vote is open; not where it is not a host alone.
  private var closesMemory = false
  /// Whether the log was laid out for what is still to come.
  private var hasRoom = false
  private let openedCount: Int
  /// How many entries the file held when it was last made to stand alone.
  private var sealedCount = 0
  /// The seats whose descriptors the loop knows, and how.
  private var watched: [Int32: (seat: Seat, reads: Bool)] = [:]

  /// Opens the session and listens. When it throws, nothing is left held.
  ///
  /// - Parameters:
  ///   - opening: the first entry of a session that is only now to be made; it is dated with this moment.
  ///   - memory: where one half of the ballots of an open vote is kept; without, they are kept in this process alone.
  public init(
    _ order: HostOrder, opening: Entry? = nil, memory: MemoryFolder? = .current()
  ) throws(HostFault) {
    let journal = try HostProcess.journal { () throws(JournalFault) in
      if let opening {
        try HostProcess.make(order.file, opening)
      } else {
        try Journal.open(order.file, access: .holder)
      }
    }
    do throws(HostFault) {
      host = try HostProcess.host(on: journal, HostProcess.ballots(order.file, memory), order)
      (socketPath, listener) = try HostProcess.listen(order)
    } catch {
      journal.close()
      // A session that was made for this host alone, and that nobody has seen.
      if opening != nil { unlink(order.file.path) }
      throw error
    }
    journal.lock?.announce(socket: socketPath)
    self.journal = journal
    openedCount = host.live.session.nextNumber
  }

  /// Runs a host until it ends, and gives the process's exit code. `readiness` is told, in one line, that the session
  /// can be reached or why not, and is closed then: ``HostLauncher`` reads it.
  public static func main(_ order: HostOrder, opening: Entry? = nil, readiness: Int32? = nil) -> Int32 {
    let word = readiness.map(Readiness.init(descriptor:))
    do throws(HostFault) {
      let process = try HostProcess(order, opening: opening)
      word?.tell(.ready(socket: process.socketPath))
      try process.run()
      return 0
    } catch {
      word?.tell(.failed(exitCode: error.exitCode, line: error.description))
      return error.exitCode
    }
  }

  /// Serves terminals until the session is stopped or nobody was there for long; then the session is saved, and can be
  /// resumed. Throws `unsaved` when the disk did not take what was given last.
  public func run() throws(HostFault) {
    defer { end() }
    closesMemory = true
    ProcessorTurns.takeShort()
    do throws(EventLoopFault) {
      try loop.signals([SIGTERM, SIGINT, SIGHUP]) { [unowned self] signal in
        // Its terminals hang up, not the host.
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
    timer = try loop.timer { [unowned self] in
      host.tick()
      settle()
    }
    settle()
  }

  /// How fast lines are let in, a few before others are heard again: whoever makes one after another must not keep
  /// those waiting who are in.
  private static let entrance = RateLimit(burst: 128, perSecond: 100, turn: 8, backlog: .max)
  private var entries = TokenBucket(entrance, at: EventLoop.boottimeMs())

  private func letIn() {
    do throws(SocketFault) {
      for _ in 0..<HostProcess.entrance.turn {
        let now = EventLoop.boottimeMs()
        guard entries.spend(HostProcess.entrance, at: now) else {
          closedUntilMs = entries.nextMs(HostProcess.entrance)
          break
        }
        guard let line = try listener.accept() else { break }
        _ = host.enter(line, user: line.peer?.uid ?? .max)
      }
    } catch {
      // Trying at once would be trying for ever.
      closedUntilMs = EventLoop.boottimeMs() + 1000
    }
    settle()
  }

  private func watchListener() {
    if let until = closedUntilMs, until <= EventLoop.boottimeMs() { closedUntilMs = nil }
    let listens = closedUntilMs == nil
    guard listens != isListening else { return }
    isListening = listens
    if listens {
      loop.watch(listener.descriptor, reading: { [unowned self] in letIn() })
    } else {
      loop.unwatch(listener.descriptor)
    }
  }

  /// After each callback: watches what is there now, and arms the timer for what is due next.
  private func settle() {
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
    timer?.set(atBoottimeMs: [host.deadlineMs, closedUntilMs].compactMap { $0 }.min())
  }

  /// A closed session's file may be copied at any time, although the host still takes comments.
  private func sealWhenClosed() {
    let count = host.live.session.nextNumber
    guard host.live.session.state.ended != nil, host.live.fault == nil, count != sealedCount else { return }
    sealedCount = count
    // What fails here is done at the end, or by the next host.
    try? journal.seal()
  }

  /// Once a command has been answered: whoever starts a session waits for its screen, and must not wait for this.
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

  /// One turn, for whoever has a loop of their own around it. False when nothing happened in that time.
  func turn(withinMs limit: Int) throws(EventLoopFault) -> Bool { try loop.runOnce(timeoutMs: limit) }

  /// Leaves the session saved, for the next host, and parts from everyone.
  func end() {
    listener.remove()
    journal.close()
    host.empty()
  }

  private static func host(
    on journal: Journal, _ ballots: any BallotStore, _ order: HostOrder
  ) throws(HostFault) -> SessionHost {
    let entries = try HostProcess.journal { () throws(JournalFault) in try journal.entries() }
    let damaged = JournalFault.damaged(path: journal.file.path, entry: 0, what: "it is no opening")
    guard let last = journal.lastClock else { throw .journal(damaged) }
    let time = MachineTime(after: last.at, reading: last.reading)
    guard let live = LiveSession(entries, journal: journal, time: time, ballots: ballots) else {
      throw .journal(damaged)
    }
    return SessionHost(
      live, patience: order.patience, owner: geteuid(), named: SeatFolder(of: journal.file), rateLimit: .people
    ) { HostProcess.notes(beside: order.file) }
  }

  private static func notes(beside file: SessionFile) -> PrivateNotes {
    do throws(JournalFault) {
      let map = try file.readMap()
      return map.entries.isEmpty ? .missing("nothing private was written down for this session") : PrivateNotes(map)
    } catch {
      return .missing(error.what)
    }
  }

  private static func ballots(_ file: SessionFile, _ memory: MemoryFolder?) -> any BallotStore {
    memory?.sweep()
    guard let path = memory?.ballotPath(of: file) else { return ForgetfulBallots() }
    return SplitBallots(padPath: file.ballotPadPath, sumsPath: path)
  }

  private static func make(_ file: SessionFile, _ opening: Entry) throws(JournalFault) -> Journal {
    let reading = ClockReading.now()
    var opening = opening
    opening.at = reading.localTime
    let store = Store(directory: file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "/")
    return try Journal.create(
      in: store, id: file.id, opening: opening, commandID: CommandID.random().text, clock: reading)
  }

  private static func listen(_ order: HostOrder) throws(HostFault) -> (String, SocketListener) {
    do throws(SocketFault) {
      try order.place.prepare()
      let path = try order.place.path(for: order.file.id, store: order.file.realDirectory)
      return (path, try SocketListener(at: path, group: order.place.group))
    } catch {
      throw .socket(error)
    }
  }

  private static func journal<Value>(_ body: () throws(JournalFault) -> Value) throws(HostFault) -> Value {
    do throws(JournalFault) { return try body() } catch { throw .journal(error) }
  }
}

extension SessionFile {
  /// The folder with the session's file, links followed, so that one session has one socket.
  var realDirectory: String {
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard let real = realpath(directory.isEmpty ? "/" : directory, nil) else { return directory }
    defer { free(real) }
    return String(cString: real)
  }
}
