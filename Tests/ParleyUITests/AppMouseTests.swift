import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import TestFixtures
import Testing

@Suite("The mouse on a session's screen")
struct AppMouseTests {
  private func atGoal(_ size: Size = Size(columns: 120, rows: 34)) -> Room {
    var room = Room()
    room.size = size
    room.press("n n n esc")
    return room
  }

  @Test("A key of the footer is pressed, each dot by its own letter", arguments: [80, 120])
  func footer(columns: Int) {
    var room = atGoal(Size(columns: columns, rows: 34))
    room.press("2")
    room.click(columns == 80 ? "g y r" : "g green")
    #expect(room.lines.last == "dot vp-sales green goal=activation")
    room.click("p park")
    #expect(room.form?.verb == .park)
    room.press("esc")
    room.click("? help")
    #expect(room.screen.contains("Enter does it"))
  }

  @Test("A view is opened, a row marked, and a second click does what Enter does")
  func views() {
    var room = atGoal()
    room.click("F7 Agenda")
    #expect(room.model.pane == .agenda)
    room.click("Context", last: true)
    #expect(room.model.view(at: room.now)?.selected == .step(.context))
    room.click("Context", last: true)
    #expect(room.state.step == .context)
    room.press("left")
    room.click("Esc back")
    #expect(room.model.pane == .session)
    room.click("✓ Boundary")
    #expect(room.model.pane == .agenda && room.model.view(at: room.now)?.selected == .step(.boundary))
    #expect(room.lines.last == "goto context", "a click on the line of steps shows, and moves nothing")
  }

  @Test("A person and a goal are marked")
  func rows() {
    var room = atGoal()
    room.press("f3")
    room.click("Vera Engel")
    #expect(room.model.view(at: room.now)?.selected == .person("vp-eng"))
    room.press("esc g g g g c n")
    room.click("1 Improve activation")
    #expect(room.model.view(at: room.now)?.selected == .goal("activation"))
    room.click("1 Improve activation")
    #expect(room.model.pane == .goal("activation"))
  }

  @Test("Over the grid the initials mark a person, and a timeframe is looked at in the roadmap", arguments: [80, 120])
  func heads(columns: Int) {
    var room = atGoal(Size(columns: columns, rows: 34))
    room.click("VE", below: "Goals by timeframe")
    #expect(room.model.view(at: room.now)?.marked == "vp-eng")
    room.press("g g g g c n")
    room.click("Q3 2027")
    #expect(room.model.pane == .roadmap)
    #expect(room.model.view(at: room.now)?.selected == .goal("activation"))
    let lines = room.lines
    room.click("Q4 2027")
    #expect(room.model.pane == .roadmap && room.lines == lines, "a timeframe without goals marks none")
  }

  @Test("When the time is up each way on is taken by a click")
  func overtime() {
    var room = atGoal()
    room.wait(700)
    #expect(room.screen.contains("Time is up"))
    var other = room.branch()
    other.click("extend by 5 min")
    #expect(other.lines.last == "extend 5" && !other.screen.contains("extend by 5 min"))
    other = room.branch()
    other.click("park what is open")
    #expect(other.form?.verb == .park)
    other = room.branch()
    other.click("name the conflict")
    #expect(other.form?.verb == .conflict)
    room.click("stay; the clock counts up")
    #expect(!room.screen.contains("extend by 5 min") && room.lines.last != "extend 5")
  }

  @Test("A ballot is opened, filled and cast by clicks, and no click on it reaches what lies below")
  func ballot() {
    var room = atGoal()
    room.give("vote open dots=3 max=2")
    room.press("v")
    room.click("opens your ballot")
    room.click("Reduce monthly churn")
    room.click("Reduce monthly churn")
    room.click("Reduce monthly churn")
    #expect(room.screen.contains("No more than 2 on one goal.") && room.screen.contains("1 dot left"))
    let keys = room.place(of: "+ - more")
    room.press(.mouse(Mouse(.press, at: Point(x: keys.x + 2, y: keys.y))))
    room.press(.mouse(Mouse(.release, at: Point(x: keys.x + 2, y: keys.y))))
    #expect(room.screen.contains("2 dots left"))
    room.click("Enter casts")
    #expect(room.screen.contains("It is final"))
    room.click("Improve activation rate")
    #expect(room.screen.contains("2 dots left"), "while it is asked, a click leads back, as any key does")
    room.click("Enter casts")
    room.click("casts it and clears")
    #expect(room.state.openVote?.turnout.count == 1)
    #expect(room.model.view(at: room.now)?.selected == nil)
  }

  @Test("In a form a field gets the keys and a choice is made; in a menu an answer is given")
  func overlays() {
    var room = atGoal()
    room.press("f")
    room.type("Dark mode")
    room.click("Asked by")
    room.click("Victor Sand", below: "Asked by")
    #expect(room.form?.value(of: "by") == "vp-sales")
    room.press("enter")
    room.click("withdrawn")
    #expect(room.lines.suffix(2) == ["request \"Dark mode\" by=vp-sales", "withdraw P2"])
    room.press("?")
    room.type("minute")
    room.click("five more")
    #expect(room.lines.last == "extend 5")
  }

  @Test("Under an overlay nothing is hit, and a drag, or a click into the empty, does nothing")
  func nothing() {
    var room = atGoal()
    let before = room.lines
    let place = room.place(of: "p park")
    room.press("q")
    room.press(.mouse(Mouse(.press, at: place)))
    room.press(.mouse(Mouse(.release, at: place)))
    #expect(room.model.overlays.count == 1 && room.form == nil)
    room.press("esc")
    room.press(.mouse(Mouse(.press, at: Point(x: 1, y: 20))))
    room.press(.mouse(Mouse(.release, at: place)))
    room.press(.mouse(Mouse(.press, at: Point(x: 5000, y: 5000))))
    room.press(.mouse(Mouse(.release, at: Point(x: 5000, y: 5000))))
    room.press(.mouse(Mouse(.release, at: place)))
    #expect(room.model.overlays.isEmpty && room.lines == before)
  }

  @Test("The wheel scrolls a page, and marks no goal of the step at hand")
  func wheel() {
    var room = atGoal(Size(columns: 80, rows: 16))
    room.press(.mouse(Mouse(.wheelDown, at: Point(x: 5, y: 8))))
    #expect(room.model.view(at: room.now)?.selected == nil)
    room.press("f8")
    let top = room.screen
    room.press(.mouse(Mouse(.wheelDown, at: Point(x: 5, y: 8))))
    #expect(room.screen != top)
    room.press(.mouse(Mouse(.wheelUp, at: Point(x: 5, y: 8))))
    #expect(room.screen == top)
  }

  @Test("At every moment, on any size, a click anywhere breaks nothing")
  func anywhere() {
    for moment in AppActionTests.moments() {
      for size in [Size(columns: 80, rows: 24), Size(columns: 50, rows: 14)] {
        for y in stride(from: 0, to: size.rows, by: 3) {
          var room = moment
          room.size = size
          room.press("esc")
          for action in [Mouse.Action.press, .release, .press, .release, .wheelDown] {
            room.press(.mouse(Mouse(action, at: Point(x: (y * 7) % size.columns, y: y))))
          }
          #expect(room.frame.size == size)
        }
      }
    }
  }
}

extension Room {
  /// Where these words stand on the screen: their first column, of the first or the last such row.
  func place(of words: String, last: Bool = false, below: String? = nil) -> Point {
    let frame = frame
    let top = below.map { place(of: $0).y } ?? 0
    let rows = (top..<size.rows).compactMap { row -> Point? in
      let cells = (0..<size.columns).map { frame[$0, row].text }
      let text = cells.joined()
      guard let range = text.firstRange(of: words) else { return nil }
      return Point(x: text[..<range.lowerBound].count, y: row)
    }
    return (last ? rows.last : rows.first) ?? Point(x: -1, y: -1)
  }

  /// Clicks on the first letter of these words.
  mutating func click(_ words: String, last: Bool = false, below: String? = nil) {
    let place = place(of: words, last: last, below: below)
    #expect(place.x >= 0, "“\(words)” is not on the screen:\n\(screen)")
    press(.mouse(Mouse(.press, at: place)))
    press(.mouse(Mouse(.release, at: place)))
  }
}
