import ParleyCore
import ParleyTerminal
import Testing

@testable import ParleyScreens

@Suite struct ComponentTests {
  private let look = Look()

  private func drawn(_ line: Line, _ width: Int) -> Frame {
    var frame = Frame(size: Size(columns: width, rows: 1))
    frame.draw(line, in: frame.bounds, look: look)
    return frame
  }

  @Test func aLineIsCutWithAnEllipsisAndKeepsItsRightHandPart() {
    let line = Line([Span("Reduce monthly churn", .title), Span(" now")], trailing: [Span("3/3", .dim)])
    #expect(drawn(line, 30).text(row: 0) == "Reduce monthly churn now   3/3")
    #expect(drawn(line, 28).text(row: 0) == "Reduce monthly churn now 3/3")
    #expect(drawn(line, 27).text(row: 0) == "Reduce monthly churn n… 3/3")
    #expect(drawn(line, 24).text(row: 0) == "Reduce monthly chur… 3/3")
    #expect(drawn(line, 3).text(row: 0) == "3/3")
  }

  @Test func aMinorRightHandPartGivesWay() {
    let line = Line([Span("Carla Stein")], trailing: [Span("Head of Success", .dim)], isTrailingMinor: true)
    #expect(drawn(line, 30).text(row: 0) == "Carla Stein    Head of Success")
    #expect(drawn(line, 20).text(row: 0) == "Carla Stein  Head o…")
    #expect(drawn(line, 14).text(row: 0) == "Carla Stein")
    #expect(drawn(line, 8).text(row: 0) == "Carla S…")
  }

  @Test func spansHaveTheStylesOfTheirRoles() {
    let frame = drawn(Line([Span("●", .dotGreen), Span(" ▲", .dotYellow), Span(" x")]), 6)
    let legend: [Style: Character] = [look[.dotGreen]: "g", look[.dotYellow]: "y"]
    #expect(frame.picture == "● ▲ x")
    #expect(frame.styles(by: legend) == "gyy")
  }

  @Test func aListScrollsNoFurtherThanItsEndAndKeepsItsSelection() {
    let goals = (0..<10).map { GoalID("g\($0)") }
    let lines = goals.flatMap { [Line("\($0)", row: .goal($0)), Line("  more", .dim, row: .goal($0))] }
    #expect(LineList(lines, scroll: 99).first(showing: 6) == 14)
    #expect(LineList(lines, scroll: -3).first(showing: 6) == 0)
    #expect(LineList(lines, selected: .goal(goals[5]), scroll: 0).first(showing: 6) == 6)
    #expect(LineList(lines, selected: .goal(goals[5]), scroll: 18).first(showing: 6) == 10)
    #expect(LineList(lines, selected: .goal(goals[5]), scroll: 8).first(showing: 6) == 8)
    #expect(LineList(lines).rows == goals.map(Row.goal))
  }

  @Test func aBoxTellsWhatIsOutOfSight() {
    var frame = Frame(size: Size(columns: 24, rows: 5))
    let list = LineList((1...9).map { Line("line \($0)") }, scroll: 2)
    frame.draw(list, box: Box("Title", trailing: "9"), in: frame.bounds, look: look)
    #expect(
      frame.picture == """
        ┌ Title ──────────── 9 ┐
        │ line 3               │
        │ line 4               │
        │ line 5               │
        └─────── ▲ 2  ▼ 4 more ┘
        """)
  }

  @Test func theSelectionCoversTheWholeRow() {
    var frame = Frame(size: Size(columns: 6, rows: 2))
    let rows = [Row.goal(GoalID("a")), .goal(GoalID("b"))]
    frame.draw(LineList(rows.map { Line("ab", row: $0) }, selected: rows[1]), in: frame.bounds, look: look)
    #expect(frame.styles(by: [look[.selection]: "S"]) == "\nSSSSSS")
  }

  @Test func digitsAreAsLargeAsTheyFit() throws {
    let small = try #require(LargeDigits("4:32", fitting: Size(columns: 20, rows: 3), hasHalfBlocks: true))
    #expect(
      small.lines == [
        "█ █ ▄ ▀▀█ ▀▀█",
        "▀▀█ ▄  ▀█ █▀▀",
        "  ▀   ▀▀▀ ▀▀▀",
      ])
    #expect(LargeDigits("4:32", fitting: Size(columns: 12, rows: 9), hasHalfBlocks: true) == nil)
    let ascii = try #require(LargeDigits("+1", fitting: Size(columns: 7, rows: 5), hasHalfBlocks: false))
    #expect(ascii.lines == ["     # ", " #  ## ", "###  # ", " #   # ", "    ###"])
    let large = try #require(LargeDigits("0", fitting: Size(columns: 12, rows: 20), hasHalfBlocks: true))
    #expect(large.size == Size(columns: 12, rows: 10))
  }

  @Test func initialsDifferAndTakeTwoColumns() {
    let names = ["Dev Rao", "Dana Roth", "Diego Ruiz", "王 美玲", "王 小明", "王", "Cher", "Ch", "", "Dora Ray Ríos"]
    let people = names.enumerated().map { Stakeholder(id: StakeholderID("p\($0)"), name: $1) }
    let initials = Initials(people)
    let texts = people.map { initials[$0.id] }
    #expect(Set(texts).count == names.count)
    #expect(texts.allSatisfy { Text.displayWidth($0) == 2 })
    #expect(texts.prefix(4) == ["DR", "Da", "Di", "王"])
  }

  @Test func theStepLineKeepsTheCurrentStepInSight() {
    let chips = (0..<12).map { StepChip("Step \($0)", $0 < 8 ? .done : $0 == 8 ? .current : .ahead, .unicode) }
    for width in 8...140 {
      let window = StepChip.window(of: chips, width: width)
      #expect(window.contains(8), "at \(width)")
    }
    #expect(StepChip.window(of: chips, width: 140) == 0..<12)
  }

  @Test func aLongInputShowsThePartAroundTheCursor() {
    let input = InputLine(text: "note 漢字 and a good deal more", cursor: 8)
    #expect(input.visible(in: 40).text == "note 漢字 and a good deal more")
    #expect(input.visible(in: 40).cursor == 10)
    #expect(input.visible(in: 5).text == "漢字 and a good deal more")
    #expect(input.visible(in: 5).cursor == 5)
  }
}
