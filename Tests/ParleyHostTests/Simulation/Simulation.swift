import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyHost

/// A host, its ten terminals, its journal on a disk that fails, and its machine's clocks, in one process; what happens to
/// them is all of one seed.
///
/// Theory: as in TigerBeetle's VOPR, everything that could differ between two runs is simulated, so that a run is its
/// seed, and what goes wrong in one goes wrong again. After every step the laws of ``SimulationLaws`` are held against
/// what there is. Left out on purpose: real sockets, real processes and what a kernel does when one is killed in the midst
/// of a commit; those are for `FaultRunTests`.
final class Simulation {
  let seed: UInt64
  /// How many entries a host knows at least; nil for all of them.
  let known: Int?
  let house: House
  let machine = SimulatedMachine()
  let terminals: [SimulatedTerminal]
  private(set) var host: SessionHost?
  private(set) var disk: SimulatedDisk?
  private(set) var reached = Reach()
  /// What the file had in the end.
  private(set) var entries: [Entry] = []
  /// What happened, step by step.
  private(set) var trace: [String] = []
  /// What was given under which id.
  private(set) var lines: [String: String] = [:]
  private var chance: Chance
  private var people: SimulatedPeople
  private var given = 0
  /// The moment at which the host is to die within a step; nil when it is not to.
  private var death: Death?

  /// A death between two of the things that a host does for one command.
  private struct Death {
    /// How many moments it still has.
    var left: Int
    /// What is on the disk and in memory then; nil before.
    var files: [String: [UInt8]]?
  }

  /// How much of each thing happened: chance that does nothing would show nothing.
  struct Reach {
    var acknowledged = 0
    var failures = 0
    var crashes = 0
    /// Of the machine while people vote: with it goes what was in memory.
    var restarts = 0
    var lost = 0
    /// Deaths of a host in the midst of a ballot.
    var midway = 0
    var events: Set<String> = []
  }

  /// The session that a step is to be held against; thrown where there is none.
  struct NoHost: Error {}

  init(seed: UInt64) throws {
    self.seed = seed
    known = seed % 2 == 0 ? nil : 3
    chance = Chance(seed: seed)
    let plan = Simulation.plan(&chance)
    people = SimulatedPeople(seed: seed &+ 1_000_003, plan: plan)
    house = try House(Session(opening: plan, id: "q3", at: Table.at).entries[0], clock: machine.reading)
    let own = plan.stakeholders.map(\.id)
    terminals =
      [
        SimulatedTerminal("facilitator", .init(role: .facilitator)),
        SimulatedTerminal("second", .init(role: .facilitator)),
        SimulatedTerminal("cockpit", .init(role: .cockpit)), SimulatedTerminal("note-taker", .init(role: .noteTaker)),
        SimulatedTerminal("screen", .init(role: .screen)),
      ]
      + (own + own[..<1]).enumerated().map { place, who in
        SimulatedTerminal("\(who) \(place)", .init(role: .stakeholder, as: who))
      }
  }

  /// The quarter of the examples, of any kind, with what kinds of their own are prepared with.
  private static func plan(_ chance: inout Chance) -> Plan {
    // Most people have a terminal of their own, at which alone they vote.
    var plan = Plan.quarter.revealing(from: 1)
    plan.kind = chance.one(of: [.alignment, .alignment, .alignment] + SessionKind.allCases)
    if plan.kind == .review { plan.goals[0].last = LastPeriod(target: 30, actual: 25, result: .missed) }
    plan.timeframes[0].capacity = 2 + chance.next(3)
    plan.goals[2].timeframe = plan.timeframes[chance.next(2)].id
    plan.vote.step = chance.next(3) == 0
    return plan
  }

  /// - Parameter isHeld: whether the laws are held after each step, and not only in the end.
  func run(steps: Int, isHeld: Bool = true) throws {
    try start()
    for number in 0..<steps {
      try step()
      for terminal in terminals { terminal.read() }
      if isHeld { try holdLaws(replaying: number % 8 == 0) }
    }
    try mend()
    try holdAtTheEnd()
  }

  /// Takes down what came to pass in the whole run.
  func reach(_ entries: [Entry]) {
    reached.acknowledged = terminals.reduce(0) { $0 + $1.acknowledged.count }
    reached.events = Set(entries.flatMap(\.events).compactMap { $0.json["event"]?.text })
    reached.failures += disk?.failures ?? 0
    self.entries = entries
  }

  // MARK: What happens

  private func step() throws {
    switch chance.next(100) {
    case 0..<70: say()
    case 70, 71: try dieMidway()
    case 72..<79: pass(milliseconds: Int64(chance.next(400_000)))
    case 79: pass(milliseconds: Int64(1 + chance.next(60)) * 3_600_000)
    case 80: note("wall") { machine.setWall(by: Int64(chance.next(200_000_000)) - 100_000_000) }
    case 81..<85: lose { $0.dropLine() }
    case 85: lose { $0.die() }
    case 86..<89: fail(.full)
    case 89: fail(.silent)
    case 90: try dieUnheard()
    case 91..<96: fail(.well)
    case 96: try resume("killed") { crash() }
    case 97:
      try resume("restarted") {
        // While an entry is in doubt, a vote may be open that the host knows nothing of.
        if let live = host?.live, live.session.state.voteIsOpen || live.fault != nil { reached.restarts += 1 }
        crash()
        machine.restart()
        // With the power goes what was in memory.
        for name in House.names(in: house.memory.path) { unlink("\(house.memory.path)/\(name)") }
      }
    case 98: try resume("stopped") { stop() }
    default: note("insist") { terminals[chance.next(terminals.count)].insist() }
    }
    for terminal in terminals where !terminal.isConnected && chance.next(3) > 0 { connect(terminal) }
  }

  private func note(_ what: String, _ doing: () throws -> Void) rethrows {
    trace.append("\(what) \(trace.count)")
    try doing()
  }

  private func say() {
    // Whoever leads says most.
    let terminal = terminals[chance.next(2) == 0 ? chance.next(3) : chance.next(terminals.count)]
    for line in people.lines(of: terminal.hello.role, who: terminal.hello.who?.text) { give(line, at: terminal) }
  }

  private func give(_ line: String, at terminal: SimulatedTerminal) {
    given += 1
    guard let id = CommandID("s\(seed)-\(given)") else { return }
    lines[id.text] = line
    note("\(terminal.name): \(line)") { terminal.give(line, id: id) }
  }

  private func pass(milliseconds: Int64) {
    note("\(milliseconds) ms") {
      machine.pass(milliseconds: milliseconds)
      host?.tick()
    }
  }

  private func lose(_ how: (SimulatedTerminal) -> Void) {
    let terminal = terminals[chance.next(terminals.count)]
    note("lost: \(terminal.name)") { how(terminal) }
    reached.lost += 1
  }

  private func fail(_ health: SimulatedDisk.Health) { note("disk \(health)") { disk?.health = health } }

  /// A host that dies with an entry on its disk that it knows nothing of: nobody has been told.
  private func dieUnheard() throws {
    fail(.silent)
    for _ in 0...chance.next(3) { say() }
    try resume("killed unheard") { crash() }
  }

  /// A host that dies while people vote, between any two of: the ballots kept in one half and the other, the entry on the
  /// disk, the ballots kept again. The terminals have what they were told until then.
  private func dieMidway() throws {
    guard host?.live.session.state.ended == nil else { return }
    fail(.well)
    for terminal in terminals where !terminal.isConnected { connect(terminal) }
    for line in ["resume", "next", "goto goal:churn", "vote cancel", "vote open dots=3 max=2"] {
      give(line, at: terminals[0])
    }
    death = Death(left: 1 + chance.next(24))
    for terminal in terminals where terminal.hello.role == .stakeholder && death?.files == nil {
      give(people.ballot(), at: terminal)
    }
    guard let files = death?.files else {
      death = nil
      return
    }
    reached.midway += 1
    try resume("killed midway") {
      crash()
      house.hold(files)
      death = nil
    }
    if chance.next(2) == 0 { give("vote reveal", at: terminals[0]) }
  }

  private func passMoment() {
    guard death != nil, death?.files == nil else { return }
    death?.left -= 1
    guard death?.left == 0 else { return }
    death?.files = house.files()
    // Whatever it goes on to say, nobody hears.
    for seat in host?.seats ?? [] { seat.line.close() }
  }

  private func resume(_ what: String, _ ending: () -> Void) throws {
    try note(what) {
      ending()
      reached.crashes += 1
      try start()
    }
  }

  /// Nobody is told; what the host had in memory is gone.
  private func crash() {
    for seat in host?.seats ?? [] { seat.line.close() }
    leaveDisk()
  }

  private func stop() {
    host?.stop()
    host?.putAway()
    host?.empty()
    leaveDisk()
  }

  private func leaveDisk() {
    reached.failures += disk?.failures ?? 0
    disk?.journal.close()
    (host, disk) = (nil, nil)
    for terminal in terminals { terminal.read() }
  }

  private func start() throws {
    let journal = try Journal.open(house.file, access: .holder)
    let session = if let known { try journal.session(knowing: known) } else { try journal.session() }
    let disk = SimulatedDisk(journal)
    let machine = machine
    let last = try #require(journal.lastClock)
    let time = MachineTime(after: last.at, reading: last.reading) { machine.reading }
    let ballots = SplitBallots(padPath: house.file.ballotPadPath, sumsPath: house.memory.path + "/q3.ballots")
    let live = LiveSession(session, journal: disk, time: time, ballots: ballots, knowing: known)
    ballots.afterStep = { [unowned self] in passMoment() }
    disk.atEachMoment = { [unowned self] in passMoment() }
    self.disk = disk
    host = SessionHost(live, owner: MemoryHost.owner) { PrivateNotes(StakeholderMap()) }
    for terminal in terminals { connect(terminal) }
  }

  private func connect(_ terminal: SimulatedTerminal) {
    guard let host else { return }
    let (near, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    let seat = host.enter(far, user: MemoryHost.owner)
    far.whenArriving { [weak host, weak seat] in
      if let host, let seat { host.hear(seat) }
    }
    terminal.connect(over: near)
  }

  /// All is well again, until everyone has an answer to everything.
  private func mend() throws {
    disk?.health = .well
    for _ in 0..<3 {
      pass(milliseconds: 2000)
      for terminal in terminals where !terminal.isConnected { connect(terminal) }
      for terminal in terminals { terminal.read() }
    }
  }
}
