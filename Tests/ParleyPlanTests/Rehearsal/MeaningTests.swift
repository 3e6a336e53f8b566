import ParleyPlan
import TestFixtures
import Testing

@testable import ParleyCore

@Suite("What simulated people mean, and say")
struct MeaningTests {
  /// A plan in which every goal is easily told from the others.
  private let plan = """
    parley: 1
    title: Meaning
    starts: 2027-01-11 09:00
    timeframes: [{id: q1, name: Q1, capacity: 3}]
    stakeholders:
      - {id: sales, name: Ada Roth, role: VP Sales, influence: high, metric: revenue, alignment: misaligned}
      - {id: tech, name: Bo Lund, role: CTO, influence: high, metric: incidents, alignment: misaligned}
      - {id: care, name: Cy Falk, role: Support, influence: medium, metric: tickets, alignment: misaligned}
    goals:
      - {id: revenue, name: Grow revenue, owner: tech, timeframe: q1, metric: {name: Revenue, unit: M€, baseline: 2, target: 3}}
      - {id: calm, name: Fewer incidents, owner: tech, timeframe: q1, metric: {name: Incidents, baseline: 9, target: 2}}
      - {id: care, name: Answers in a day, owner: care, timeframe: q1, metric: {name: Answers, unit: "%", baseline: 60, target: 90}}
    """

  /// What is said of each goal by everyone, once they were asked, over some seeds.
  private func positions(_ privateText: String) throws -> [Utterance] {
    let reading = PlanReading(text: plan, name: "plan", privateText: privateText)
    #expect(reading.errors.isEmpty)
    return try (1...6).flatMap { seed in
      let mark = RehearsalMark(seed: seed, mood: .hard)
      var table = try RehearsedTable(try #require(reading.plan), try #require(reading.map), mark)
      var facilitator = GoodFacilitator()
      facilitator.run(&table)
      return table.performance.said.filter { if case .position = $0.matter { true } else { false } }
    }
  }

  private func goals(of said: [Utterance], with words: String) -> Set<String> {
    said.reduce(into: []) { goals, utterance in
      guard case .position(let goal, _, _) = utterance.matter, utterance.text.contains(words) else { return }
      goals.insert(goal.text)
    }
  }

  @Test("An objection comes up at the goal of which it speaks, even where its metric is the person's own")
  func placed() throws {
    let said = try positions("sales: {objections: [Revenue of three millions is a wish]}")
    #expect(goals(of: said, with: "evenue of three millions is a wish") == ["revenue"])
  }

  @Test("An objection that speaks of no goal is raised at none")
  func unplaced() throws {
    let said = try positions("sales: {objections: [The kitchen smells]}")
    #expect(goals(of: said, with: "kitchen") == [])
  }

  @Test("The map's goal and layer count before any word, and a layer that the words do not show is said")
  func named() throws {
    let said = try positions("sales: {objections: [{text: Revenue again, goal: care, layer: existence, cause: risk}]}")
    #expect(goals(of: said, with: "evenue again") == ["care"])
    for utterance in said where utterance.text.contains("evenue again") {
      guard case .position(_, _, let layer) = utterance.matter else { continue }
      #expect(layer == .existence)
      #expect(Dot.Layer.spoken(in: utterance.text) == .existence, "\(utterance.text)")
    }
  }

  @Test("A text that leaves its layer open is not guessed at: any layer writes it down")
  func open() throws {
    let said = try positions("sales: {objections: [Answers are not what our customers call about]}")
    let objections = said.filter { $0.text.contains("nswers are not") }
    #expect(!objections.isEmpty)
    for utterance in objections {
      guard case .position(_, let colour, let layer) = utterance.matter else { continue }
      #expect(colour.objects && layer == nil)
    }
  }

  @Test(
    "A layer is known by plain words only",
    arguments: [
      ("June is too late, the tender closes on 15 March.", Dot.Layer.horizon),
      ("Ten paying tenants is a number from a slide", .metric),
      ("Uptime for strangers should never be a goal of ours", .existence),
      ("These features will not get us there.", .features), ("Other work is more important now.", .importance),
      ("No goal carries the deployment pipeline", nil), ("The target is too late", nil),
    ] as [(String, Dot.Layer?)])
  func layers(text: String, layer: Dot.Layer?) {
    #expect(Dot.Layer.spoken(in: text) == layer)
  }
}
