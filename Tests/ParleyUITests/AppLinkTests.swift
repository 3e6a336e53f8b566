import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire
import Testing

@Suite("The line to the host")
struct AppLinkTests {
  @Test("A lost host costs no word: what was typed stays, what was given is given again under its id")
  func hostLost() {
    var room = Room()
    room.press("n n n o")
    room.type("A note")
    room.isHostAway = true
    room.press("enter")
    #expect(room.form?.isSending == true)
    _ = room.model.loseHost(at: room.now)
    #expect(room.screen.contains("host lost, restarting"))
    #expect(room.form?.value(of: "TEXT") == "A note")
    room.isHostAway = false
    room.welcome()
    #expect(room.lines.filter { $0 == "note \"A note\"" }.count == 1)
    #expect(room.state.notes.map(\.text) == ["A note"])
    #expect(room.model.overlays.isEmpty)
    #expect(room.screen.contains("A note"))
  }

  @Test("Words that are on their way when the host is lost are neither changed nor given twice by what is typed then")
  func typedAfterLoss() {
    var room = Room()
    room.press("n n n o")
    room.type("A note")
    room.isHostAway = true
    room.press("enter")
    _ = room.model.loseHost(at: room.now)
    room.press("x enter")
    #expect(room.form?.value(of: "TEXT") == "A note")
    room.isHostAway = false
    room.welcome()
    #expect(room.state.notes.map(\.text) == ["A note"])
  }

  @Test("Keys pressed while the host is away are given when it is back")
  func keysWhileAway() {
    var room = Room()
    room.press("n n")
    _ = room.model.loseHost(at: room.now)
    room.press("n")
    #expect(room.state.step == .context)
    room.welcome()
    #expect(room.state.step == .goal(GoalID("activation")))
  }

  @Test("Keys typed faster than the host answers mean what they would mean after the answer")
  func typedAhead() {
    var room = Room()
    room.press("n n n")
    room.isHostSlow = true
    room.press("g g g g o")
    room.type("Quick")
    room.press("enter : ")
    room.type("confirm")
    for _ in 0..<5 { room.answerNext() }
    #expect(room.state.goalOnTable?.dots.count == 4)
    #expect(room.state.notes.map(\.text) == ["Quick"])
    #expect(room.prompt?.line == "confirm")
    room.press("C-u g C-c")
    #expect(room.prompt == nil)
  }

  @Test("A full disk is said, the words are kept, and all goes on when the disk does")
  func notSaved() {
    var room = Room()
    room.press("n n n")
    room.isDiskFull = true
    room.press("o")
    room.type("Kept")
    room.press("enter")
    #expect(room.screen.contains("not saved: the disk is full"))
    #expect(room.form?.value(of: "TEXT") == "Kept")
    room.press("esc")
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == "Kept")
    room.press("enter")
    #expect(room.screen.contains("not saved yet: this is given already"))
    room.press("esc q s")
    #expect(room.screen.contains("not saved yet: stop when the disk is back"))
    #expect(!room.effects.contains(.leave(.stopped)))
    room.press("right")
    #expect(room.screen.contains("not saved: the disk is full; 1 kept and tried again"))
    room.isDiskFull = false
    room.answerNext()
    #expect(!room.screen.contains("disk is full"))
    #expect(room.state.notes.map(\.text) == ["Kept"])
    #expect(room.form == nil)
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == nil)
  }

  @Test("What another terminal gives is shown here, and said")
  func others() throws {
    var room = Room()
    room.press("n n n")
    try room.hearElsewhere("dot ceo green", by: .stakeholder(StakeholderID("ceo")))
    #expect(room.model.state?.goalOnTable?.dots.count == 1)
    #expect(room.screen.contains("Ada Obi: green on Improve activation rate"))
  }

  @Test("Undo says what it took back")
  func undo() {
    var room = Room()
    room.press("n n n g u")
    #expect(
      room.model.notice?.text == "took back what the facilitator gave: “Carla Stein: green on Improve activation rate”")
    #expect(room.state.goalOnTable?.dots.isEmpty == true)
    room.press("u u u u")
    #expect(room.model.notice?.severity == .refusal)
    #expect(room.state.step == .lobby)
  }

  @Test("What a refusal advises is said by the key that does it, and without how a command would be written")
  func advice() throws {
    var room = Room()
    room.press("n n n")
    for goal in ["activation", "churn", "deal-close"] {
      for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] { room.give("dot \(who) green") }
      room.give("confirm \(goal)")
      room.press("n")
    }
    while room.state.step != .readBack { room.press("n") }
    room.press("n")
    #expect(room.model.notice?.text == "nothing comes after read-back; C ends the session")
    room.give("ack ceo caveat=\"The mails come first\"")
    room.press("enter enter enter C")
    #expect(room.model.notice?.text == "the caveat of Ada Obi has no answer yet; give one: R")
    room.press("enter")
    #expect(room.model.notice?.text == "everyone has acknowledged; R answers the caveat of Ada Obi, then C closes")
  }

  @Test("Silence is refused by name, with the question to ask")
  func silence() {
    var room = Room()
    room.press("n n n g c")
    #expect(room.model.notice?.severity == .refusal)
    #expect(room.screen.contains("Vera Engel"))
    // Rules have numbers in the reference; keys need none.
    #expect(room.model.notice?.text.hasSuffix("by name: silence is not agreement") == true)
  }

  @Test("q asks: leave it running, stop it, or stay")
  func quit() {
    var room = Room()
    room.press("n q esc")
    #expect(room.model.overlays.isEmpty)
    room.effects = []
    room.press("q l")
    #expect(room.effects.filter { if case .title = $0 { false } else { true } } == [.send(.leave), .leave(.detached)])
    room = Room()
    room.press("q s")
    #expect(room.effects.contains(.send(.stop)))
    #expect(room.effects.contains(.leave(.stopped)))
    room = Room()
    room.press("C-c C-c")
    #expect(!room.effects.contains(.leave(.detached)))
  }

  @Test(
    "A terminal that the host gave up for not reading is not over: it comes back by itself, with all that it missed")
  func tooSlow() {
    var room = Room()
    room.press("n n n o")
    room.type("Half a")
    room.effects = []
    room.hear(.ended(.tooMuch))
    #expect(room.effects.isEmpty)
    _ = room.model.loseHost(at: room.now)
    room.welcome()
    #expect(room.form?.value(of: "TEXT") == "Half a")
    #expect(room.screen.contains("the host is back"))
    room.hear(.ended(.flooding))
    #expect(room.effects.contains(.leave(.disconnected(.flooding))))
    #expect(ExitReason.disconnected(.flooding).exitStatus == 70 && ExitReason.disconnected(.full("x")).exitStatus == 69)
  }

  @Test("Ctrl-Z suspends and a terminal that is gone leaves the host running")
  func endings() {
    var room = Room()
    room.press("o C-z")
    #expect(room.effects.contains(.suspend))
    #expect(room.form != nil)
    room.press(.hangup)
    #expect(room.effects.contains(.leave(.hungUp)))
    #expect(!room.effects.contains(.send(.stop)))
    #expect(ExitReason.hungUp.exitStatus == 129)
    #expect(ExitReason.detached.exitStatus == 0)
  }

  @Test("A stakeholder's own terminal gives only what is theirs, and says so of the rest")
  func stakeholder() {
    var facilitator = Room()
    facilitator.press("n n n")
    var room = Room(in: facilitator, speaker: .stakeholder(StakeholderID("vp-eng")))
    room.press("g")
    #expect(room.state.goalOnTable?.dots.keys.map(\.text) == ["vp-eng"])
    room.press("n")
    #expect(room.model.notice?.severity == .refusal)
    #expect(!room.hints.contains("n next"))
  }
}
