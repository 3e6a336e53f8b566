import ParleyCore
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

/// What a conflict looks like, drawn in the test.
@Suite("A conflict on the screen (M18)")
struct ConflictPaneTests {
  private func pane(_ session: SampleSession, marked: StakeholderID? = nil, look: Look = Look()) -> Frame {
    var view = session.conflictView()
    if let marked { view.marked = marked }
    view.look = look
    var frame = Frame(size: Size(columns: 72, rows: 18))
    frame.draw(view.content(frame.size), in: frame.bounds, look: look)
    return frame
  }

  @Test("Both stand side by side: what they hold, the interest beneath, arguments in order, a third below, the price")
  func sideBySide() throws {
    #expect(
      try pane(.argued()).picture == """
        ┌ Conflict: Reduce monthly churn ──────────────────────────────────────┐
        │ Is five per cent worth a quarter of engineering?                     │
        │                                                                      │
        │ ▶ Victor Sand  VP Sales          │   Vera Engel  VP Engineering      │
        │   “Five is out of reach before   │   “Each mail we add is one more   │
        │   the win-back mails ship”       │   incident on a pipeline nobody   │
        │   Interest: Deals that close     │   dares to touch”                 │
        │   this quarter                   │   Interest: A system that can be  │
        │                                  │   changed without fear            │
        │                                  │                                   │
        │ · Thirty deals wait              │ · Two incidents delayed four      │
        │                                  │   releases in May                 │
        │                                                                      │
        │ Carla Stein: Both lose when the accounts leave                       │
        ├ Trade-off: at stake, and settled ───── Q3 2027  3/3: one in, one out ┤
        │ ▶ Reduce monthly churn       8 → 5 %  Monthly churn                  │
        │ ✓ Improve activation rate  25 → 40 %  Trials activated within 14 da… │
        └──────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test("The goal at stake, its number, the names and the interests stand out, and the notes stand back")
  func styles() throws {
    let look = Look()
    let frame = try pane(.argued())
    #expect(frame[4, 3].style == look[.person].merged(over: look[.text]) || frame[4, 3].style == look[.person])
    #expect(frame[4, 15].style == look[.goalOnTable])
    #expect(frame[29, 15].style == look[.metric])
    #expect(frame[4, 6].style == look[.dim])
    #expect(frame[14, 6].style == look[.phrase])
    #expect(frame[35, 4].style == look[.border])
  }

  @Test("What is missing is said to be missing")
  func nothingSaid() throws {
    let rows = try pane(.inConflict()).picture.split(separator: "\n")
    #expect(rows[4].contains("has not said yet") && rows[4].contains("│   has not said yet"))
    var session = try SampleSession.inConflict()
    try session.give("argue vp-eng \"No\"")
    #expect(pane(session).picture.contains("Interest: not said yet"))
  }

  @Test("Two minutes before the end the four ways out stand there with their keys and needs; over time says so")
  func ways() throws {
    var session = try SampleSession.argued()
    session.wait(5, 39)
    #expect(!pane(session).picture.contains("four ways out"))
    session.wait(0, 1)
    let picture = pane(session).picture
    #expect(picture.contains("├ Time is short: four ways out "))
    #expect(picture.contains("│ R   resolve     the decision, and because"))
    #expect(picture.contains("│ E   experiment  what, metric, until, whose"))
    #expect(picture.contains("│ S   escalate    to whom, by when, options"))
    #expect(picture.contains("│ P   postpone    decider, by when, criteria"))
    session.wait(2, 7)
    #expect(pane(session).picture.contains("├ Time is up: four ways out "))
    #expect(pane(session).picture.contains(" +0:07 ┤"))
  }

  @Test("A third person who is chosen to speak is named before they have said anything")
  func third() throws {
    #expect(try pane(.inConflict(), marked: StakeholderID("ceo")).picture.contains("▶ Ada Obi  speaks next"))
  }

  @Test("When there is more than fits, the newest is in sight, and the older can be scrolled to")
  func long() throws {
    var session = try SampleSession.argued()
    for number in 1...12 { try session.give("argue vp-\(number % 2 == 0 ? "eng" : "sales") \"Word \(number)\"") }
    #expect(pane(session).picture.contains("Word 12"))
    #expect(!pane(session).picture.contains("Word 1 "))
    var view = session.conflictView()
    view.scroll = 8
    var frame = Frame(size: Size(columns: 72, rows: 18))
    frame.draw(view.content(frame.size), in: frame.bounds, look: view.look)
    #expect(!frame.picture.contains("Word 12"))
  }

  @Test("What a stakeholder is measured by is nowhere: the numbers are those of goals that are on the table")
  func nothingPrivate() throws {
    for screen in GoldenScreen.conflicts {
      for size in GoldenScreenTests.sizes {
        let picture = try screen.view().frame(size: size).picture
        #expect(!picture.contains("Deal velocity") && !picture.contains("Accelerate"))
      }
    }
  }

  @Test("Without colour and without Unicode it still tells whose turn it is, what is at stake and that time is up")
  func plain() throws {
    var session = try SampleSession.argued()
    session.wait(8, 5)
    let colourful = pane(session)
    let look = Look(theme: .parleyDark, depth: .none, showsUnicode: false)
    let frame = pane(session, look: look)
    #expect(frame.picture != colourful.picture)
    #expect(frame.picture.contains("| > Victor Sand  VP Sales          |   Vera Engel"))
    #expect(frame.picture.utf8.allSatisfy { $0 < 0x80 })
    #expect(frame.cells.allSatisfy { $0.style.foreground == nil && $0.style.background == nil })
    #expect(frame[4, 3].style.attributes.contains(.bold))
  }

  @Test("The large time is the conflict's, the step's stands small beside it, at every size")
  func times() throws {
    let view = try SampleSession.argued().conflictView()
    let wide = view.frame(size: Size(columns: 120, rows: 34)).picture
    #expect(wide.contains("┌ Conflict ") && wide.contains(" 10:00 ┐"))
    #expect(wide.contains("left · Churn 2:12"))
    let narrow = view.frame(size: Size(columns: 80, rows: 24)).picture
    #expect(narrow.contains("7:40  left · conflict") && narrow.contains("Churn 2:12 · 3 parked"))
    let tiny = view.frame(size: Size(columns: 40, rows: 10)).picture
    #expect(tiny.contains("Conflict: Is five per cent worth") && tiny.contains("Churn 2:12"))
  }

  @Test("Plans with long words, wide characters and ten people fit too")
  func hostile() throws {
    var session = SampleSession(.wide)
    try session.give(
      "next", "next", "conflict \"\(String(repeating: "速度", count: 60))\" between=apac,cto",
      "argue apac \"\(String(repeating: "x", count: 300))\" interest=\"\(String(repeating: "長", count: 90))\"",
      "argue data \"\(String(repeating: "Ünïcödé ", count: 40))\"")
    for size in [(0, 0), (1, 1), (9, 5), (20, 8), (60, 16), (80, 24), (120, 34), (200, 60)] {
      let frame = session.conflictView().frame(size: Size(columns: size.0, rows: size.1))
      #expect(frame.size == Size(columns: size.0, rows: size.1))
    }
    let lines = session.conflictView().frame(size: Size(columns: 80, rows: 24)).picture.split(separator: "\n")
    #expect(lines.dropFirst(3).prefix(18).allSatisfy { Text.displayWidth(String($0)) == 80 })
  }
}
