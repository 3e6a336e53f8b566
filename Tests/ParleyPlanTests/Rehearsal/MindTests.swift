import ParleyPlan
import TestFixtures
import Testing

@testable import ParleyCore

@Suite("How minds move")
struct MindTests {
  private func mind(_ leaning: Leaning, price: Move? = nil, firmness: Int = 3, patience: Int = 3) -> Mind {
    Mind(Stance(leaning: leaning, layer: .metric, price: price), firmness: firmness, patience: patience)
  }

  /// Which of these turned the mind.
  private func take(_ moves: [Move], _ mind: inout Mind) -> [Bool] { moves.map { mind.take($0) } }
  private func take(_ slights: [Slight], _ mind: inout Mind) -> [Bool] { slights.map { mind.take($0) } }

  @Test("Credit that reaches their firmness makes a mind one step friendlier, and what is left over counts on")
  func credit() {
    var mind = mind(.againstUnless)
    let first = take([.metricNamed, .messageUsed], &mind)
    #expect(first == [false, true] && mind.stance.leaning == .forIf)
    let second = take([.answered], &mind)
    #expect(second == [true] && mind.stance.leaning == .isFor)
    #expect(mind.stance.colour == .green && mind.stance.position(on: "calm") == .position("calm", .green, nil))
  }

  @Test("To say a thing twice convinces nobody")
  func once() {
    var mind = mind(.forIf)
    let turned = take(Array(repeating: .metricNamed, count: 5), &mind)
    #expect(!turned.contains(true) && mind.stance.leaning == .forIf)
  }

  @Test("Their price takes a mind one step, however firm it is")
  func price() {
    var mind = mind(.againstUnless, price: .conditionTaken, firmness: 9)
    let turned = take([.conditionTaken], &mind)
    #expect(turned == [true] && mind.stance.leaning == .forIf)
  }

  @Test("Who is flatly against it hears no words, only deeds", arguments: Move.allCases)
  func deeds(move: Move) {
    var mind = mind(.against, firmness: 2)
    let turned = take([move], &mind)
    #expect(turned == [move.isDeed])
  }

  @Test("Slights that reach their patience make it harder, down to a flat no, and credit is gone")
  func slights() {
    var mind = mind(.isFor, firmness: 3, patience: 2)
    let first = take([.repeated, .requestLost], &mind)
    #expect(first == [false, true] && mind.stance.leaning == .forIf && mind.stance.layer == .metric)
    _ = take([.metricNamed], &mind)
    let second = take([.passedOver], &mind)
    #expect(second == [true] && mind.stance.leaning == .againstUnless)
    let credit = take([.messageUsed], &mind)
    #expect(credit == [false] && mind.stance.leaning == .againstUnless)
    let third = take([.quarrelLeft, .spokenFor], &mind)
    #expect(third == [true, false] && mind.stance.leaning == .against)
  }

  // MARK: At the table

  private let plan = """
    parley: 1
    title: Minds
    starts: 2027-01-11 09:00
    timeframes: [{id: q1, name: Q1, capacity: 3}]
    stakeholders:
      - {id: sales, name: Ada Roth, influence: high, metric: revenue, alignment: neutral, authority: veto}
      - {id: tech, name: Bo Lund, influence: medium, metric: outages, alignment: aligned}
      - {id: care, name: Cy Falk, influence: medium, metric: tickets, alignment: misaligned}
    goals:
      - {id: calm, name: Fewer outages, owner: tech, timeframe: q1, metric: {name: Outages, baseline: 9, target: 2}}
    """

  /// The table at the goal, once everyone has spoken and their words are on record.
  private func table(_ privateText: String, mood: RehearsalMark.Mood = .real, seed: Int = 1) throws -> RehearsedTable {
    let reading = PlanReading(text: plan, name: "plan", privateText: privateText)
    #expect(reading.errors.isEmpty, "\(reading.errors)")
    var table = try RehearsedTable(
      try #require(reading.plan), try #require(reading.map), RehearsalMark(seed: seed, mood: mood))
    var good = GoodFacilitator()
    table.give("next")
    for who in ["sales", "care", "tech"] {
      table.give("heard \(who)")
      good.attend(seconds: 30, &table)
    }
    return table
  }

  private func last(_ who: StakeholderID, _ table: RehearsedTable) -> (text: String, colour: Dot.Colour?) {
    let said = table.performance.said.last { utterance in
      if case .position = utterance.matter { utterance.who == who } else { false }
    }
    guard let said, case .position(_, let colour, _) = said.matter else { return ("", nil) }
    return (said.text, colour)
  }

  private let doubt = "care: {objections: [{text: Two is a number that nobody has reached, goal: calm, layer: metric}]}"

  @Test("Who has named a price says so, and moves when it is paid; without it they stay where they are")
  func paid() throws {
    var (paid, idle) = (try table(doubt), try table(doubt))
    let before = last("care", paid)
    #expect(before.colour?.objects == true)
    var good = GoodFacilitator()
    paid.give("gap \"Whether outages can get to two\" owner=tech due=+7d")
    for _ in 1...2 {
      good.attend(seconds: 20, &paid)
      good.attend(seconds: 20, &idle)
    }
    #expect(last("care", idle).text == before.text)
    let after = last("care", paid)
    #expect(after.text != before.text)
    #expect(before.colour == .red ? after.colour == .yellow : after.colour == .green, "\(after.text)")
    #expect(paid.state.goal("calm")?.dots["care"]?.colour == after.colour)
  }

  @Test("Somebody else's price moves nobody")
  func others() throws {
    var table = try table(doubt)
    let before = last("care", table)
    var good = GoodFacilitator()
    table.give("note \"What it does for revenue\"")
    table.give("impact sales gives=\"More revenue\" goal=calm")
    good.attend(seconds: 20, &table)
    #expect(last("care", table).text == before.text)
  }

  @Test("Who follows somebody goes where that one goes, after their word")
  func follows() throws {
    let map =
      "sales: {objections: [{text: Two is a number that nobody has reached, goal: calm, layer: metric}]}\ncare: {follows: sales}"
    for seed in 1...4 {
      let table = try table(map, seed: seed)
      #expect(last("care", table).colour == last("sales", table).colour)
      #expect(last("care", table).text.contains("Ada"), "\(last("care", table).text)")
    }
  }

  @Test("Where a goal goes ahead over the no of someone with a veto, it is used, and opens the goal again")
  func veto() throws {
    let map = "sales: {objections: [{text: Two is a number that nobody has reached, goal: calm, layer: metric}]}"
    var used = 0
    for seed in 1...8 {
      var table = try table(map, mood: .hard, seed: seed)
      guard table.state.goal("calm")?.dots["sales"]?.colour == .red else { continue }
      table.give("confirm calm decider=tech by=+7d criteria=\"Two weeks of it\"")
      #expect(table.state.goal("calm")?.settlement != nil)
      table.pass(to: table.now.adding(seconds: 10))
      guard let veto = table.performance.said.last, veto.matter == .veto("calm") else {
        Issue.record("no veto at seed \(seed): \(table.performance.said.map(\.text))")
        continue
      }
      used += 1
      table.give("dot sales red goal=calm layer=metric note=\(quoted(veto.text))")
      #expect(table.performance.said[veto.number - 1].capture != nil)
      table.give("confirm calm decider=sales by=+7d criteria=\"Two weeks of it\"")
      table.pass(to: table.now.adding(seconds: 60))
      #expect(!table.performance.said.dropFirst(veto.number).contains { $0.matter == .veto("calm") })
    }
    #expect(used > 0)
  }

  @Test("Who comes late stands in the door until somebody lets them in")
  func late() throws {
    let reading = try PlanFile.read(path: example("saas-q3.yaml"))
    let (plan, map) = (try #require(reading.plan), try #require(reading.map))
    let seed = try #require((1...40).first { RehearsalMark(seed: $0, mood: .hard).latecomer(plan) != nil })
    let mark = RehearsalMark(seed: seed, mood: .hard)
    let who = try #require(mark.latecomer(plan))
    var table = try RehearsedTable(plan, map, mark)
    for _ in 1...3 { table.give("next") }
    #expect(table.state.goalOnTable != nil && !table.state.isPresent(who))
    while !table.performance.said.contains(where: { $0.matter == .arrival }), table.performance.next != nil {
      table.pass(to: table.now.adding(seconds: 60))
    }
    #expect(table.performance.said.filter { $0.who == who }.map(\.matter) == [.arrival])
    table.give("arrive \(who)")
    #expect(table.performance.said.last { $0.matter == .arrival }?.capture != nil)
    for _ in 1...20 { table.pass(to: table.now.adding(seconds: 10)) }
    #expect(table.performance.said.contains { $0.who == who && $0.matter != .arrival })
    #expect(RehearsalMark(seed: seed, mood: .easy).latecomer(plan) == nil)
  }

  @Test("An objection that nobody asked for is a caveat at the read-back, and is told in the corridor")
  func corridor() throws {
    let practice = try #require(PracticeCase.named("sunset"))
    let reading = PlanReading(text: practice.text, name: practice.name, privateText: nil)
    var table = try RehearsedTable(
      try #require(reading.plan), try #require(reading.map),
      RehearsalMark(seed: 1, practice: practice.name, lesson: practice.lesson))
    var bad = BadFacilitator()
    bad.run(&table)
    let report = try #require(table.report)
    #expect(report.figures.corridor > 0)
    #expect(report.figures.recall.map { $0 < 100 } == true)
    #expect(report.lines.contains { $0.contains("in the corridor") }, "\(report.lines)")
  }
}
