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

  /// Four plans are swept; the others are looked at.
  private func seeds(_ play: Play) -> ClosedRange<Int> {
    let isSwept = ["saas-q3.yaml", "q3-review.yaml", "quarter", "platform"].contains(play.name)
    return 1...(isSwept ? Sweep.runs(4, whole: 200) : 4)
  }

  private func run(
    _ play: Play, _ mood: RehearsalMark.Mood, _ seed: Int, by facilitator: some ScriptedFacilitator = GoodFacilitator()
  ) throws -> RehearsedTable {
    let mark = RehearsalMark(seed: seed, mood: mood, practice: play.name, lesson: play.lesson)
    var table = try RehearsedTable(play.plan, play.map, mark)
    var facilitator = facilitator
    facilitator.run(&table)
    return table
  }

  @Test("All plans are there")
  func all() { #expect(DistributionTests.plays.count == 3 + PracticeCase.all.count) }

  @Test(
    "Every word means what it is scored as, none comes more than three times, and every lesson has its moment",
    arguments: plays)
  func words(play: Play) throws {
    var difficulty: [RehearsalMark.Mood: Int] = [:]
    for mood in RehearsalMark.Mood.allCases {
      for seed in seeds(play) {
        let table = try run(play, mood, seed)
        let said = table.performance.said
        let place = "\(mood) \(seed)"
        for utterance in said {
          hold(utterance, in: play, place)
          isWellMade(utterance.text, place)
        }
        let most = Dictionary(grouping: said.map(\.text)) { $0 }.max { $0.value.count < $1.value.count }
        #expect(most.map { $0.value.count <= 3 } ?? true, "\(place): \(most?.value.count ?? 0) × \(most?.key ?? "")")
        let figures = try #require(table.report).figures
        #expect(figures.share == 100 && table.state.ended != nil, "\(place): \(figures.right) of \(figures.toCapture)")
        if let lesson = play.lesson { comes(lesson, figures, place) }
        difficulty[mood, default: 0] +=
          figures.objections + figures.drifts + figures.disagreements + figures.requests + figures.silences
      }
    }
    guard play.plan.kind == .alignment || play.plan.kind == .review else { return }
    let (easy, real, hard) = (difficulty[.easy] ?? 0, difficulty[.real] ?? 0, difficulty[.hard] ?? 0)
    #expect(easy < real && real < hard, "\(easy) \(real) \(hard)")
    if Sweep.isWhole {
      Swift.print("\(play.name): \(easy) easy, \(real) real, \(hard) hard in \(seeds(play).count) seeds")
    }
  }

  /// An objection means what it is scored as, in its words and in its colour.
  private func hold(_ utterance: Utterance, in play: Play, _ place: String) {
    guard case .position(let goal, let colour, let layer) = utterance.matter else { return }
    let text = utterance.text
    let told = StageWords.saysNo(text) ? Dot.Colour.red : .yellow
    #expect(!colour.objects || colour == told, "\(place): \(colour) \(text)")
    let map = play.map.entries[utterance.who]?.objections.first { text.contains($0.text.dropFirst()) }
    #expect(map?.goal.map { $0 == goal } ?? true, "\(place): \(goal) \(text)")
    guard colour.objects, let layer else { return }
    #expect(map?.layer == layer || Dot.Layer.spoken(in: text) == layer, "\(place): \(layer) \(text)")
  }

  /// No name is written small, nothing stands twice, and it ends.
  private func isWellMade(_ text: String, _ place: String) {
    #expect(text.first?.isLowercase == false && text.last.map { ".?!…’".contains($0) } == true, "\(place): \(text)")
    #expect(!text.contains("  ") && !text.contains("..") && !text.contains(" ."), "\(place): \(text)")
    #expect(!["salesforce", "lantern", "apac", "q3"].contains { text.contains($0) }, "\(place): \(text)")
  }

  /// The moment that a case is about comes at every seed, and who does it right has learned it.
  private func comes(_ lesson: Lesson, _ figures: RehearsalFigures, _ place: String) {
    let comes =
      switch lesson {
      case .holdTheConflict: figures.disagreements > 0
      case .askTheSilent: figures.silences > 0
      case .nameTheLayer: figures.objections > 2
      case .listen: figures.toCapture > 3
      }
    #expect(comes && lesson.isMet(by: figures), "\(place): \(lesson.verdict(figures))")
  }

  /// Fifty consecutive sentences, and who said them: the seed chooses the plan, the mood, how it is facilitated, and
  /// where they begin.
  @Test("Fifty sentences in a row, for whoever wants to read them", .enabled(if: Sweep.seed != nil))
  func fifty() throws {
    let seed = Int(Sweep.seed ?? 1)
    var numbers = SeededNumbers(seed, "fifty")
    let first = numbers.below(DistributionTests.plays.count)
    let mood = numbers.pick(RehearsalMark.Mood.allCases) ?? .real
    let isGood = numbers.happens(50)
    var said: [String] = []
    for offset in DistributionTests.plays.indices {
      let play = DistributionTests.plays[(first + offset) % DistributionTests.plays.count]
      let table = isGood ? try run(play, mood, seed) : try run(play, mood, seed, by: BadFacilitator())
      said += table.performance.said.map { "\(play.name) \(mood) \($0.who): \($0.text)" }
    }
    let start = numbers.below(max(1, said.count - 50))
    for line in said[start...].prefix(50) { Swift.print(line) }
  }
}
