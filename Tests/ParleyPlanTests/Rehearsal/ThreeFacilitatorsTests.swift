import ParleyCore
import Testing

@Suite("Three who facilitate: by the map, by writing well, by writing nonsense")
struct ThreeFacilitatorsTests {
  private static let plays = DistributionTests.plays.filter { [.alignment, .review].contains($0.plan.kind) }

  private func run(
    _ play: DistributionTests.Play, _ mood: RehearsalMark.Mood, _ seed: Int, _ facilitator: some ScriptedFacilitator
  ) throws -> RehearsalReport {
    var table = try RehearsedTable(play.plan, play.map, RehearsalMark(seed: seed, mood: mood))
    var facilitator = facilitator
    facilitator.run(&table)
    return try #require(table.report)
  }

  /// The sums over some seeds and all plans.
  private struct Sum {
    var support = 0, before = 0, softened = 0, hardened = 0, slights = 0, right = 0, said = 0, corridor = 0, recall = 0

    mutating func add(_ it: RehearsalFigures) {
      support += it.support
      before += it.supportBefore
      softened += it.softened
      hardened += it.hardened
      slights += it.slights
      right += it.right
      said += it.toCapture
      corridor += it.corridor
      recall += it.recall ?? 0
    }
  }

  @Test("Three outcomes: minds are won, minds are kept, minds are lost", arguments: RehearsalMark.Mood.allCases)
  func outcomes(mood: RehearsalMark.Mood) throws {
    var (byMap, byWriting, nonsense) = (Sum(), Sum(), Sum())
    for play in Self.plays {
      for seed in 1...3 {
        byMap.add(try run(play, mood, seed, MapFacilitator(play.map)).figures)
        byWriting.add(try run(play, mood, seed, GoodFacilitator()).figures)
        nonsense.add(try run(play, mood, seed, NonsenseFacilitator()).figures)
      }
    }
    #expect(byMap.before == byWriting.before && byWriting.before == nonsense.before)
    #expect(byMap.support > byWriting.support, "\(byMap) \(byWriting)")
    #expect(byWriting.support > nonsense.support, "\(byWriting) \(nonsense)")
    #expect(byMap.softened > byWriting.softened && byWriting.softened > nonsense.softened)
    #expect(byMap.hardened == 0 && byWriting.hardened == 0)
    #expect(byMap.slights == 0 && byWriting.slights == 0 && nonsense.slights > 0, "\(nonsense)")
    #expect(byWriting.right == byWriting.said && byMap.right == byMap.said)
    #expect(nonsense.right < nonsense.said)
    #expect(byMap.recall > byWriting.recall, "\(byMap) \(byWriting)")
    #expect(byWriting.recall > nonsense.recall, "\(byWriting) \(nonsense)")
    guard mood != .easy else { return }
    #expect(nonsense.hardened > 0 && nonsense.support < nonsense.before, "\(nonsense)")
  }

  @Test("Writing well never lowers support", arguments: plays)
  func neverLower(play: DistributionTests.Play) throws {
    for mood in RehearsalMark.Mood.allCases {
      for seed in 1...8 {
        let figures = try run(play, mood, seed, GoodFacilitator()).figures
        #expect(figures.support >= figures.supportBefore, "\(mood) \(seed)")
      }
    }
  }

  @Test(
    "Three debriefs: what moved whom, what would have moved them, and what was never written down",
    arguments: RehearsalMark.Mood.allCases)
  func debriefs(mood: RehearsalMark.Mood) throws {
    let play = try #require(Self.plays.first { $0.name == "platform" })
    func told(_ facilitator: some ScriptedFacilitator) throws -> String {
      let report = try run(play, mood, 2, facilitator)
      return (report.lines + report.debriefLines).joined(separator: "\n")
    }
    let byMap = try told(MapFacilitator(play.map))
    let byWriting = try told(GoodFacilitator())
    let nonsense = try told(NonsenseFacilitator())
    #expect(byMap.contains("→") && byMap.contains("moved to green"))
    #expect(byMap.contains("All is on record, and minds moved"), "\(byMap)")
    #expect(!byWriting.contains("stand there otherwise") && nonsense.contains("stand there otherwise"))
    #expect(byWriting.contains("It is on record, and it stands."))
    #expect(nonsense.contains("In their own words") || nonsense.contains("Their own words"))
    #expect(nonsense.contains("wrote   dot"))
    for text in [byMap, byWriting, nonsense] {
      #expect(text.contains("again from here: parley rehearse") && text.contains("--from goal:tenants"))
    }
    #expect(byMap != byWriting && byWriting != nonsense)
  }

  @Test("Someone whose request and whose words are lost says it again, then sharper; then the most senior steps in")
  func remembered() throws {
    let play = try #require(Self.plays.first { $0.name == "quarter" })
    var (insisted, stepped) = (0, 0)
    for seed in 1...6 {
      let report = try run(play, .hard, seed, BadFacilitator())
      let performance = try #require(report.performance)
      for utterance in performance.said {
        guard case .insistence(let number) = utterance.matter else { continue }
        insisted += 1
        guard performance.said[number - 1].who != utterance.who else { continue }
        stepped += 1
        #expect(performance.said[..<(utterance.number - 1)].count { $0.matter == .insistence(on: number) } == 2)
      }
      #expect(report.figures.hardened > 0 && report.figures.support < report.figures.supportBefore)
    }
    #expect(insisted > stepped && stepped > 0)
  }
}
