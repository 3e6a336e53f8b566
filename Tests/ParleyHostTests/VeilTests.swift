import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire
import TerminalProbe
import TestFixtures
import Testing

@Suite("Goals that are not presented leave the host only for terminals that lead")
struct VeilTests {
  @Test(
    "Two plans that differ in goals not presented, and in features not shown, send everyone else the same bytes",
    .tags(.slow), arguments: 0..<Sweep.runs(40, whole: 400))
  func everyByte(seed: Int) throws {
    let course = VeiledCourse(seed: UInt64(seed))
    let (one, other) = (try course.host(variant: 0), try course.host(variant: 1))
    var uncovered: Set<VeiledCourse.Seat> = []
    for (number, move) in course.moves.enumerated() {
      one.play(move, number)
      other.play(move, number)
      for seat in VeiledCourse.Seat.allCases {
        let (sent, wanted) = (one.newBytes(of: seat), other.newBytes(of: seat))
        if one.uncovers(to: seat) || other.uncovers(to: seat) { uncovered.insert(seat) }
        if seat != .facilitator, !uncovered.contains(seat) {
          #expect(sent == wanted, "\(seat) at \(number), \(move), in session \(seed)")
        }
      }
    }
    let (leading, wanted) = (one.all[.facilitator], other.all[.facilitator])
    #expect(leading != wanted)
  }

  @Test("The random sessions present goals, take that back, vote, reveal, and move goals that nobody has seen")
  func reach() throws {
    var reached: Set<String> = []
    for seed in 0..<40 {
      let course = VeiledCourse(seed: UInt64(seed))
      let host = try course.host(variant: 0)
      for (number, move) in course.moves.enumerated() { host.play(move, number) }
      let entries = host.session.entries
      reached.formUnion(entries.filter { !$0.takenBack.isEmpty }.map { _ in "undo" })
      reached.formUnion(entries.flatMap(\.events).map(Self.name))
      if host.session.state.showsFeatures { reached.insert("features") }
      if host.session.state.goals.contains(where: { !$0.isPresented }) { reached.insert("left covered") }
    }
    let wanted: Set = [
      "undo", "presented", "moved", "metric", "proposed", "revealed", "open", "parked for", "features", "left covered",
    ]
    #expect(reached.isSuperset(of: wanted), "\(wanted.subtracting(reached)) missing")
  }

  private static func name(of event: Event) -> String {
    switch event {
    case .stepEntered(let entered) where entered.step.goal != nil: "presented"
    case .goalAdjusted(let adjusted): if case .timeframe = adjusted.adjustment.change { "moved" } else { "adjusted" }
    case .metricAdded: "metric"
    case .goalProposed: "proposed"
    case .voteRevealed: "revealed"
    case .voteOpened: "open"
    case .parked(let parked): parked.item.goal == nil ? "parked" : "parked for"
    default: "other"
    }
  }

  @Test("Guessing at a goal that was not presented teaches nothing: neither that it exists, nor its name")
  func guesses() throws {
    let host = try Table.host()
    let ana = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    let scribe = host.terminal(.init(role: .noteTaker))
    _ = (ana.receive(), scribe.receive())
    for (terminal, line) in [
      (ana, "dot green goal=churn"), (ana, "dot green goal=chrun"), (scribe, "park x goal=speed"),
    ] {
      terminal.give(line)
      guard case .refused(_, let notice)? = terminal.receive().last else {
        Issue.record("\(line) was not refused")
        continue
      }
      #expect(notice.code == .unknownID)
      #expect(!notice.sentence.contains("mean") && !notice.sentence.contains("there is no goal “churn”; "))
    }
    host.give("next")
    ana.give("dot green goal=churn")
    #expect(ana.receive().lines.last == "dot green goal=churn")
  }

  @Test("Asking for the outcome of another's earlier command does not reveal goals either")
  func past() throws {
    let journal = MemoryJournal()
    let id = CommandID.random()
    let host = try Table.host(journal)
    host.give("park \"later\" goal=speed", id: id)
    let ana = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    _ = ana.receive()
    ana.give("request x", id: id)
    let told = ana.receive()
    guard case .entry(let entry)? = told.first else {
      Issue.record("nothing was told: \(told)")
      return
    }
    #expect(entry.line == "park")
    #expect(!String(decoding: HostMessage.entry(entry).payload, as: UTF8.self).contains("speed"))
  }

  @Test("A column shows how full it is, and not with which goals that nobody has seen")
  func columns() throws {
    var plan = Table.plan
    plan.timeframes.append(Timeframe(id: TimeframeID("q4"), name: "Q4"))
    plan.goals[0].timeframe = TimeframeID("q4")
    var other = Table.plan
    other.timeframes = plan.timeframes
    other.goals[1].timeframe = TimeframeID("q4")
    let seen = [plan, other].map { Session(opening: $0, id: "q3", at: Table.at).seen(by: .room).state }
    #expect(seen[0] == seen[1])
    #expect(seen[0].occupants(of: TimeframeID("q3")).count == 1 && seen[0].occupants(of: TimeframeID("q4")).count == 1)
  }
}
