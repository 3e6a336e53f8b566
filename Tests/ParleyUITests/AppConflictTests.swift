import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("A conflict by keys (M18)")
struct AppConflictTests {
  /// At the first goal, with a conflict between two about it.
  private func room(_ size: Size = Size(columns: 80, rows: 24)) -> Room {
    var room = Room()
    room.size = size
    room.press("n n n x")
    room.type("Speed or safety?")
    room.press("enter 3 2 enter")
    return room
  }

  @Test("x names it, between two, about the goal on the table; the pane then shows it")
  func opens() {
    let room = room()
    #expect(room.lines.last == "conflict \"Speed or safety?\" between=vp-eng,vp-sales goal=activation")
    #expect(room.screen.contains("Conflict: Improve activation rate"))
    #expect(room.screen.contains("▶ Vera Engel"))
    #expect(room.screen.contains("Ask  “Vera, what do you hold, and what makes you think so?”"))
    #expect(room.hints.prefix(3) == ["Enter argue for Vera Engel", "x ways out", "R resolve"])
  }

  @Test("Enter and the words are an argument; the two take turns, ← → choose someone else")
  func argues() {
    var room = room()
    room.press("enter")
    #expect(room.screen.contains("┌ Vera Engel argues "))
    room.type("Each release breaks")
    room.press("tab")
    room.type("Sleep")
    room.press("enter")
    #expect(room.lines.last == "argue vp-eng \"Each release breaks\" interest=Sleep")
    #expect(room.screen.contains("▶ Victor Sand"))
    // What is on the screen is not said a second time: the cue has the line.
    #expect(room.model.notice == nil)
    room.press("enter")
    room.type("Deals wait")
    room.press("enter right enter")
    room.type("Both")
    room.press("enter")
    #expect(room.lines.last == "argue cs-head Both")
    #expect(room.screen.contains("Carla Stein: Both"))
    #expect(room.screen.contains("▶ Vera Engel"))
  }

  @Test("x shows every way with its key; each opens a form with what it needs, and dates are there")
  func ways() {
    var room = room()
    room.press("x")
    for words in ["argue", "resolve", "experiment", "escalate", "postpone", "go on with the conflict"] {
      #expect(room.screen.contains(words))
    }
    room.press("e")
    #expect(room.screen.contains("What do we try for two weeks"))
    #expect(room.screen.contains("+14d") && room.screen.contains("Measure of activation"))
    room.press("esc s")
    #expect(room.state.openConflict != nil)
    room.press("esc S")
    #expect(room.screen.contains("Options for one decider") && room.screen.contains("+7d"))
    #expect(room.screen.contains("Ada Obi"))
    room.press("esc P")
    #expect(room.screen.contains("On which evidence"))
    room.press("esc R")
    #expect(room.screen.contains("Stands until"))
  }

  @Test("Resolved, it asks both for their dot by name, and the keys give theirs")
  func resolves() {
    var room = room()
    room.press("g R")
    room.type("Weekly")
    room.press("tab")
    room.type("Both can")
    room.press("enter")
    #expect(room.state.decisions.map(\.what) == ["Weekly"])
    #expect(room.screen.contains("the conflict is resolved; D1: Weekly"))
    #expect(room.screen.contains("Ask  “Vera, can you live with what we decided"))
    room.press("g")
    #expect(room.screen.contains("Ask  “Victor, can you live with what we decided"))
    room.press("g")
    #expect(room.state.consentsSought == [])
    #expect(room.state.goalOnTable?.dots[StakeholderID("vp-sales")]?.colour == .green)
  }

  @Test("Escalated and postponed ones say what follows, for whom and with whom")
  func followUp() {
    var room = room()
    room.press("S")
    room.type("Weekly|Monthly")
    room.press("tab")
    room.type("Cost of delay")
    room.press("enter")
    let said = room.model.notice?.text ?? ""
    #expect(said.hasPrefix("escalated: Ada Obi decides by 2027-07-05; follow-up for Ada Obi by 2027-07-05:"))
    #expect(said.hasSuffix("Speed or safety?, with Vera Engel and Victor Sand"))
    #expect(room.state.conflicts.last?.ending != nil)
    #expect(room.screen.contains("Goals by timeframe"))
  }

  @Test("What each option gives and costs may be said below, and costs nobody who does not an Enter")
  func sides() {
    var room = room()
    room.press("S")
    #expect(room.form?.fields.map(\.name) == ["options", "criteria", "to", "by", "gives", "costs"])
    room.type("Weekly|Monthly")
    room.press("tab")
    room.type("Cost of delay")
    room.press("tab tab tab")
    room.type("Speed|")
    room.press("tab")
    room.type("A tester|Two weeks")
    room.press("enter")
    guard case .escalated(let process)? = room.state.conflicts.last?.ending else {
      Issue.record("it was not escalated")
      return
    }
    #expect(process.gives == ["Speed", ""] && process.costs == ["A tester", "Two weeks"])
  }

  @Test("next is refused in the middle of the screen, with the keys that lead on")
  func refusal() {
    var room = room()
    room.press("n")
    #expect(room.state.step == .goal(GoalID("activation")))
    #expect(room.screen.contains("Not yet: the session goes on once the conflict has ended"))
    room.press("p")
    room.type("Cohorts of June")
    room.press("enter")
    #expect(room.state.openConflict == nil)
  }

  @Test("Closing early is refused where it was asked, and names the key")
  func closing() {
    var room = room()
    room.press("Z")
    room.type("Fire alarm")
    room.press("enter")
    #expect(room.state.ended == nil)
    #expect(room.screen.contains("Esc, then x, shows how"))
  }

  @Test("It warns at two minutes and at one, rings once at its end, and nothing moves by itself")
  func time() {
    var room = room()
    room.wait(479)
    #expect(room.model.notice == nil)
    #expect(!room.screen.contains("four ways out"))
    room.wait(1)
    #expect(room.model.notice?.text == "two minutes left for the conflict: x has four ways out")
    #expect(room.screen.contains("Time is short: four ways out"))
    room.wait(60)
    #expect(room.model.notice?.text == "one minute left: resolve, experiment, escalate or postpone?")
    #expect(!room.effects.contains(.ring))
    room.wait(60)
    #expect(room.effects.filter { $0 == .ring }.count == 1)
    #expect(room.screen.contains("Time is up: four ways out"))
    room.wait(300)
    #expect(room.effects.filter { $0 == .ring }.count == 1)
    #expect(room.state.openConflict != nil)
    // The step went over time meanwhile: what to do about that is offered when the conflict is over, without a bell.
    #expect(!room.model.offersOvertime)
    room.press("R")
    room.type("Weekly")
    room.press("tab")
    room.type("Peace")
    room.press("enter")
    #expect(room.model.offersOvertime)
    #expect(room.effects.filter { $0 == .ring }.count == 1)
  }

  @Test("One wake-up a second, one a minute in a pause; the window's title has the conflict's time")
  func wakeUps() {
    var room = room()
    room.wait(1)
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 1))
    #expect(room.effects.contains(.title("10 min · Conflict")))
    room.press("space")
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 59))
  }

  @Test("A terminal that comes in the middle of it shows it with the right time, and does not ring for what is past")
  func returns() {
    var room = room()
    room.wait(700)
    room.effects = []
    _ = room.model.loseHost(at: room.now)
    room.welcome()
    room.wait(5)
    #expect(!room.effects.contains(.ring))
    #expect(room.screen.contains("+1:45  over time · conflict"))
  }

  @Test("Whoever looks elsewhere is brought back when a conflict opens, and not held there")
  func held() {
    var room = Room()
    room.press("n n n f4")
    room.give("conflict Speed between=ceo,vp-eng")
    #expect(room.model.pane == .session)
    room.press("f4")
    #expect(room.model.pane == .parkingLot)
    room.press("x")
    #expect(room.screen.contains("Conflict: Speed"))
  }

  @Test("The overtime of a step offers to name the conflict, with its key")
  func offered() {
    var room = Room()
    room.press("n n n")
    room.wait(601)
    #expect(room.screen.contains("x   name the conflict, with a timebox of its own"))
    room.press("x")
    room.type("Speed")
    room.press("enter 1 2 enter")
    #expect(!room.model.offersOvertime)
    #expect(room.state.openConflict != nil)
  }
}
