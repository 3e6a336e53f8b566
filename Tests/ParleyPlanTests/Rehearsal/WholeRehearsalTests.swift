import ParleyCore
import ParleyPlan
import TestFixtures
import Testing

@Suite("A whole rehearsal")
struct WholeRehearsalTests {
  private func shared() throws -> (plan: Plan, map: StakeholderMap) {
    let reading = try PlanFile.read(path: example("saas-q3.yaml"))
    return (try #require(reading.plan), try #require(reading.map))
  }

  private func run(
    _ mark: RehearsalMark, by facilitator: some ScriptedFacilitator = GoodFacilitator()
  ) throws -> RehearsedTable {
    let (plan, map) = try shared()
    var table = try RehearsedTable(plan, map, mark)
    var facilitator = facilitator
    facilitator.run(&table)
    return table
  }

  /// Everything that came of it, as bytes.
  private func bytes(_ table: RehearsedTable) -> String {
    let said = table.performance.said.map { "\($0.at) \($0.who) \($0.text)" }
    return (table.session.entries.map(\.json.line) + said + (table.report?.lines ?? [])).joined(separator: "\n")
  }

  @Test("Ninety minutes of it, twice, are the same bytes", arguments: RehearsalMark.Mood.allCases)
  func twice(mood: RehearsalMark.Mood) throws {
    let once = try run(RehearsalMark(seed: 7, mood: mood))
    let again = try run(RehearsalMark(seed: 7, mood: mood))
    #expect(once.state.ended != nil)
    #expect(once.performance.said.count > 15)
    #expect(bytes(once) == bytes(again))
    #expect(try bytes(run(RehearsalMark(seed: 8, mood: mood))) != bytes(once))
  }

  @Test("Folding its journal again gives the same people, words and report")
  func folded() throws {
    let table = try run(RehearsalMark(seed: 3, mood: .hard))
    let kept = try table.session.entries.map { try Entry(json: $0.json) }
    #expect(kept == table.session.entries)
    let (_, map) = try shared()
    let folded = try #require(Performance(of: kept, map))
    #expect(folded.said == table.performance.said)
    #expect(folded.questions == table.performance.questions)
    let session = try #require(Session(entries: kept))
    #expect(RehearsalReport(of: session, map)?.lines == table.report?.lines)
  }

  @Test("It makes no difference how often anyone looks at the clock")
  func granularity() throws {
    let (plan, map) = try shared()
    func said(every seconds: Int) throws -> [Utterance] {
      var table = try RehearsedTable(plan, map, RehearsalMark(seed: 5, mood: .hard))
      for line in ["next", "next", "next", "heard cs-head", "request \"Dark mode\" by=vp-sales"] {
        table.give(line)
        let end = table.now.adding(seconds: 240)
        while table.now < end { table.pass(to: min(end, table.now.adding(seconds: seconds))) }
      }
      return table.performance.said
    }
    let once = try said(every: 240)
    #expect(once.count > 5)
    #expect(try said(every: 1) == once)
    #expect(try said(every: 7) == once)
  }

  @Test("People in harder moods say more that is hard to handle")
  func moods() throws {
    func total(_ mood: RehearsalMark.Mood) throws -> Int {
      try (1...6).reduce(0) { sum, seed in
        let figures = try #require(try run(RehearsalMark(seed: seed, mood: mood)).report).figures
        return sum + figures.objections + figures.drifts + figures.disagreements + figures.requests + figures.silences
      }
    }
    let (easy, real, hard) = (try total(.easy), try total(.real), try total(.hard))
    #expect(easy < real && real < hard, "\(easy) \(real) \(hard)")
  }

  @Test("People keep to the map: their objections and requests, their metric's words, nobody else's")
  func map() throws {
    let (plan, map) = try shared()
    let said = try (1...8).flatMap { try run(RehearsalMark(seed: $0, mood: .hard)).performance.said }
    func words(of id: String) -> String {
      said.filter { $0.who == StakeholderID(id) }.map(\.text).joined(separator: "\n")
    }
    for person in plan.stakeholders {
      // The first word of a text may be written small.
      for objection in map.entries[person.id]?.objections ?? [] {
        #expect(words(of: person.id.text).contains(objection.text.dropFirst()))
      }
      for request in map.entries[person.id]?.requests ?? [] {
        #expect(words(of: person.id.text).contains(request.text.dropFirst()))
        for other in plan.stakeholders where other.id != person.id {
          let wishes = map.entries[other.id]?.requests ?? []
          let others = said.filter { $0.who == other.id && $0.matter == .request }.map(\.text).joined()
          #expect(wishes.contains(request) || !others.contains(request.text.dropFirst()))
        }
      }
    }
    #expect(words(of: "cs-head").contains("churn"))
  }

  @Test("The report tells good facilitation from bad", arguments: 1...5)
  func toldApart(seed: Int) throws {
    let good = try #require(try run(RehearsalMark(seed: seed)).report).figures
    let bad = try #require(try run(RehearsalMark(seed: seed), by: BadFacilitator()).report).figures
    #expect(good.share == 100 && good.lost == 0 && good.asked == good.silences && good.mouths == 0)
    #expect(good.rightLayers == good.objections && good.secondsOver <= 60)
    #expect(bad.share < 80 && bad.secondsOver > 600)
    #expect(bad.captured < bad.toCapture)
  }

  @Test("Nonsense in the right places is not what was meant, and no conflict is held by it", arguments: 1...5)
  func nonsense(seed: Int) throws {
    let mark = RehearsalMark(seed: seed, mood: .hard)
    let report = try #require(try run(mark, by: NonsenseFacilitator()).report)
    let good = try #require(try run(mark).report).figures
    let figures = report.figures
    #expect(figures.objections > 0 && figures.rightLayers == figures.objections)
    #expect(figures.right + figures.objections + figures.requests <= figures.toCapture)
    #expect(figures.lost == figures.requests && figures.conflictsHeld == 0)
    #expect(good.share == 100 && good.conflictsHeld == good.disagreements)
    #expect(report.lines.contains { $0.contains("written down as “x”, meant what was said") })
  }

  @Test("A rehearsal is compared only with the same one, to its end")
  func alike() throws {
    let report = try #require(try run(RehearsalMark(seed: 1)).report)
    #expect(report.isComparable(with: try #require(try run(RehearsalMark(seed: 1), by: BadFacilitator()).report)))
    for other in [
      RehearsalMark(seed: 2), RehearsalMark(seed: 1, mood: .hard), RehearsalMark(seed: 1, from: "goal:churn"),
    ] {
      #expect(!report.isComparable(with: try #require(try run(other).report)))
    }
    let (plan, map) = try shared()
    let abandoned = try RehearsedTable(plan, map, RehearsalMark(seed: 1))
    #expect(!report.isComparable(with: try #require(abandoned.report)))
  }

  @Test("A rehearsal of other people is told by its pacing alone")
  func otherEdition() throws {
    let (plan, _) = try shared()
    let state = try #require(Session(entries: try run(RehearsalMark(seed: 1)).session.entries)).state
    #expect(Performance(plan.rehearsed(RehearsalMark(seed: 1, edition: nil)), StakeholderMap()) == nil)
    let report = try #require(RehearsalReport(state, nil, at: Instant(milliseconds: 0)))
    #expect(report.lines.contains { $0.hasPrefix("Other people spoke") } && !report.lines.contains("Craft"))
  }

  @Test(
    "Other kinds have their own moments, and what is said there is written down as it was meant",
    arguments: [
      (SessionKind.preMortem, Utterance.Matter.reason), (.checkIn, .question), (.decisionJournal, .assumption(.pilot)),
    ])
  func otherKinds(kind: SessionKind, matter: Utterance.Matter) throws {
    var (plan, map) = try shared()
    plan.kind = kind
    for seed in 1...4 {
      var table = try RehearsedTable(plan, map, RehearsalMark(seed: seed, mood: .hard))
      var facilitator = GoodFacilitator()
      facilitator.run(&table)
      let said = table.performance.said.filter { $0.matter.name == matter.name }
      #expect(!said.isEmpty)
      #expect(said.allSatisfy { $0.capture?.isRight == true }, "\(said)")
    }
  }

  @Test(
    "Every kind is rehearsed to its end, in every mood: all is written down as it was meant, and nothing is left open",
    arguments: SessionKind.allCases)
  func everyKind(kind: SessionKind) throws {
    var (plan, map) = try shared()
    plan.kind = kind
    if kind == .oneOnOne { plan.homework.with = "vp-eng" }
    for mood in RehearsalMark.Mood.allCases {
      for seed in 1...3 {
        var table = try RehearsedTable(plan, map, RehearsalMark(seed: seed, mood: mood))
        var facilitator = GoodFacilitator()
        facilitator.run(&table)
        let place = "\(mood) \(seed): \(table.refusals)"
        #expect(table.state.ended != nil && table.state.closedEarly == nil, "\(place)")
        #expect(!table.performance.said.isEmpty)
        let figures = try #require(table.report).figures
        #expect(figures.share == 100, "\(place) \(figures.right) of \(figures.toCapture)")
      }
    }
  }

  @Test("At a review whoever owns a goal of the last period says what came in between")
  func review() throws {
    let reading = try PlanFile.read(path: example("q3-review.yaml"))
    var table = try RehearsedTable(
      try #require(reading.plan), try #require(reading.map), RehearsalMark(seed: 2, mood: .real))
    var facilitator = GoodFacilitator()
    facilitator.run(&table)
    let said = table.performance.said.filter { $0.matter.name == "result" }
    #expect(said.contains { $0.who == StakeholderID("cto") && $0.text.contains("SDK update came six weeks late") })
    #expect(said.count == 4 && said.allSatisfy { $0.step == .review && $0.capture?.isRight == true })
  }

  @Test("What had been said by a moment is known afterwards, and what was written down of it")
  func afterwards() throws {
    let (plan, map) = try shared()
    var table = try RehearsedTable(plan, map, RehearsalMark(seed: 3, mood: .hard))
    for line in ["next", "next", "next"] { table.give(line) }
    while table.performance.said.count < 3 { table.pass(to: table.now.adding(seconds: 60)) }
    let word = table.performance.said[1]
    table.pass(to: table.now.adding(seconds: 1))
    guard case .position(let goal, let colour, let layer) = word.matter else { return }
    let about = layer.map { " layer=\($0.rawValue) note=\(quoted(word.text))" } ?? ""
    table.give("dot \(word.who) \(colour.rawValue) goal=\(goal)\(about)")
    let told = try #require(Performance(of: table.session.entries, map))
    #expect(told.said[1].capture != nil)
    let second = told.said[1]
    #expect(told.said(until: second.at).map(\.text) == told.said[...1].map(\.text))
    #expect(told.said(until: second.at)[1].capture == nil)
    #expect(told.word(after: second.at) == told.said[2].at)
  }

  @Test("A rehearsal cannot be mistaken for a session: its title and its opening say so")
  func marked() throws {
    let table = try run(RehearsalMark(seed: 1))
    #expect(table.state.plan.title == "REHEARSAL · Q3 alignment")
    #expect(Record(of: table.session).title.hasPrefix("REHEARSAL"))
    #expect(table.session.entries[0].json.line.contains("\"rehearsal\":{"))
    #expect(table.state.plan.ownTitle == "Q3 alignment")
    let again = table.state.plan.rehearsed(RehearsalMark(seed: 2))
    #expect(again.title == "REHEARSAL · Q3 alignment")
    let (plan, map) = try shared()
    #expect(Performance(plan, map) == nil)
  }

  @Test("In a solo rehearsal one key goes through every step, and the report is about pacing alone")
  func solo() throws {
    let (plan, map) = try shared()
    var table = try RehearsedTable(plan, map, RehearsalMark(isSolo: true))
    while table.state.ended == nil {
      let step = table.state.step
      table.pass(to: table.now.adding(seconds: table.state.timebox(of: step) * 70))
      if case .goal = step { table.give("confirm") }
      table.give(step == .readBack ? "close" : "next")
      guard table.refusals.isEmpty else { break }
    }
    #expect(table.refusals == [])
    let report = try #require(table.report)
    #expect(table.performance.said.isEmpty)
    #expect(report.lines.contains { $0.hasPrefix("  Features: Improve activation rate") && $0.hasSuffix("+0:40") })
    #expect(!report.lines.contains("Craft"))
  }

  @Test("Nothing counts before its first step")
  func from() throws {
    let table = try run(RehearsalMark(seed: 2, mood: .hard, from: "goal:deal-close"), by: BadFacilitator())
    #expect(table.performance.said.first?.step == .goal(GoalID("deal-close")))
    let report = try #require(table.report)
    let rows = report.lines.drop { !$0.hasPrefix("Pacing") }.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect(rows.first?.contains("Accelerate deal-to-close time") ?? false)
  }

  @Test("Later rehearsals of a plan are compared with earlier ones")
  func compared() throws {
    var report = try #require(try run(RehearsalMark(seed: 1)).report)
    #expect(!report.lines.contains { $0.hasPrefix("Compared with") })
    report.earlier = [try #require(try run(RehearsalMark(seed: 1), by: BadFacilitator()).report).figures]
    #expect(report.lines.contains { $0.hasPrefix("Compared with 1 earlier rehearsal") })
    #expect(report.lines.allSatisfy { $0.count <= 80 })
  }
}
