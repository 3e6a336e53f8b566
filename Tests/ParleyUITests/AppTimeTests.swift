import ParleyCore
import ParleyScreens
import ParleyTerminal
import Testing

@testable import ParleyUI

@Suite("Time on a terminal")
struct AppTimeTests {
  @Test("Nothing wakes it after the end; a countdown does once a second, the room's clock alone once a minute")
  func wakeUps() {
    var room = Room()
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 60))
    room.press("n")
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 1))
    let half = Instant(milliseconds: room.now.milliseconds + 400)
    #expect(room.model.nextMoment(after: half) == room.now.adding(seconds: 1))
    room.press("space")
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 60))
    room.press("space")
    #expect(room.model.nextMoment(after: room.now) == room.now.adding(seconds: 1))
    room.give("close early because=\"Fire alarm\"")
    #expect(room.model.nextMoment(after: room.now) == nil)
  }

  @Test("In the lobby the clock and the end go on, at every seat", arguments: AppRoleTests.speakers)
  func lobby(speaker: Speaker) {
    var room = Room(speaker: speaker)
    #expect(room.screen.contains("14:00 ") && room.screen.contains("ends 15:11"))
    room.wait(300)
    #expect(room.screen.contains("14:05 ") && room.screen.contains("ends 15:16") && !room.screen.contains("14:00"))
  }

  @Test("It warns at two minutes, presses at one, rings once at zero and offers what to do; nothing moves by itself")
  func alarms() {
    var room = Room()
    room.press("n n n")
    room.wait(479)
    #expect(room.model.notice?.severity != .warning)
    room.wait(1)
    #expect(room.model.notice?.text == "two minutes left")
    room.wait(60)
    #expect(room.model.notice?.text.hasPrefix("one minute") == true)
    #expect(!room.effects.contains(.ring))
    room.wait(60)
    #expect(room.effects.filter { $0 == .ring }.count == 1)
    #expect(room.model.offersOvertime)
    #expect(room.screen.contains("Time is up"))
    room.wait(120)
    #expect(room.effects.filter { $0 == .ring }.count == 1)
    #expect(room.state.step == .goal(GoalID("activation")))
    // The offer takes no keys from the session: a dot is still a dot.
    room.press("g")
    #expect(room.state.goal(GoalID("activation"))?.dots.count == 1)
    room.press("e")
    #expect(!room.model.offersOvertime)
    #expect(room.screen.contains("5 more minutes"))
  }

  @Test("Esc closes the offer, and it does not come again")
  func offerCloses() {
    var room = Room()
    room.press("n n n")
    room.wait(601)
    room.press("esc")
    #expect(!room.model.offersOvertime)
    room.wait(60)
    #expect(!room.model.offersOvertime)
  }

  @Test("A terminal that comes to a step in overtime does not ring for it")
  func lateTerminal() {
    var room = Room()
    room.press("n n n")
    room.wait(700)
    room.effects = []
    _ = room.model.loseHost(at: room.now)
    room.welcome()
    room.wait(10)
    #expect(!room.effects.contains(.ring))
  }

  @Test("The title carries the countdown, to the minute until two minutes are left")
  func title() {
    var room = Room()
    room.press("n n n")
    room.effects = []
    room.wait(60)
    #expect(room.effects == [.title("9 min · Activation")])
    room.effects = []
    room.wait(420)
    #expect(room.effects.count == 7)
    #expect(room.effects.last == .title("120 s · Activation"))
    room.effects = []
    room.wait(60)
    #expect(room.effects.filter { $0 != .ring }.count == 6)
  }

  @Test("T fills the screen with the countdown, and again comes back to where one was")
  func countdownAlone() {
    var room = Room()
    room.press("n n n f4 T")
    #expect(room.model.pane == .countdown)
    room.press("T")
    #expect(room.model.pane == .parkingLot)
    room.press("T esc")
    #expect(room.model.pane == .parkingLot)
  }

  @Test("While it is paused the room's clock and the end go on, with one wake-up a minute")
  func paused() {
    var room = Room()
    room.press("n n n space")
    room.wait(30)
    let before = room.screen.split(separator: "\n")[0]
    var wakeUps = 0
    var moment = room.now
    while let next = room.model.nextMoment(after: moment), next <= room.now.adding(seconds: 300) {
      wakeUps += 1
      moment = next
    }
    #expect((4...6).contains(wakeUps))
    room.wait(300)
    #expect(room.screen.contains("paused") && room.screen.split(separator: "\n")[0] != before)
  }

  @Test("A warning goes with its moment: at the next step, with more time, and when the time is over")
  func staleWarnings() throws {
    var seat = Room(speaker: .screen)
    for line in ["next", "next", "next"] { try seat.hearElsewhere(line) }
    seat.wait(485)
    #expect(seat.screen.contains("two minutes left"))
    try seat.hearElsewhere("extend 5")
    #expect(!seat.screen.contains("two minutes left"))
    seat.wait(365)
    #expect(seat.screen.contains("one minute left"))
    seat.wait(60)
    #expect(!seat.screen.contains("one minute left"))
  }

  @Test("The result of a vote goes when the talk goes on, though nobody presses a key")
  func staleResult() throws {
    var seat = Room(speaker: .screen)
    for line in ["next", "next", "next", "vote open"] { try seat.hearElsewhere(line) }
    for who in ["ceo", "vp-eng", "vp-sales", "cs-head"] {
      try seat.hearElsewhere("ballot churn=1", by: .stakeholder(StakeholderID(who)))
    }
    try seat.hearElsewhere("vote reveal")
    #expect(seat.model.overlays.contains(.voteResult))
    try seat.hearElsewhere("note \"Said meanwhile\"")
    #expect(seat.model.overlays.contains(.voteResult))
    try seat.hearElsewhere("dot ceo green")
    #expect(!seat.model.overlays.contains(.voteResult))
  }

  @Test("After fg the window has the session's title again")
  func titleAfterStop() {
    var room = Room()
    room.press("n n n")
    room.effects = []
    room.press("C-z")
    #expect(room.effects.contains(.suspend))
    #expect(room.effects.contains { if case .title = $0 { true } else { false } })
  }
}
