import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("What is the facilitator's alone, at a terminal that leads")
struct AppPrivacyTests {
  /// The plan as most write it: it shows nothing of the map.
  private static let plan = {
    var plan = Plan.workshop
    plan.shows = []
    return plan
  }()

  @Test("The people pane shows authority, and the forms fill in who decides, only where the plan shows it")
  func authority() throws {
    for (plan, isShown) in [(Plan.workshop, true), (Self.plan, false)] {
      var room = Room(plan)
      room.press("f3")
      #expect(room.screen.contains("People") && room.screen.contains("Ada Obi"))
      #expect(room.screen.contains("decides") == isShown && room.screen.contains("veto") == isShown)
      room.press("esc n n n")
      room.give("conflict Speed between=ceo,vp-eng")
      room.press("S")
      #expect(room.form?.verb == .escalate && room.form?.value(of: "to") == (isShown ? "ceo" : nil))
      room.press("esc esc")
      try room.hearElsewhere("resolve Both because=Peace")
      for who in ["ceo green", "vp-sales green", "cs-head green", "vp-eng red layer=metric"] {
        try room.hearElsewhere("dot \(who) goal=activation")
      }
      room.press("1 c")
      #expect(room.form?.verb == .confirm && room.form?.value(of: "decider") == (isShown ? "ceo" : nil))
    }
  }

  @Test("The form of a note says that everyone sees it")
  func open() {
    var room = Room()
    room.press("n o")
    #expect(room.screen.contains("Everyone sees it"))
  }

  @Test("On the screen that the room may see a private note shows as dots, before it is sent and afterwards")
  func masked() {
    var room = Room(Self.plan)
    room.press("n C-o")
    #expect(room.screen.contains("Private note") && room.screen.contains("what is typed is not shown"))
    room.type("He bluffs")
    #expect(!room.screen.contains("bluffs") && room.screen.contains("·········"))
    room.press("esc")
    // Words that were left are kept as any others, not quoted on leaving, and come back as dots.
    room.press("q")
    #expect(room.screen.contains("kept for this seat: words of your own"))
    #expect(!room.screen.contains("bluffs"))
    #expect(room.draftsTold.last?.isPrivate == true && room.draftsTold.last?.words["TEXT"] == "He bluffs")
    room.press("esc C-o")
    #expect(room.screen.contains("·········") && !room.screen.contains("bluffs"))
    room.press("enter")
    #expect(room.lines == ["next from=lobby", "note \"He bluffs\" private=true"])
    #expect(room.model.overlays.isEmpty && !room.screen.contains("bluffs"))
    #expect(room.screen.contains("the note is kept for the cockpit alone"))
    #expect(room.session.entries.last?.line == "note")
    room.press("C-o")
    #expect(room.form?.value(of: "TEXT") == nil)
  }

  @Test("At the cockpit it is typed in clear, kept as a draft, and shown with its time, the latest first")
  func cockpit() {
    var room = Room(Self.plan)
    room.hear(.map(PrivateNotes(StakeholderMap())))
    room.press("n C-o")
    #expect(room.screen.contains("The cockpit alone shows it"))
    room.type("He bluffs")
    #expect(room.screen.contains("He bluffs"))
    #expect(room.draftsTold.contains { $0.isPrivate && $0.words["TEXT"] == "He bluffs" })
    room.press("enter")
    var map = StakeholderMap()
    map.notes = [
      PrivateNote(text: "He bluffs", at: room.now), PrivateNote(text: "She waits", at: room.now.adding(seconds: 120)),
    ]
    room.hear(.map(PrivateNotes(map)))
    let screen = room.screen
    #expect(screen.contains("Your notes") && screen.contains("14:00  He bluffs"))
    let places = ["14:02  She waits", "14:00  He bluffs"].compactMap { screen.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 2 && places[0] < places[1])
  }

  @Test("On the `:` line of a screen that may be shared it is not brought back; at the cockpit it is")
  func line() {
    for isCockpit in [false, true] {
      var room = Room(Self.plan)
      if isCockpit { room.hear(.map(PrivateNotes(StakeholderMap()))) }
      room.give("note \"He bluffs\" private=true")
      room.press(": up")
      #expect(room.screen.contains("bluffs") == isCockpit)
    }
  }

  private static let oneOnOne = {
    var plan = AppPrivacyTests.plan
    plan.kind = .oneOnOne
    plan.homework.with = StakeholderID("vp-eng")
    return plan
  }()

  @Test("What somebody says in a 1:1 shows as dots, unless whoever types it asks to see it; at the cockpit it is clear")
  func learning() {
    var room = Room(Self.oneOnOne)
    room.press("n w")
    room.type("Tired of launches")
    #expect(!room.screen.contains("Tired") && room.screen.contains("················"))
    room.press("C-r")
    #expect(room.screen.contains("Tired of launches") && room.screen.contains("C-r hides the words"))
    room.press("C-r esc")
    #expect(room.draftsTold.last?.isPrivate == true && !room.screen.contains("Tired"))
    room.press("w enter")
    #expect(room.lines.last == "learn \"Tired of launches\"" && room.model.overlays.isEmpty)
    #expect(!room.screen.contains("Tired") && room.screen.contains("the answer is in the private map"))
    room.press("n n n n w")
    room.type("Would not")
    // Where they stand is said by no highlight either.
    room.press("tab")
    let before = room.screen
    room.press("m")
    #expect(room.form?.value(of: "alignment") == "misaligned")
    #expect(before.split(separator: "\n").count(where: { $0.contains("misaligned") }) == 1)
    #expect(room.screen.split(separator: "\n").count(where: { $0.contains("misaligned") }) == 1)
    var cockpit = Room(Self.oneOnOne)
    cockpit.hear(.map(PrivateNotes(StakeholderMap())))
    cockpit.press("n w")
    cockpit.type("Tired")
    #expect(cockpit.screen.contains("Tired"))
  }

  @Test(
    "On the `:` line private words show as dots, with no completions and no refusal that quotes them",
    arguments: ["note private=true \"He bluffs\"", "learn \"He bluffs\" alignment=misaligned"])
  func maskedLine(line: String) throws {
    var room = Room(Self.oneOnOne)
    room.press("n :")
    room.type(line)
    #expect(!room.screen.contains("bluffs") && !room.screen.contains("misaligned") && room.screen.contains("······"))
    room.press("C-r")
    #expect(room.screen.contains("He bluffs"))
    room.press("C-r enter")
    #expect(room.lines.last == line && !room.screen.contains("bluffs") && room.model.overlays.isEmpty)
    room.give("\(line) bluffs bluffs")
    #expect(room.screen.contains("nothing of it is quoted here") && !room.screen.contains("bluffs"))
    room.press("esc : up")
    #expect(!room.screen.contains("bluffs"))
  }

  @Test("A note on the `:` line says how its words are hidden, before any of them is typed")
  func hint() {
    var room = Room(Self.plan)
    room.press("n :")
    room.type("note ")
    #expect(room.screen.contains("private=true, before the words, hides them"))
  }

  @Test("Another terminal that leads does not say that a private note was made")
  func elsewhere() throws {
    var room = Room(Self.plan)
    room.press("n")
    let before = room.model.notice
    try room.hearElsewhere("note \"He bluffs\" private=true")
    #expect(room.model.notice == before && !room.screen.contains("cockpit"))
  }

  @Test("It is for those who lead: no other terminal has the key")
  func others() {
    for speaker in AppRoleTests.speakers where speaker != .facilitator {
      #expect(!Action.of(.privateNote).isFor(speaker))
    }
  }
}
