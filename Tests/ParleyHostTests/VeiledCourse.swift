import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire
import TerminalProbe
import TestFixtures

/// A random session over plans that differ only in facts which stay hidden until their step: everything about the later
/// goals, and the features of every goal; and in facts that stay hidden: authority and metric of people (M1).
struct VeiledCourse {
  private(set) var moves: [Move] = []
  private var chance: Chance
  private let kind: SessionKind
  private let goalCount: Int
  /// Goals before this one are the same in all plans.
  private let firstSecret: Int

  enum Seat: Hashable, CaseIterable {
    case facilitator, noteTaker, screen, ana, ben

    var hello: TerminalMessage.Hello { TerminalMessage.Hello(role: role, as: who) }

    var role: ParleyWire.Role {
      switch self {
      case .facilitator: .facilitator
      case .noteTaker: .noteTaker
      case .screen: .screen
      case .ana, .ben: .stakeholder
      }
    }

    private var who: StakeholderID? {
      switch self {
      case .ana: StakeholderID("ana")
      case .ben: StakeholderID("ben")
      default: nil
      }
    }
  }

  enum Move {
    case join(Seat)
    /// `<2>` is the id of the third goal, whatever it is.
    case give(Seat, String)
  }

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    kind = chance.one(of: [.alignment, .alignment, .goalsOnly, .review])
    goalCount = 2 + chance.next(4)
    firstSecret = chance.next(goalCount)
    moves = Seat.allCases.map(Move.join)
    for _ in 0..<(25 + chance.next(30)) { add() }
  }

  private mutating func add() {
    switch chance.next(10) {
    case 0: moves.append(.join(chance.one(of: Seat.allCases)))
    case 1, 2, 3: settle()
    case 4: vote()
    case 5: moves.append(.give(chance.one(of: [.noteTaker, .screen, .ana, .ben]), onlookersLine()))
    default: moves.append(.give(.facilitator, line()))
    }
  }

  private mutating func settle() {
    moves += [
      .give(.ana, "dot green"), .give(.facilitator, "dot ben yellow layer=metric note=high"),
      .give(.facilitator, "confirm"), .give(.facilitator, "next"),
    ]
  }

  private mutating func vote() {
    let goal = chance.next(goalCount)
    moves += [
      .give(.facilitator, "vote open dots=2 max=2"), .give(.ana, "ballot <\(goal)>=1"),
      .give(.ben, "ballot <\(goal)>=2"),
      .give(.facilitator, chance.one(of: ["vote reveal", "vote cancel", "vote cancel", "note waiting"])),
    ]
  }

  private mutating func line() -> String {
    let (goal, other) = (chance.next(goalCount), chance.next(goalCount))
    return chance.one(of: [
      "next", "next", "back", "undo", "undo", "pause", "resume", "note heard", "move <\(goal)> to=q4 because=why",
      "move <\(goal)> to=q3 because=why", "metric <\(goal)> more baseline=1 target=9", "park later goal=<\(goal)>",
      "propose new\(goal) \"A new goal\" timeframe=q4 metric=Count baseline=0 target=3",
      "impact ana gives=time goal=<\(goal)>", "commit ana two goal=<\(goal)>",
      "playbook portfolio <\(goal)> value=3 fit=2 risk=1",
      "conflict first between=ana,ben goal=<\(goal)>", "resolve so because=why", "goto goal:<\(goal)>",
      "confirm <\(goal)>", "defer <\(goal)> decider=ana by=+7d criteria=sums", "drop <\(goal)> because=why",
      "skip <\(goal)> because=late", "rank <\(goal)> 1", "serve P1 goal=<\(goal)>", "request \"a sync\" by=ana",
      "result <\(goal)> actual=4 because=so", "carry-forward <\(goal)> to=q4 because=on", "adjust <\(goal)> name=Other",
      "follow-up ask owner=ana due=+7d", "decide so because=thus", "ack ana", "ack ben", "close",
      "kind goals-only because=why", "move <\(goal)> to=q4 displacing=<\(other)>:q3 because=why",
    ])
  }

  private mutating func onlookersLine() -> String {
    chance.one(of: [
      "dot green goal=s1-0", "dot green goal=s0-9", "park x goal=s1-1", "goto goal:s0-1", "move s0-1 to=q4 because=x",
      "request more",
      "note heard", "reading s0-1 4", "argue ana because", "nonsense", "ballot s1-1=1", "undo",
    ])
  }

  private func plan(_ variant: Int) -> Plan {
    let goals = (0..<goalCount).map { place -> Goal in
      let isSecret = place >= firstSecret
      let word = isSecret ? "s\(variant)-\(place)" : "open-\(place)"
      var goal = Goal(
        id: GoalID(word), name: "Name of \(word)", timeframe: TimeframeID(place % 3 == 2 ? "q4" : "q3"),
        metrics: [Metric(name: "Metric of \(word)", baseline: isSecret ? Double(variant) : 0, target: 90)],
        rationale: "Why \(word)", owner: StakeholderID(isSecret && variant == 1 ? "ben" : "ana"),
        features: [Feature(id: FeatureID("f\(variant)-\(place)"), name: "Feature \(variant)")])
      if kind == .review { goal.last = LastPeriod(target: 5, actual: isSecret ? Double(variant) : 4, result: .missed) }
      if isSecret { goal.boundary = variant == 1 ? .decided : .open }
      return goal
    }
    return Plan(
      title: "Q3", kind: kind,
      timeframes: ["q3", "q4"].map { Timeframe(id: TimeframeID($0), name: $0.uppercased(), capacity: 4) },
      // As in the journals of before: what stands in the map now stood in the plan.
      stakeholders: ["ana", "ben"].map {
        Stakeholder(
          id: StakeholderID($0), name: $0.prefix(1).uppercased() + $0.dropFirst(), metric: "s\(variant)",
          authority: variant == 1 ? .veto : nil)
      }, goals: goals,
      parkingLot: [ParkedIdea(text: "An idea", kind: .feature, goal: goals.last?.id)], timeboxes: Timeboxes(),
      vote: VoteRules(fewest: 1))
  }

  func host(variant: Int) throws -> Hall { try Hall(plan(variant)) }

  /// A host with a clock of its own, and the lines into it.
  final class Hall {
    private let plan: Plan
    private let host: SessionHost
    private var lines: [Seat: (line: ByteLine, end: ParleyHost.Seat)] = [:]
    private var new: [Seat: [UInt8]] = [:]
    private(set) var all: [Seat: [UInt8]] = [:]

    struct NoSession: Error {}

    init(_ plan: Plan) throws {
      self.plan = plan
      let opening = Session(opening: plan, id: "q3", at: Table.at).entries
      let journal = MemoryJournal()
      for entry in opening { _ = try journal.append(entry, commandID: "opening", clock: Table.reading) }
      let time = VirtualTime(start: Table.at, reading: Table.reading)
      guard let live = LiveSession(opening, journal: journal, time: time) else { throw NoSession() }
      host = SessionHost(live)
    }

    var session: Session { host.live.session }

    func play(_ move: Move, _ number: Int) {
      switch move {
      case .join(let seat): join(seat)
      case .give(let seat, let line):
        guard let id = CommandID("m\(number)") else { return }
        let spoken = plan.goals.enumerated().reduce(line) { line, goal in
          line.split(separator: "<\(goal.offset)>", omittingEmptySubsequences: false).joined(
            separator: goal.element.id.text)
        }
        hear(seat, .command(id: id, line: spoken))
      }
    }

    private func join(_ seat: Seat) {
      if let old = lines[seat] {
        old.line.say(.leave)
        host.hear(old.end)
      }
      let line = ByteLine()
      lines[seat] = (line, host.enter(line))
      hear(seat, .hello(seat.hello))
    }

    private func hear(_ seat: Seat, _ message: TerminalMessage) {
      guard let (line, end) = lines[seat] else { return }
      line.say(message)
      host.hear(end)
      for (seat, (line, _)) in lines { collect(line.drain(), seat) }
    }

    private func collect(_ bytes: [UInt8], _ seat: Seat) {
      new[seat, default: []] += bytes
      all[seat, default: []] += bytes
    }

    /// The bytes sent to the seat since the last call.
    func newBytes(of seat: Seat) -> [UInt8] { new.removeValue(forKey: seat) ?? [] }

    /// Whether the seat may see by now something in which the plans differ.
    func uncovers(to seat: Seat) -> Bool {
      let state = session.state
      let isNamed = state.votes.contains { $0.tally != nil } || seat.role == .stakeholder && state.voteIsOpen
      let isSeen = state.goals.contains { $0.isPresented && $0.id.text.hasPrefix("s") }
      let isPast = state.isVisited(.review) && plan.goals.contains { $0.last != nil }
      return isNamed || isSeen || isPast || state.showsFeatures
    }
  }
}
