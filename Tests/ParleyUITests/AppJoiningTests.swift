import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire
import Testing

@Suite("Joining late")
struct AppJoiningTests {
  /// The views that a key opens, and what they show.
  private func views(_ room: Room) -> [String] {
    var room = room.branch()
    var views: [String] = []
    for key in ["esc", "f2", "f5", "f4", "f3", "f6", "f7", "f8", "T"] {
      // A key without effect takes away what was said last.
      room.press(key)
      room.press("esc")
      room.press(key)
      views.append(room.screen)
      room.press("end")
      views.append(room.screen)
    }
    return views
  }

  @Test(
    "A terminal that comes late shows in every view what one shows that was there from the start",
    arguments: [0, 40, 300])
  func late(notes: Int) throws {
    var first = Room()
    first.press("n n n")
    for number in 0..<notes { try first.hearElsewhere("note \"Remark \(number)\"") }
    for line in [
      "dot ceo green", "dot vp-sales red layer=metric note=\"not reachable\"", "request \"A sync\" by=vp-eng",
      "decide \"No reports\" because=unread", "note gone", "undo", "follow-up \"Cost\" owner=ceo due=2027-09-01",
      "leave cs-head", "pause",
    ] {
      try first.hearElsewhere(line)
    }
    var late = first
    late.model = TerminalModel(commandPrefix: CommandID("t2")!)
    late.welcome()
    #expect(views(late) == views(first))
    #expect(views(late).contains { $0.contains("No reports") })
    #expect(views(late).contains { $0.contains("A sync") })
  }

  @Test("Undo reaches back to before a terminal joined, and says what it took back, down to the opening")
  func far() throws {
    var room = Room()
    room.press("n n n")
    for number in 0..<60 { try room.hearElsewhere("note \"Remark \(number)\"") }
    room.welcome()
    room.press("g")
    room.press("u")
    #expect(
      room.model.notice?.text == "took back what the facilitator gave: “Carla Stein: green on Improve activation rate”")
    for number in (0..<60).reversed() {
      room.press("u")
      #expect(room.model.notice?.text == "took back what the facilitator gave: “noted: Remark \(number)”")
      #expect(room.model.state == room.state)
    }
    #expect(room.state.notes.isEmpty)
    room.press("u u u")
    #expect(room.model.state == Room().state)
    room.press("u")
    #expect(room.model.notice?.severity == .refusal)
  }

  @Test("What a host took before it died is answered by the next one as if it had not died")
  func takenBefore() throws {
    let line = "request \"A sync\" by=vp-eng"
    var usual = Room()
    usual.press("n n n")
    var room = usual.branch()
    usual.give(line)
    room.isHostSlow = true
    room.give(line)
    try room.dieTaking()
    room.isHostSlow = false
    room.welcome()
    #expect(room.model.state == usual.model.state)
    #expect(room.model.overlays.count == 1)
    #expect(room.screen == usual.screen)
  }
}
