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

  @Test("On the screen that the room may see a private note shows as dots, and the host is told when it is sent")
  func masked() {
    var room = Room(Self.plan)
    room.press("n C-o")
    #expect(room.screen.contains("Private note") && room.screen.contains("each letter shows as a dot"))
    room.type("He bluffs")
    #expect(!room.screen.contains("bluffs") && room.screen.contains("·········"))
    room.press("esc")
    // Words that were left are not told either, nor quoted on leaving, and come back as dots.
    room.press("q")
    #expect(room.screen.contains("private note that was not sent goes with this screen."))
    #expect(!room.screen.contains("bluffs") && room.draftsTold.allSatisfy { !$0.isPrivateNote })
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
    #expect(room.draftsTold.contains { $0.isPrivateNote && $0.words["TEXT"] == "He bluffs" })
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
