import ParleyCore
import ParleyPlan
import Testing

@Suite("The practice cases")
struct PracticeCaseTests {
  private func table(_ practice: PracticeCase, _ mood: RehearsalMark.Mood, seed: Int) throws -> RehearsedTable {
    let reading = PlanReading(text: practice.text, name: practice.name, privateText: nil)
    #expect(reading.errors.isEmpty)
    let mark = RehearsalMark(seed: seed, mood: mood, practice: practice.name, lesson: practice.lesson)
    return try RehearsedTable(try #require(reading.plan), try #require(reading.map), mark)
  }

  @Test(
    "A facilitator who does everything right has learned the lesson, one who does everything wrong has not",
    arguments: PracticeCase.all.map(\.name), RehearsalMark.Mood.allCases)
  func lessons(name: String, mood: RehearsalMark.Mood) throws {
    let practice = try #require(PracticeCase.named(name))
    for seed in 1...4 {
      var (right, wrong) = (try table(practice, mood, seed: seed), try table(practice, mood, seed: seed))
      var (good, bad) = (GoodFacilitator(), BadFacilitator())
      good.run(&right)
      bad.run(&wrong)
      let (praise, blame) = (try #require(right.report), try #require(wrong.report))
      let verdict = practice.lesson.verdict(praise.figures)
      #expect(right.state.ended != nil && wrong.state.ended != nil)
      #expect(practice.lesson.isMet(by: praise.figures), "\(name) \(mood) \(seed): \(verdict)")
      #expect(!practice.lesson.isMet(by: blame.figures), "\(name) \(mood) \(seed)")
      #expect(praise.lines.contains("  ✓ \(verdict)"))
      #expect(blame.lines.contains { $0.hasPrefix("  ✗ Not yet") })
      #expect(blame.lines.contains("Said and never written down"))
    }
  }

  @Test("Each is found by its name, or the beginning of it")
  func names() {
    for practice in PracticeCase.all { #expect(PracticeCase.named(practice.name) == practice) }
    #expect(PracticeCase.named("sun")?.name == "sunset")
    #expect(PracticeCase.named("") == nil)
    #expect(PracticeCase.named("moon") == nil)
    #expect(Set(PracticeCase.all.map(\.lesson)).count == PracticeCase.all.count)
  }
}
