import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyWire
import TerminalProbe
import TestFixtures

/// A random session: its people and its events, without its secrets.
struct RandomSession {
  let plan: Plan
  private(set) var moves: [Move] = []
  private var chance: Chance

  /// An event of the session.
  enum Move {
    /// A terminal comes in, or comes back: which seat.
    case join(Seat)
    case give(Seat, String)
    /// Someone casts a ballot at their own terminal. The secret decides which of the vote's ballots it is.
    case ballot(StakeholderID, place: Int, of: [String])
    case pass(seconds: Int)
    /// The facilitator notes something for the cockpit alone. The secret says what.
    case privateNote(Seat)
  }

  enum Seat: Hashable {
    case facilitator, second, noteTaker, screen, cockpit
    case own(StakeholderID)

    var hello: TerminalMessage.Hello {
      switch self {
      case .facilitator, .second: .init(role: .facilitator)
      case .noteTaker: .init(role: .noteTaker)
      case .screen: .init(role: .screen)
      case .cockpit: .init(role: .cockpit)
      case .own(let who): .init(role: .stakeholder, as: who)
      }
    }
  }

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    plan = RandomSession.plan(&chance)
    moves = ([.facilitator, .cockpit] + people.map { .own($0) }).map(Move.join)
    for _ in 0..<(20 + chance.next(25)) { add() }
  }

  private var people: [StakeholderID] { plan.stakeholders.map(\.id) }
  private var goals: [GoalID] { plan.goals.map(\.id) }
  private var seats: [Seat] { [.facilitator, .second, .noteTaker, .screen, .cockpit] + people.map { .own($0) } }

  private static func plan(_ chance: inout Chance) -> Plan {
    let people = (0..<(2 + chance.next(5))).map { Stakeholder(id: StakeholderID("p\($0)"), name: "Person \($0)") }
    let goals = (0..<(2 + chance.next(3))).map { number in
      Goal(
        id: GoalID("g\(number)"), name: "Goal \(number)", timeframe: TimeframeID("q3"),
        metrics: [Metric(name: "Measure \(number)", baseline: 8, target: 5)])
    }
    return Plan(
      title: "Q3", timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3", capacity: 3)], stakeholders: people,
      goals: goals, timeboxes: Timeboxes(), vote: VoteRules(fewest: 2),
      askOrder: chance.next(2) == 0 ? people.map(\.id) : people.map(\.id).reversed())
  }

  private mutating func add() {
    switch chance.next(12) {
    case 0: moves.append(.join(chance.one(of: seats)))
    case 1: moves.append(.pass(seconds: chance.next(400)))
    case 2: vote()
    case 6: moves.append(.privateNote(chance.one(of: [.facilitator, .cockpit])))
    case 3, 4, 5: settle()
    default: moves.append(.give(chance.one(of: seats), line()))
    }
  }

  /// Everyone gives a dot, at their own terminal or said aloud, and the session goes on.
  private mutating func settle() {
    for who in people {
      let dot = "dot \(who) \(chance.one(of: ["green", "green", "yellow layer=metric note=\"too much\"", "abstain"]))"
      moves.append(.give(chance.next(2) == 0 ? .own(who) : .facilitator, dot))
    }
    moves += [.give(.cockpit, "confirm"), .give(.facilitator, "next")]
  }

  /// Everyone votes. Each secret deals the ballots out differently, so that the sums are the same.
  private mutating func vote() {
    moves += people.map { .give(.facilitator, "arrive \($0)") } + [.give(.facilitator, "vote open dots=3 max=2")]
    let ballots = people.map { _ in "ballot \(chance.one(of: goals))=\(1 + chance.next(2))" }
    for (place, who) in people.enumerated() {
      moves.append(.ballot(who, place: place, of: ballots))
      if chance.next(4) == 0 { moves.append(.join(chance.one(of: seats))) }
    }
    moves.append(.give(.facilitator, chance.one(of: ["vote reveal", "vote reveal", "vote cancel"])))
  }

  private mutating func line() -> String {
    let who = chance.one(of: people)
    let goal = chance.one(of: goals)
    return chance.one(of: [
      "next", "back", "undo", "pause", "resume", "note \"a word\"", "park \"later\" by=\(who)",
      "request \"a sync\" by=\(who)", "dot \(who) red layer=horizon", "dot \(who) green goal=\(goal)",
      "confirm \(goal)",
      "leave \(who)", "arrive \(who)", "heard \(who)", "conflict \"what first\" between=\(people[0]),\(people[1])",
      "argue \(who) \"because\" interest=calm", "resolve \"so be it\" because=why", "ack \(who)",
      "ack \(who) caveat=\"not yet\"", "answer \(who) \"soon\"", "decide \"so\" because=\"thus\"", "extend 5",
      "rebalance",
      "rebalance end=15:40",
      "follow-up \"ask\" owner=\(who) due=+7d", "goto goal:\(goal)", "close", "nonsense", "dot",
    ])
  }
}

extension RandomSession {
  /// The secrets of a session.
  struct Secret {
    var map: StakeholderMap
    /// The people as the plan's file gives them to everyone, with authority and metric written beside each.
    var people: [Stakeholder]
    /// What the facilitator notes for the cockpit alone.
    var note: String
    /// By how many places the ballots of a vote are dealt on.
    var deal: Int
  }

  /// One set of secrets, with words that occur nowhere else.
  func secret(_ number: Int) -> Secret {
    var chance = Chance(seed: UInt64(number) &* 977)
    func word() -> String { "secret\(number)x\(chance.next(1_000_000))" }
    let entries = plan.stakeholders.map { person in
      (
        person.id,
        StakeholderMap.Entry(
          influence: chance.one(of: StakeholderMap.Influence.allCases), interest: word(),
          alignment: chance.one(of: StakeholderMap.Alignment.allCases),
          objections: (0..<chance.next(4)).map { _ in .init(word(), goal: GoalID(word()), layer: .metric) },
          requests: [.init(word(), goal: GoalID(word()))],
          salience: StakeholderMap.Salience.allCases.filter { _ in chance.next(2) == 0 }, message: word(),
          survey: StakeholderMap.Survey(outcome: word(), worry: word(), nonNegotiable: word()),
          follows: StakeholderID(word()))
      )
    }
    var map = StakeholderMap(entries: Dictionary(entries) { first, _ in first })
    let told = plan.stakeholders.map { person in
      "  - {id: \(person.id), name: \(person.name), authority: \(chance.one(of: Authority.allCases)), metric: \(word())}"
    }
    let reading = PlanReading(text: RandomSession.planText(told), name: "plan.yaml")
    for (who, entry) in reading.map?.entries ?? [:] {
      map.entries[who]?.authority = entry.authority
      map.entries[who]?.metric = entry.metric
    }
    return Secret(map: map, people: reading.plan?.stakeholders ?? [], note: word(), deal: number)
  }

  private static func planText(_ people: [String]) -> String {
    """
    parley: 1
    title: Q3
    timeframes: [{id: q3, name: Q3}]
    goals: [{id: g0, name: Goal, timeframe: q3, metric: {name: Measure, baseline: 8, target: 5}}]
    stakeholders:
    \(people.joined(separator: "\n"))

    """
  }

  /// Plays it, and returns every byte sent to each seat, and the number of entries.
  ///
  /// - Parameter isOfBefore: whether its plan has authority and metric, as the plans of earlier programs had.
  func bytes(_ secret: Secret, isOfBefore: Bool = false) throws -> (sent: [Seat: [UInt8]], entries: Int) {
    var plan = plan
    plan.stakeholders = secret.people
    for index in plan.stakeholders.indices where isOfBefore {
      let entry = secret.map.entries[plan.stakeholders[index].id]
      (plan.stakeholders[index].authority, plan.stakeholders[index].metric) = (entry?.authority, entry?.metric)
    }
    let theatre = try Theatre(plan, secret.map)
    for (number, move) in moves.enumerated() {
      switch move {
      case .join(let seat): theatre.join(seat)
      case .pass(let seconds): theatre.time.pass(seconds: seconds)
      case .privateNote(let seat): theatre.give(seat, "note \(secret.note) private=true", "m\(number)")
      case .give(let seat, let line): theatre.give(seat, line, "m\(number)")
      case .ballot(let who, let place, let ballots):
        theatre.give(.own(who), ballots[(place + secret.deal) % ballots.count], "m\(number)")
      }
    }
    return (theatre.sent, theatre.host.live.session.entries.count)
  }

  /// A host with a clock and ids of its own, and the lines into it.
  private final class Theatre {
    let time = VirtualTime(start: Table.at, reading: Table.reading)
    let host: SessionHost
    private(set) var sent: [Seat: [UInt8]] = [:]
    private var lines: [Seat: (line: ByteLine, seat: ParleyHost.Seat)] = [:]

    struct NoSession: Error {}

    init(_ plan: Plan, _ map: StakeholderMap) throws {
      let opening = Session(opening: plan, id: "q3", at: Table.at).entries
      let journal = MemoryJournal()
      for entry in opening { _ = try journal.append(entry, commandID: "opening", clock: Table.reading) }
      guard let live = LiveSession(opening, journal: journal, time: time) else { throw NoSession() }
      host = SessionHost(live) {
        var map = map
        map.notes = journal.map.notes
        return PrivateNotes(map)
      }
    }

    func join(_ seat: Seat) {
      if let old = lines[seat] {
        old.line.say(.leave)
        host.hear(old.seat)
      }
      let line = ByteLine()
      lines[seat] = (line, host.enter(line))
      hear(seat, .hello(seat.hello))
    }

    func give(_ seat: Seat, _ line: String, _ id: String) {
      if lines[seat] == nil { join(seat) }
      guard let id = CommandID(id) else { return }
      hear(seat, .command(id: id, line: line))
    }

    private func hear(_ seat: Seat, _ message: TerminalMessage) {
      guard let (line, end) = lines[seat] else { return }
      line.say(message)
      host.hear(end)
      collect()
    }

    private func collect() {
      for (seat, (line, _)) in lines { sent[seat, default: []] += line.drain() }
    }
  }
}
