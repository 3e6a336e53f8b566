import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("Every role's own terminal")
struct AppRoleTests {
  static let vera = StakeholderID("vp-eng")
  static let speakers: [Speaker] = [.facilitator, .noteTaker, .stakeholder(vera), .screen]

  private func seat(_ lines: String...) throws -> Room {
    var room = Room(speaker: .stakeholder(Self.vera))
    for line in lines { try room.hearElsewhere(line) }
    return room
  }

  @Test("A yellow dot at one's own terminal asks for words first, then for a layer by one key; g takes one key")
  func ownDots() throws {
    var room = try seat("next", "next", "next")
    room.press("y")
    room.type("Forty is a lot")
    room.press("enter m enter")
    #expect(room.lines == ["dot vp-eng yellow goal=activation layer=metric note=\"Forty is a lot\""])
    #expect(room.model.overlays.isEmpty)
    room.press("g")
    #expect(room.state.goalOnTable?.dots[Self.vera]?.colour == .green)
  }

  @Test("At one's own seat notices and forms say you, and everybody else's name")
  func secondPerson() throws {
    var room = try seat("next", "next", "next")
    room.press("g")
    #expect(room.model.notice?.text == "you: green on Improve activation rate")
    try room.hearElsewhere("dot ceo green")
    #expect(room.model.notice?.text == "Ada Obi: green on Improve activation rate")
    try room.hearElsewhere("leave vp-eng", "arrive vp-eng")
    #expect(room.model.notice?.text == "you are here")
    try room.hearElsewhere("conflict Speed between=vp-eng,ceo goal=activation")
    room.press("enter")
    #expect(room.form?.title == "You argue")
    room.press("esc")
    try room.hearElsewhere("escalate to=vp-eng options=\"A|B\" criteria=c by=+7d")
    #expect(room.model.notice?.text.hasPrefix("escalated: you decide by ") == true)
    try room.hearElsewhere("undo")
    #expect(room.model.notice?.text.hasPrefix("took back what the facilitator gave: “escalated: ") == true)
    #expect(!room.screen.contains("Vera Engel decides"), "\(room.model.notice?.text ?? "")")
  }

  @Test("At the read-back one's own caveat is called so")
  func ownCaveat() throws {
    var room = try seat("next", "next", "next")
    for goal in ["activation", "churn", "deal-close"] {
      for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] { try room.hearElsewhere("dot \(who) green") }
      try room.hearElsewhere("confirm \(goal)", "next")
    }
    while room.state.step != .readBack { try room.hearElsewhere("next") }
    room.press("v")
    #expect(room.form?.title == "Your caveat")
    room.press("esc enter")
    #expect(room.model.notice?.text == "you acknowledge")
  }

  @Test("A condition is given in words, and kept when the form is left")
  func condition() throws {
    var room = try seat("next", "next", "next")
    room.press("r tab tab")
    room.type("Two more weeks")
    room.press("esc r enter")
    #expect(room.lines == ["dot vp-eng red goal=activation condition=\"Two more weeks\""])
    #expect(room.state.goalOnTable?.conditions.map(\.text) == ["Two more weeks"])
  }

  @Test("Whoever comes late is asked for the dots that they missed, goes through them with one key, and comes back")
  func late() throws {
    var room = try seat("next", "next", "next", "leave vp-eng")
    for goal in ["activation", "churn"] {
      for who in ["ceo", "vp-sales", "cs-head"] { try room.hearElsewhere("dot \(who) green") }
      try room.hearElsewhere("confirm \(goal)")
      try room.hearElsewhere("next")
    }
    try room.hearElsewhere("arrive vp-eng")
    room.press("g")
    #expect(room.screen.contains("There is no dot of yours on Improve activation rate and 1 more yet."))
    #expect(room.screen.contains("m missed 2"))
    #expect(room.screen.contains("1 of 3") && room.screen.contains("✓ confirmed"))
    room.press("m g")
    #expect(room.lines.last == "dot vp-eng green goal=activation")
    #expect(room.model.pane == .goal(GoalID("churn")))
    room.press("a")
    #expect(room.lines.last == "dot vp-eng abstain goal=churn")
    #expect(room.model.pane == .session)
    #expect(!room.screen.contains("m missed"))
    #expect(room.state.goals.allSatisfy { $0.settlement == nil || $0.settlement?.name == "confirmed" })
  }

  @Test("What a role may not do is in no footer, on no page of help and in no completion", arguments: speakers)
  func onlyOwnKeys(_ speaker: Speaker) throws {
    var room = Room(speaker: speaker)
    for line in ["next", "next", "next"] { try room.hearElsewhere(line) }
    let foreign = Action.all.filter { !$0.isFor(speaker) }
    let hints = room.model.hints(at: room.now, columns: 400).map(\.label)
    for action in foreign { #expect(!hints.contains(action.title), "\(action.id)") }
    #expect(hints.isEmpty == (speaker == .screen))
    let help = HelpPage(room.model, at: room.now).rows
    for case .entry(let entry) in help {
      #expect(!foreign.contains { entry.does == $0.help }, "\(entry.does)")
    }
    room.press(":")
    let offered = room.prompt?.candidates.map(\.word) ?? []
    for word in offered { #expect(VerbName(rawValue: word).map(speaker.mayGive) ?? true, "\(word)") }
    switch speaker {
    case .facilitator: #expect(offered.count > 40)
    case .noteTaker: #expect(offered.contains("note") && !offered.contains("next"))
    case .stakeholder:
      #expect(
        Set(offered) == [
          "dot", "ack", "argue", "comment", "request", "ballot", "reason", "undo", "withdraw", "commit",
        ])
    case .screen: #expect(room.prompt == nil)
    }
  }

  @Test("Every action says which command it gives, so that it can be offered to those alone whose command it is")
  func verbs() throws {
    var room = Room()
    for line in ["next", "next", "next"] { try room.hearElsewhere(line) }
    for action in Action.all {
      let given = action.verbs(in: room.model)
      guard let first = given.first else { continue }
      _ = try #require(action.id.verb, "\(action.id) gives \(first)")
    }
  }

  @Test("A request from one's own seat is kept, and whom it serves is asked of the facilitator alone")
  func request() throws {
    var room = try seat("next", "next", "next")
    room.press("f")
    room.type("A sync")
    room.press("enter")
    #expect(room.lines == ["request \"A sync\" by=vp-eng"])
    #expect(room.model.overlays.isEmpty)
    #expect(room.screen.contains("You asked") && room.screen.contains("P2 A sync"))
  }

  @Test("At a seat w takes one's own request back, and asks which where there are several; never another's")
  func withdraws() throws {
    var room = try seat("next", "next", "next", "request \"Of Ada\" by=ceo")
    #expect(!room.model.hints(at: room.now, columns: 400).contains { $0.label == "withdraw" })
    room.press("w")
    #expect(room.model.notice?.text == "no request of yours waits in the parking lot")
    try room.hearElsewhere("request \"A sync\"", by: .stakeholder(Self.vera))
    #expect(room.model.hints(at: room.now, columns: 400).contains { $0.label == "withdraw" })
    room.press("w")
    #expect(room.lines == ["withdraw P3"])
    for text in ["One", "Two"] { try room.hearElsewhere("request \(text)", by: .stakeholder(Self.vera)) }
    room.press("w")
    #expect(room.screen.contains("Withdraw which of your requests?"))
    if case .menu(let menu)? = room.model.overlays.last {
      #expect(!menu.options.contains { $0.label.contains("Of Ada") })
    }
    room.press("1")
    #expect(room.lines == ["withdraw P3", "withdraw P4"])
    room.press("4 down w")
    #expect(room.lines.last == "withdraw P5")
  }

  @Test("At a seat u takes one's own last command back, is offered only then, and is refused in one's own words")
  func takesBack() throws {
    var room = try seat("next", "next", "next")
    room.press("g")
    #expect(room.model.hints(at: room.now, columns: 400).contains { $0.label == "undo" })
    room.press("u")
    #expect(room.state.goalOnTable?.dots[Self.vera] == nil)
    room.press("g")
    try room.hearElsewhere("dot ceo green")
    #expect(!room.model.hints(at: room.now, columns: 400).contains { $0.label == "undo" })
    room.press("u")
    let own = "you take back your own last command, while nothing has come after it; for more ask the facilitator"
    #expect(room.model.notice?.text == own)
    #expect(room.state.goalOnTable?.dots[Self.vera] != nil)
    room.give("dot ceo red layer=metric")
    #expect(room.prompt?.refusal?.hasPrefix("dot is here for your own word") == true)
  }

  @Test("After closing, c writes a comment")
  func comment() throws {
    var room = try seat("next", "close early because=late")
    room.press("c")
    room.type("Add the budget")
    room.press("enter")
    #expect(room.lines == ["comment vp-eng \"Add the budget\""])
    #expect(room.screen.contains("Add the budget"))
  }

  @Test("After closing, whoever leads writes down the comment of someone who only gets the record")
  func readerComments() throws {
    var plan = Plan.workshop
    plan.inform = [Recipient(name: "Works Council", email: "council@example.org")]
    var room = Room(plan)
    room.give("next")
    room.give("close early because=late")
    room.press("c")
    room.type("Who asks the season?")
    room.press("enter")
    #expect(room.screen.contains("Works Council"))
    room.press("5 enter")
    #expect(room.state.comments.map(\.who) == [StakeholderID("works-council")])
    #expect(room.screen.contains("Works Council"))
  }

  @Test("A note-taker's single keys capture, and what was just said is in sight")
  func desk() throws {
    var room = Room(speaker: .noteTaker)
    for line in ["next", "next", "next", "dot ceo green"] { try room.hearElsewhere(line) }
    #expect(room.screen.contains("Ada Obi: green on Improve activation rate"))
    for key in ["p", "o", "d", "F"] {
      room.press(key)
      #expect(room.form != nil, "\(key)")
      room.press("esc")
    }
    room.press("i 1")
    #expect(room.lines == ["leave ceo"])
    #expect(room.screen.contains("Ada Obi has left"))
    try room.hearElsewhere("conflict \"How much\" between=vp-sales,vp-eng")
    room.press("enter")
    #expect(room.form?.verb == .argue)
    room.press("esc n")
    #expect(room.model.notice?.text.contains("next is the facilitator's") == true)
  }

  @Test("Only the notes that the host sends make a cockpit; its facilitator gives commands there, and stops nothing")
  func cockpit() throws {
    var room = Room()
    for line in ["next", "next", "next"] { try room.hearElsewhere(line) }
    #expect(!room.screen.contains("discretionary"))
    room.hear(.map(.workshop))
    #expect(room.screen.contains("discretionary") && room.screen.contains("cockpit"))
    room.press("down down")
    #expect(room.screen.contains("Tell them") && room.screen.contains("No goal carries the deployment pipeline"))
    room.press("g")
    #expect(room.lines == ["dot vp-eng green goal=activation"])
    room.press("q")
    #expect(!room.screen.contains("stop it"))
  }

  @Test("When the host does not answer, how long it has been silent is shown, and one can leave")
  func silentHost() throws {
    var room = Room()
    room.press("n n n")
    room.isHostSlow = true
    room.press("g")
    #expect(!room.screen.contains("does not answer"))
    room.wait(12)
    #expect(room.screen.contains("the host does not answer, last heard 12 s ago; what you typed is kept"))
    room.press("C-c l")
    #expect(room.effects.contains(.leave(.detached)))
    room.answerNext()
    room.press("right")
    #expect(!room.screen.contains("does not answer"))
  }

  @Test("Where a countdown runs, a host that has said nothing for ten seconds is asked, and a silent one is told")
  func pinged() {
    var room = Room()
    room.wait(60)
    #expect(room.pings == 0)
    room.press("n n n")
    room.wait(9)
    #expect(room.pings == 0)
    room.wait(2)
    #expect(room.pings == 1)
    room.wait(8)
    #expect(room.pings == 1 && !room.screen.contains("does not answer"))
    room.isHostSlow = true
    room.wait(6)
    #expect(room.pings == 2 && room.screen.contains("the host does not answer, last heard"))
    room.wait(60)
    #expect(room.pings == 2)
    room.isHostSlow = false
    room.hear(.pong)
    #expect(!room.screen.contains("does not answer"))
    room.press("space")
    room.wait(60)
    #expect(room.pings == 2)
  }

  @Test("While the host is lost, how long ago it was heard is counted")
  func lostHost() {
    var room = Room()
    room.press("n n n")
    _ = room.model.loseHost(at: room.now)
    room.wait(150)
    #expect(room.screen.contains("host lost, restarting, last heard 2 min ago; what you typed is kept"))
    room.welcome()
    #expect(room.screen.contains("the host is back; nothing was lost"))
  }
}
