import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

/// A small session: two people, two goals, one timeframe.
enum Table {
  static let at = Instant(CalendarDate(daysSince1970: 21_000), hour: 14)
  static let plan = Plan(
    title: "Q3",
    timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3")],
    stakeholders: [
      Stakeholder(id: StakeholderID("ana"), name: "Ana"), Stakeholder(id: StakeholderID("ben"), name: "Ben"),
    ],
    goals: ["churn", "speed"].map { name in
      Goal(
        id: GoalID(name), name: name, timeframe: TimeframeID("q3"),
        metrics: [Metric(name: name, baseline: 8, target: 5)])
    },
    timeboxes: Timeboxes(), vote: VoteRules(fewest: 1))
  static let reading = ClockReading(bootID: "boot", bootMs: 1_000_000, wallMs: 1_700_000_000_000)

  static func opening(_ id: String = "q3") -> Entry { Session(opening: plan, id: id, at: at).entries[0] }

  static func kept() -> [JournalEntry] { [JournalEntry(entry: opening(), commandID: "opening", clock: reading)] }

  static func host(_ journal: any EntryStore = MemoryJournal()) throws -> MemoryHost {
    try MemoryHost(opening: plan, id: "q3", at: at, journal: journal)
  }
}

extension Session {
  /// The state as someone with this role should have it.
  func asKnown(by role: ParleyWire.Role) -> State {
    switch role {
    case .facilitator, .cockpit: state
    case .stakeholder: seen(by: .voter).state
    case .noteTaker, .screen: seen(by: .room).state
    }
  }
}

/// A journal on a disk that can fail.
final class FailingJournal: EntryStore {
  func keep(_ words: PrivateWords) {}

  private(set) var kept: [JournalEntry] = []
  /// Set while the disk does not take anything.
  var fault: JournalFault?
  /// Whether an entry that failed turns up at recovery: the commit was on disk when the error came.
  var keepsWhatFails = false
  private var found: [JournalEntry] = []
  private var isInDoubt = false
  /// Called just before an entry is written.
  var onAppend: (Entry) -> Void = { _ in }

  static let full = JournalFault.diskFull(path: "/store/q3.parley")

  func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    onAppend(entry)
    let new = JournalEntry(entry: entry, commandID: commandID, clock: clock)
    guard !isInDoubt else { throw .io(path: "", why: "not recovered") }
    if let fault {
      isInDoubt = true
      if keepsWhatFails { found.append(new) }
      throw fault
    }
    if let number = number(ofCommand: commandID) { return number }
    kept.append(new)
    return entry.number
  }

  func recover() throws(JournalFault) -> [JournalEntry] {
    if let fault { throw fault }
    isInDoubt = false
    kept += found
    defer { found = [] }
    return found
  }

  func entries(_ range: Range<Int>) throws(JournalFault) -> [Entry] { kept[range].map(\.entry) }

  func number(ofCommand id: String) -> Int? { kept.last { $0.commandID == id }?.entry.number }

  func command(ofEntry number: Int) -> String? { kept.last { $0.entry.number == number }?.commandID }

  var lines: [String] { kept.map(\.entry.line) }
}

extension HostMessage {
  fileprivate var isPresence: Bool { if case .present = self { true } else { false } }
}

extension TerminalLink {
  /// What it is told besides who has come or gone.
  func heard() -> [HostMessage] { receive().filter { !$0.isPresence } }
}

extension BidirectionalCollection<HostMessage> {
  /// Who was connected when that was told last.
  var present: [Presence]? {
    reduce(into: nil) { present, message in
      if case .present(let now) = message { present = now }
    }
  }

  /// The lines of the entries among them.
  var lines: [String] {
    compactMap { message in
      switch message {
      case .entry(let entry), .entryAnew(let entry, _): entry.line
      default: nil
      }
    }
  }

  /// The messages that are no entries.
  var rest: [HostMessage] {
    filter { message in
      switch message {
      case .entry, .entryAnew, .present: false
      default: true
      }
    }
  }

  /// Whether the last of them is a snapshot: the terminal has joined, and nothing has happened since, whoever else has
  /// come or gone.
  var endWithJoining: Bool {
    if case .snapshot? = last(where: { !$0.isPresence }) { true } else { false }
  }

  /// The session of a terminal that received them.
  var replica: Session? {
    reduce(into: nil) { session, message in
      switch message {
      case .snapshot(let snapshot): session = Session(snapshot)
      case .entry(let entry): session?.append(entry)
      case .entryAnew(let entry, let snapshot): session?.append(entry, anew: snapshot)
      default: break
      }
    }
  }
}
