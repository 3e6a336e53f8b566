import CVterm
import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyHost

/// A session that goes on for hours of a virtual clock: a whole host process with its files, its sockets and all that it
/// does when something is due, and ten terminals that come and go.
///
/// Theory: what leaks does so for each thing that happens, so it shows as growth that the entries do not account for.
/// Measured is what this process has allocated while nobody is there, so that neither a terminal nor a line that is still
/// open counts. Nothing else may run in the process: descriptors and memory belong to all of it.
/// Left out: the age of tickets and codes, which their files tell by the machine's own clock.
final class Soak {
  private let house: House
  private let machine: SimulatedMachine
  private var process: HostProcess?
  private let terminals: [SoakTerminal]
  private var people: SimulatedPeople
  private var chance: Chance
  private(set) var given = 0
  /// The entry that each command became, by the command's number; of one size from the start.
  private var entries = [Int32](repeating: -1, count: 200_000)

  private static let prefix = "soak-"

  /// What there is at one moment, with nobody there.
  struct Figures: Hashable {
    var hour = 0
    var entries = 0
    var memory = 0
    var resident = 0
    var descriptors = 0
  }

  init(seed: UInt64) throws {
    chance = Chance(seed: seed)
    // Later than the real clock will be: the timers of the host's own loop never ring by themselves.
    machine = SimulatedMachine(upForMs: EventLoop.boottimeMs() + 1_000_000_000)
    let plan = Plan.quarter.revealing(from: 1)
    people = SimulatedPeople(seed: seed &+ 1_000_003, plan: plan)
    house = try House(Session(opening: plan, id: "q3", at: Table.at).entries[0], clock: machine.reading)
    let own = plan.stakeholders.map(\.id)
    terminals =
      [
        SoakTerminal(.init(role: .facilitator)), SoakTerminal(.init(role: .facilitator)),
        SoakTerminal(.init(role: .cockpit)), SoakTerminal(.init(role: .noteTaker)), SoakTerminal(.init(role: .screen)),
      ] + (own + own[..<1]).map { SoakTerminal(.init(role: .stakeholder, as: $0)) }
    for terminal in terminals {
      terminal.whenAcknowledged = { [unowned self] id, entry in
        if let number = Int(id.text.dropFirst(Soak.prefix.count)) { entries[number] = Int32(entry) }
      }
    }
  }

  /// Opens a host on the session as it stands.
  func open() throws {
    let machine = machine
    process = try HostProcess(house.order, memory: house.memory) { last, reading in
      MachineTime(after: last, reading: reading) { machine.reading }
    }
    try process?.begin()
    try settle()
  }

  /// Ends the host; the session is saved.
  func close() throws {
    process?.end()
    process = nil
    for terminal in terminals { terminal.dropLine() }
  }

  /// Lets an hour pass, with ten minutes in it in which the disk is full.
  func hour() throws {
    for minute in 0..<60 {
      setDisk(isFull: (20..<30).contains(minute))
      for _ in 0..<2 {
        try act()
        try pass(milliseconds: 30_000)
      }
    }
  }

  /// Everyone goes, and the host does what it does in a pause.
  func figures(atHour hour: Int) throws -> Figures {
    for terminal in terminals { terminal.dropLine() }
    try pass(milliseconds: 10_000)
    return Figures(
      hour: hour, entries: process?.host.live.session.nextNumber ?? 0, memory: Int(parley_memory_in_use()),
      resident: Soak.residentBytes, descriptors: House.names(in: "/proc/self/fd").count)
  }

  /// How many commands were acknowledged, refused, told as not saved, and lost: acknowledged and not in the journal.
  func outcome() throws -> (acknowledged: Int, refused: Int, unsaved: Int, lost: Int) {
    let journal = try Journal.open(house.file, access: .reading)
    defer { journal.close() }
    let kept = try journal.kept()
    let told = entries.indices.filter { entries[$0] >= 0 }
    let lost = told.count { number in
      let entry = Int(entries[number])
      return !kept.indices.contains(entry) || kept[entry].commandID != "\(Soak.prefix)\(number)"
    }
    let (refused, unsaved) = terminals.reduce((0, 0)) { ($0.0 + $1.refused, $0.1 + $1.unsaved) }
    return (told.count, refused, unsaved, lost)
  }

  var isWhole: Bool { VerifyReport(house.file).isWhole }

  private static var residentBytes: Int {
    let text = String(decoding: House.bytes(of: "/proc/self/statm"), as: UTF8.self)
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
  }

  // MARK: What happens

  private func act() throws {
    for terminal in terminals where !terminal.isThere && chance.next(3) > 0 { try come(terminal) }
    try settle()
    for _ in 0..<4 {
      let terminal = terminals[chance.next(2) == 0 ? chance.next(3) : chance.next(terminals.count)]
      switch chance.next(20) {
      case 0: terminal.dropLine()
      case 1: terminal.leave()
      case 2, 3: for count in 1...4 { terminal.type("so far \(count)") }
      case 4: terminal.endDraft(as: newID())
      case 5: terminal.endDraft(as: nil)
      case 6: try knock()
      default: say(at: terminal)
      }
      try settle()
    }
  }

  /// By the role alone, as the host's own account may, or with a code for the seat; whoever has a ticket uses that.
  private func come(_ terminal: SoakTerminal) throws {
    guard let process else { return }
    if terminal.hello.pass == nil, terminal.hello.role == .stakeholder, chance.next(2) == 0 {
      let seat = SeatName(.stakeholder, terminal.hello.who)
      terminal.come(to: process.socketPath, withCode: try SeatFolder(of: house.file).code(for: seat))
    } else {
      terminal.come(to: process.socketPath)
    }
  }

  private func say(at terminal: SoakTerminal) {
    for line in people.lines(of: terminal.hello.role, who: terminal.hello.who?.text)
    where !line.hasPrefix("close") && !line.hasPrefix("finalise") {
      terminal.give(line, id: newID())
    }
  }

  /// Somebody tries a wrong code, or asks to be let in and is turned away, or goes.
  private func knock() throws {
    guard let process else { return }
    let code = chance.one(of: ["", "K7QF-2M9X-4TBD"])
    let link = try TerminalLink(to: process.socketPath, hello: .init(role: .screen, isOpen: true, pass: .code(code)))
    try process.settled()
    if let knock = process.host.seats.compactMap(\.knock).last, chance.next(2) == 0 {
      terminals[0].link?.send(.turnAway(knock: knock.number))
      try settle()
    }
    link.close()
  }

  private func newID() -> CommandID {
    given += 1
    return CommandID("\(Soak.prefix)\(given)") ?? .random()
  }

  private func pass(milliseconds: Int64) throws {
    try settle()
    let end = machine.reading.bootMs + milliseconds
    while let process, let due = process.dueMs, due <= end {
      machine.pass(milliseconds: max(1, due - machine.reading.bootMs))
      process.doWhatIsDue()
      try settle()
    }
    machine.pass(milliseconds: max(0, end - machine.reading.bootMs))
  }

  private func settle() throws {
    var isMoving = true
    while isMoving {
      try process?.settled()
      isMoving = terminals.reduce(false) { $1.read() || $0 }
    }
  }

  /// To the host, a file that may not grow is the same as a full disk.
  private func setDisk(isFull: Bool) {
    var limit = rlimit(rlim_cur: isFull ? 1000 : rlim_t.max, rlim_max: rlim_t.max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
