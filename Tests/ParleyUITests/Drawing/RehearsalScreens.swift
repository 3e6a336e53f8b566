import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

/// Whole screens of rehearsals and drills. Recorded as the others are.
@Suite struct RehearsalPictureTests {
  @Test(arguments: RehearsalScreen.all, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34)])
  func looksAsRecorded(_ screen: RehearsalScreen, _ size: Size) throws {
    var stage = RehearsalStage(RehearsalMark(seed: 3, mood: .real), map: RehearsalScreen.map, size: size)
    screen.go(&stage)
    try compare(stage.room.frame, screen.name, size)
  }

  @Test(arguments: [false, true], [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34)])
  func drill(isAnswered: Bool, _ size: Size) throws {
    let drill = try #require(Drill([(Plan.workshop, RehearsalScreen.map)], seed: 5))
    var model = DrillModel(drill, DrillStreak(now: 3, best: 8))
    while model.question.skill != .layer {
      model.answer(model.question.right)
      model.goOn()
    }
    if isAnswered { model.answer((model.question.right + 1) % model.question.choices.count) }
    let look = Look(theme: .parleyDark, depth: .trueColor, showsUnicode: true)
    try compare(model.page(left: 97).frame(size: size, look: look), isAnswered ? "drill-answered" : "drill", size)
  }

  private func compare(_ frame: Frame, _ name: String, _ size: Size) throws {
    let file = GoldenFile("\(name)-\(size.columns)x\(size.rows)")
    let drawn = frame.picture + "\n\n" + frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(name) at \(size.columns) × \(size.rows)")
  }
}

/// The way to a screen of a rehearsal.
struct RehearsalScreen: Sendable, CustomTestStringConvertible {
  var name: String
  var go: @Sendable (inout RehearsalStage) -> Void

  var testDescription: String { name }

  /// Someone with an objection to the first goal, and a request.
  static let map = StakeholderMap(entries: [
    "ceo": StakeholderMap.Entry(influence: .veryHigh, interest: "Growth", alignment: .aligned, metric: "revenue"),
    "vp-sales": StakeholderMap.Entry(
      influence: .high, interest: "Deals close faster", alignment: .neutral, requests: ["Salesforce sync"],
      metric: "deal velocity"),
    "vp-eng": StakeholderMap.Entry(
      influence: .high, interest: "A system that can be changed", alignment: .misaligned,
      objections: [
        StakeholderMap.Objection(
          "Forty per cent is a number that we have not seen in any quarter since the new pricing came",
          goal: "activation", layer: .metric)
      ], metric: "incidents"),
    "cs-head": StakeholderMap.Entry(influence: .low, interest: "Customers who stay", alignment: .aligned),
  ])

  /// At the first goal, once the objection was said and more has been.
  private static func atObjection(_ stage: inout RehearsalStage) {
    stage.press("n n n")
    for _ in 0..<8 where !stage.said.contains(where: { $0.who == "vp-eng" }) { stage.wait() }
    stage.wait()
  }

  static let all = [
    RehearsalScreen(name: "rehearsal-goal", go: atObjection),
    RehearsalScreen(name: "rehearsal-form") {
      atObjection(&$0)
      $0.press("3 r")
    },
    RehearsalScreen(name: "rehearsal-waiting") {
      atObjection(&$0)
      $0.press("'")
    },
    RehearsalScreen(name: "rehearsal-debrief") {
      atObjection(&$0)
      $0.room.give("dot ceo green")
      $0.room.give("dot vp-eng yellow layer=importance note=\"Too much\"")
      $0.room.give("note \"What it does for incidents\"")
      $0.pass(2000)
      $0.press("L tab")
    },
    RehearsalScreen(name: "rehearsal-again") {
      atObjection(&$0)
      $0.press("L r")
    },
    RehearsalScreen(name: "rehearsal-brief") { stage in
      let brief = RehearsalBrief(Plan.workshop, map, lesson: .holdTheConflict)
      stage.room.model.showBrief(brief.lines)
    },
  ]
}
