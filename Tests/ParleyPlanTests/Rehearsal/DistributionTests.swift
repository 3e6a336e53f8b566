import ParleyPlan
import TestFixtures
import Testing

@testable import ParleyCore

@Suite("What is said over many seeds")
struct DistributionTests {
  /// A plan with its map, and the lesson it teaches, if it does.
  struct Play: Sendable, CustomTestStringConvertible {
    let name: String
    let plan: Plan
    let map: StakeholderMap
    let lesson: Lesson?

    var testDescription: String { name }
  }

  static let plays: [Play] = {
    let own = ["saas-q3.yaml", "q3-review.yaml"].compactMap { name in
      (try? PlanFile.read(path: example(name))).map { (name, $0, Lesson?.none) }
    }
    let demo = ("demo", PlanReading(text: DemoPlan.text, name: "demo", privateText: DemoPlan.privateText), Lesson?.none)
    let cases = PracticeCase.all.map { ($0.name, PlanReading(text: $0.text, name: $0.name), Lesson?.some($0.lesson)) }
    return (own + [demo] + cases).compactMap { name, reading, lesson in
      guard let plan = reading.plan, let map = reading.map else { return nil }
      return Play(name: name, plan: plan, map: map, lesson: lesson)
    }
  }()

  private var seeds: ClosedRange<Int> { 1...Sweep.runs(5, whole: 200) }

  private func run(_ play: Play, _ mood: RehearsalMark.Mood, _ seed: Int, from: String? = nil) throws -> RehearsedTable
  {
    let mark = RehearsalMark(seed: seed, mood: mood, from: from, practice: play.name, lesson: play.lesson)
    var table = try RehearsedTable(play.plan, play.map, mark)
    var facilitator = GoodFacilitator()
    facilitator.run(&table)
    return table
  }

  @Test("All plans are there")
  func all() { #expect(DistributionTests.plays.count == 3 + PracticeCase.all.count) }

  @Test("Every objection means what it is scored as, in its words and in its colour", arguments: plays)
  func meaning(play: Play) throws {
    for mood in RehearsalMark.Mood.allCases {
      for seed in seeds {
        for utterance in try run(play, mood, seed).performance.said {
          guard case .position(let goal, let colour, let layer) = utterance.matter else { continue }
          let text = utterance.text
          let told = StageWords.noes.contains { text.hasSuffix($0) } ? Dot.Colour.red : .yellow
          #expect(!colour.objects || colour == told, "\(mood) \(seed): \(colour) \(text)")
          let map = play.map.entries[utterance.who]?.objections.first { text.contains($0.text.dropFirst()) }
          #expect(map?.goal.map { $0 == goal } ?? true, "\(mood) \(seed): \(goal) \(text)")
          guard colour.objects, let layer else { continue }
          let isNamed = map?.layer == layer
          #expect(isNamed || Dot.Layer.spoken(in: text) == layer, "\(mood) \(seed): \(layer) \(text)")
        }
      }
    }
  }

  @Test("No sentence is said more than three times in a rehearsal", arguments: plays)
  func repetition(play: Play) throws {
    for mood in RehearsalMark.Mood.allCases {
      for seed in seeds {
        let said = try run(play, mood, seed).performance.said.map(\.text)
        let most = Dictionary(grouping: said) { $0 }.max { $0.value.count < $1.value.count }
        #expect(
          most.map { $0.value.count <= 3 } ?? true, "\(mood) \(seed): \(most?.value.count ?? 0) × \(most?.key ?? "")")
      }
    }
  }

  @Test("A sentence is well made: no name is written small, nothing stands twice, and it ends", arguments: plays)
  func spelling(play: Play) throws {
    for seed in seeds {
      for utterance in try run(play, .hard, seed).performance.said {
        let text = utterance.text
        #expect(text.first?.isLowercase == false && text.last.map { ".?!…’".contains($0) } == true, "\(text)")
        #expect(!text.contains("  ") && !text.contains("..") && !text.contains(" ."), "\(text)")
        #expect(!["salesforce", "lantern", "apac", "q3"].contains { text.contains($0) }, "\(text)")
      }
    }
  }

  @Test("The moment that a case is about comes at every seed, also where it begins in the middle", arguments: plays)
  func lessons(play: Play) throws {
    guard let lesson = play.lesson else { return }
    for mood in RehearsalMark.Mood.allCases {
      for seed in seeds {
        let table = try run(play, mood, seed)
        let figures = try #require(table.report).figures
        let comes =
          switch lesson {
          case .holdTheConflict: figures.disagreements > 0
          case .askTheSilent: figures.silences > 0
          case .nameTheLayer: figures.objections > 2
          case .listen: figures.toCapture > 3
          }
        #expect(comes, "\(mood) \(seed)")
        #expect(lesson.isMet(by: figures), "\(mood) \(seed): \(lesson.verdict(figures))")
      }
    }
  }

  @Test("Moods differ: the harder, the more that is hard to handle", arguments: plays)
  func moods(play: Play) throws {
    func hard(_ mood: RehearsalMark.Mood) throws -> Int {
      try seeds.reduce(0) { sum, seed in
        let figures = try #require(try run(play, mood, seed).report).figures
        return sum + figures.objections + figures.drifts + figures.disagreements + figures.requests + figures.silences
      }
    }
    guard play.plan.kind == .alignment || play.plan.kind == .review else { return }
    let (easy, real, hardest) = (try hard(.easy), try hard(.real), try hard(.hard))
    #expect(easy < real && real < hardest, "\(easy) \(real) \(hardest)")
  }

  @Test("Fifty sentences in a row, for whoever wants to read them", .enabled(if: Sweep.seed != nil))
  func print() throws {
    let seed = Int(Sweep.seed ?? 1)
    let said = try DistributionTests.plays.flatMap { play in
      try run(play, .hard, seed).performance.said.map { "\(play.name) \($0.who): \($0.text)" }
    }
    let start = said.count > 50 ? seed % (said.count - 50) : 0
    for line in said[start...].prefix(50) { Swift.print(line) }
  }
}
