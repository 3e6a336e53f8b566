import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyScreens
import ParleyTerminal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyUI

/// A host in memory and one terminal on it: keys go in, and what the terminal shows can be looked at.
struct Room {
  private let host: MemoryHost
  private let disk: RoomDisk
  private var line: TerminalLink
  var model: TerminalModel
  var now: Instant
  var size = Size(columns: 120, rows: 34)
  /// What was done besides sending.
  var effects: [Effect] = []
  /// How often the host was asked whether it is there.
  private(set) var pings = 0
  /// The lines that reached the host.
  var lines: [String] = []
  /// The words that the host was told of while they were typed.
  private(set) var draftsTold: [Draft] = []
  /// While true, what is sent is lost.
  var isHostAway = false
  /// While true, commands do not reach the host yet.
  var isHostSlow = false
  private var keptBack: [(id: CommandID, line: String, seen: Int?)] = []
  /// Whether what the host says is being heard: what comes meanwhile is heard after it.
  private var isHearing = false
  /// What the terminal foresaw when it gave its last command, as far as the host has borne it out.
  private var speculation: SpeculativeFrame?
  /// How many pictures were shown as they had been foreseen.
  private(set) var foreseen = 0

  init(_ plan: Plan = .workshop, speaker: Speaker = .facilitator, keymap: Keymap = .standard) {
    let opened = Instant(CalendarDate("2027-06-28")!, hour: 14)
    let entries = Session(opening: plan, id: "q3", at: opened).entries
    let model = TerminalModel(speaker: speaker, commandPrefix: CommandID("t1")!, keymap: keymap)
    self.init(RoomDisk(MemoryJournal(entries.map(\.kept))), model, at: opened)
    welcome()
  }

  /// A terminal of someone else's in the same session.
  init(in other: Room, speaker: Speaker) {
    (host, disk, now) = (other.host, other.disk, other.now)
    model = TerminalModel(speaker: speaker, commandPrefix: CommandID("t2")!)
    line = host.terminal(model.speaker.hello)
    hearHost()
  }

  private init(_ disk: RoomDisk, _ model: TerminalModel, at now: Instant) {
    host = MemoryHost(goingOnWith: disk.journal.kept, journal: disk)!
    line = host.terminal(model.speaker.hello)
    (self.disk, self.model, self.now) = (disk, model, now)
  }

  /// The same room, with a host of its own from here on: what is done in one is not done in the other.
  func branch() -> Room {
    var room = Room(RoomDisk(MemoryJournal(disk.journal.kept)), model, at: now)
    room.size = size
    // It has been told what it is told first; only what comes after that is new.
    _ = room.line.receive()
    return room
  }

  /// The terminal comes to the host anew.
  mutating func welcome() {
    line.close()
    line = host.terminal(model.speaker.hello)
    hearHost()
  }

  var session: Session { host.session }
  var state: State { session.state }

  /// Whether the disk takes nothing.
  var isDiskFull: Bool {
    get { disk.isFull }
    nonmutating set { disk.isFull = newValue }
  }

  mutating func hear(_ message: HostMessage) {
    if speculation?.hear(message) == false { speculation = nil }
    carryOut(model.handle(message: message, at: now))
  }

  /// Hears what was done at other terminals.
  mutating func hear() {
    hearHost()
    carryOut(model.tick(at: now, size: size))
  }

  /// Hears all that the host has said so far.
  private mutating func hearHost() {
    guard !isHearing else { return }
    isHearing = true
    defer { isHearing = false }
    while case let messages = line.receive(), !messages.isEmpty { for message in messages { hear(message) } }
  }

  /// Presses keys by their names, parted by spaces: `n g g enter`.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") { press(Key(name: String(name))!) }
  }

  mutating func press(_ key: Key) {
    carryOut(model.handle(key: key, at: now))
    carryOut(model.tick(at: now, size: size))
    _ = frame
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Gives a command on the `:` line.
  mutating func give(_ line: String) {
    press(":")
    type(line)
    press("enter")
  }

  /// Lets time pass, second by second, as the clock of a terminal does.
  mutating func wait(_ seconds: Int) {
    let end = now.adding(seconds: seconds)
    while let next = model.nextMoment(after: now), next <= end {
      now = next
      carryOut(model.tick(at: now, size: size))
    }
    now = end
  }

  var frame: Frame { model.frame(size: size, at: now, depth: .trueColor, showsUnicode: true) }

  /// What stands on the screen, row by row.
  var screen: String {
    let frame = frame
    return (0..<size.rows).map { row in
      (0..<size.columns).map { frame[$0, row].text }.joined()
    }.joined(separator: "\n")
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(.ping):
        pings += 1
        if !isHostAway, !isHostSlow { say(.ping) }
      case .send(.draft(let draft)):
        draftsTold.append(draft)
        if !isHostAway { line.send(.draft(draft)) }
      case .send(.command(let id, let line, let seen)):
        if isHostAway { continue }
        if isHostSlow { keptBack.append((id, line, seen)) } else { giveForeseen(id, line, seen) }
      default: self.effects.append(effect)
      }
    }
  }

  private mutating func say(_ message: TerminalMessage) {
    host.pass(to: now)
    line.send(message)
    hearHost()
  }

  private mutating func give(_ id: CommandID, _ text: String, _ seen: Int?) {
    if !isDiskFull { lines.append(text) }
    say(.command(id: id, line: text, seen: seen))
  }

  /// Gives it, and holds the picture that the terminal made meanwhile against the one that it would make now.
  private mutating func giveForeseen(_ id: CommandID, _ text: String, _ seen: Int?) {
    speculation = model.speculativeFrame(at: now, size: size, depth: .trueColor, showsUnicode: true)
    give(id, text, seen)
    guard let speculation, speculation.holds(at: now, size: size) else { return }
    carryOut(model.tick(at: now, size: size))
    #expect(speculation.frame == frame, "\(text)")
    #expect(speculation.footer?.hints == model.footer?.hints, "\(text)")
    self.speculation = nil
    foreseen += 1
  }

  /// Lets a slow host answer what it has been given so far, or one whose disk is back try again.
  mutating func answerNext() {
    if keptBack.isEmpty {
      host.pass(seconds: 1)
      hearHost()
    } else {
      let kept = keptBack.removeFirst()
      give(kept.id, kept.line, kept.seen)
    }
  }

  /// What is told when someone gives these commands elsewhere, by default at another terminal of the facilitator.
  mutating func hearElsewhere(_ lines: String..., by speaker: Speaker = .facilitator) throws {
    for text in lines {
      host.pass(to: now)
      if case .refused(let refusal) = host.give(text, by: speaker) { throw refusal }
      hearHost()
      carryOut(model.tick(at: now, size: size))
    }
  }

  /// The host takes what it was given last, and dies before it answers.
  mutating func dieTaking() throws {
    line.close()
    host.pass(to: now)
    for kept in keptBack {
      if case .refused(let refusal) = host.give(kept.line, by: model.speaker, id: kept.id) { throw refusal }
    }
    keptBack = []
    carryOut(model.loseHost(at: now))
  }
}

/// A disk in memory that can be full.
private final class RoomDisk: EntryStore {
  let journal: MemoryJournal
  var isFull = false

  init(_ journal: MemoryJournal) { self.journal = journal }

  func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    guard !isFull else { throw .diskFull(path: "q3") }
    return try journal.append(entry, commandID: commandID, clock: clock)
  }

  func recover() throws(JournalFault) -> [JournalEntry] {
    guard !isFull else { throw .diskFull(path: "q3") }
    return []
  }

  func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry] { try journal.entries(range) }
  func number(ofCommand id: String) -> Int? { journal.number(ofCommand: id) }
  func command(ofEntry number: Int) -> String? { journal.command(ofEntry: number) }
  func keep(_ words: PrivateWords) { journal.keep(words) }
}

extension Entry {
  fileprivate var kept: JournalEntry { JournalEntry(entry: self, commandID: "opening", clock: .now()) }
}

extension Speaker {
  fileprivate var hello: TerminalMessage.Hello {
    let seat = SeatName(text)
    return TerminalMessage.Hello(role: seat.role, as: seat.who)
  }
}

extension Plan {
  /// Four people and three goals, with every step.
  static var workshop: Plan {
    var plan = Plan(
      title: "Q3 alignment", minutes: 90, context: Context(context: "Churn rose."),
      boundary: Boundary(decided: ["Head count"]),
      timeframes: Timeframe.quarters,
      stakeholders: zip(Stakeholder.cast, [Authority.decides, .veto, .advises, .advises]).map { $0.being(nil, $1) },
      goals: [
        .with("activation", "Improve activation rate", from: 25, to: 40, features: ["checklist"]),
        .with("churn", "Reduce monthly churn", from: 8, to: 5, features: ["health"]),
        .with("deal-close", "Accelerate deal-to-close time", from: 42, to: 30, features: ["crm"]),
      ],
      parkingLot: [ParkedIdea(text: "Push notifications", by: StakeholderID("cs-head"), kind: .feature)],
      askOrder: ["cs-head", "vp-eng", "vp-sales", "ceo"].map { StakeholderID($0) })
    plan.shows = [.authority]
    return plan
  }
}

extension Goal {
  static func with(_ id: String, _ name: String, from: Double, to: Double, features: [String]) -> Goal {
    Goal(
      id: GoalID(id), name: name, timeframe: TimeframeID("q3"),
      metrics: [Metric(name: "Measure of \(id)", unit: "%", baseline: from, target: to)],
      features: features.map { Feature(id: FeatureID($0), name: "Feature \($0)") }, capacity: 1)
  }
}
