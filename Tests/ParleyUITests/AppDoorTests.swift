import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire
import Testing

@Suite("At the door")
struct AppDoorTests {
  private let knock = Knock(
    number: 3, account: "carla (uid 1001)", wish: SeatName(.stakeholder, StakeholderID("cs-head")))

  @Test("Someone who waits is named on the facilitator's screen until they are answered, and L lets them in")
  func answers() {
    var room = Room()
    room.press("n n n")
    room.hear(.knock(knock))
    #expect(room.screen.contains("carla (uid 1001) waits to be let in as cs-head; L answers"))
    #expect(room.hints.contains("L let in"))
    room.press("g")
    room.press("right")
    #expect(room.screen.contains("carla (uid 1001) waits"))
    room.effects = []
    room.press("L")
    #expect(room.screen.contains("yes, as Carla Stein"))
    room.press("y")
    #expect(room.effects == [.send(.admit(knock: 3, seat: SeatName(.stakeholder, StakeholderID("cs-head"))))])
    room.hear(.knockOver(3))
    let lead = Presence(seat: SeatName(.facilitator), since: room.now)
    room.hear(.present([lead]))
    room.hear(
      .present([
        lead, Presence(seat: SeatName("cs-head"), account: "carla (uid 1001)", since: room.now),
      ]))
    #expect(room.screen.contains("Carla Stein (carla, uid 1001) joined"))
    room.press("right")
    #expect(!room.screen.contains("carla (uid 1001)"))
    room.press("L")
    #expect(room.screen.contains("nobody waits to be let in"))
  }

  @Test(
    "They can be let in as someone else, as a screen or the note-taker, or turned away",
    arguments: [
      ("1", TerminalMessage.admit(knock: 3, seat: SeatName("ceo"))), ("s", .admit(knock: 3, seat: SeatName("screen"))),
      ("n", .admit(knock: 3, seat: SeatName("note-taker"))), ("x", .turnAway(knock: 3)),
    ])
  func ways(key: String, message: TerminalMessage) {
    var room = Room()
    room.hear(.knock(knock))
    room.press("L \(key)")
    #expect(room.effects.contains(.send(message)))
  }

  @Test("The least that can be given comes first, and nobody leads by a habit of the fingers")
  func leastFirst() {
    var room = Room()
    room.hear(.knock(Knock(number: 4, account: "mallory (uid 1009)", wish: SeatName(.facilitator))))
    room.press("L")
    let lines = room.screen.split(separator: "\n")
    let screen = lines.firstIndex { $0.contains("as a screen") } ?? .max
    #expect(screen < lines.firstIndex { $0.contains("as Carla Stein") } ?? 0)
    #expect(!room.screen.contains("yes, as"))
    for key in ["y", "enter", "L"] {
      room.effects = []
      var hasty = room
      hasty.press(key)
      #expect(!hasty.effects.contains(.send(.admit(knock: 4, seat: SeatName(.facilitator)))), "\(key)")
    }
    room.press("F")
    #expect(room.screen.contains("Let them lead?") && room.screen.contains("whatever you can"))
    room.press("L")
    #expect(room.effects.contains(.send(.admit(knock: 4, seat: SeatName(.facilitator)))))
  }

  @Test("Every answer of a menu is there to its last word, on a phone's screen too", arguments: [50, 80, 120])
  func wholeAnswers(columns: Int) {
    var room = Room()
    room.size = Size(columns: columns, rows: 34)
    room.hear(.knock(Knock(number: 4, account: "mallory (uid 1009)", wish: SeatName(.facilitator))))
    room.press("L")
    for end in ["lets others in", "nothing", "speaks for it."] { #expect(room.screen.contains(end), "\(end)") }
  }

  @Test("The question goes away when another terminal has answered it")
  func answeredElsewhere() {
    var room = Room()
    room.hear(.knock(knock))
    room.press("L")
    room.hear(.knockOver(3))
    #expect(room.model.overlays.isEmpty)
  }

  @Test("Whoever waits sees that they do and nothing else; keys do nothing but leave; then the session is there")
  func waits() {
    var room = Room(speaker: .screen)
    room.model = TerminalModel(speaker: .screen, commandPrefix: CommandID("t9") ?? .random())
    room.hear(.waiting)
    #expect(room.screen.contains("Waiting to be let in") && room.screen.contains("The facilitator has been asked."))
    room.hear(.unattended)
    #expect(room.screen.contains("Waiting to be let in") && room.screen.contains("nobody can say yes"))
    #expect(room.screen.contains("parley invite"))
    room.press("n : x")
    #expect(room.model.overlays.isEmpty && room.lines.isEmpty)
    var leaving = room
    leaving.press("q")
    #expect(leaving.effects.contains(.leave(.detached)))
    room.hear(
      .welcome(
        Welcome(
          session: "q3", role: .stakeholder, as: StakeholderID("vp-eng"), now: room.now, boottimeMs: 1000)))
    room.hear(.snapshot(room.session.snapshot))
    #expect(!room.screen.contains("Waiting to be let in"))
    #expect(room.model.speaker == .stakeholder(StakeholderID("vp-eng")))
  }

  @Test(
    "Line by line it is the same: who waits is named, and words answer", arguments: ["let-in 3 cs-head", "turn-away 3"])
  func plain(line: String) {
    let room = Room()
    var session = PlainSession(commandPrefix: CommandID("p1") ?? .random())
    _ = session.handle(
      message: .welcome(Welcome(session: "q3", role: .facilitator, now: room.now, boottimeMs: 0)), at: room.now)
    _ = session.handle(message: .snapshot(room.session.snapshot), at: room.now)
    let told = session.handle(message: .knock(knock), at: room.now)
    #expect(
      told.contains(
        .say("carla (uid 1001) waits to be let in as cs-head. Type: let-in 3 WHO, or turn-away 3")))
    let effects = session.handle(line: line, at: room.now)
    #expect(
      effects.contains(
        line.hasPrefix("let")
          ? .send(.admit(knock: 3, seat: SeatName("cs-head"))) : .send(.turnAway(knock: 3))))
    #expect(session.handle(line: "let-in 9 cs-head", at: room.now).contains(.say("nobody waits with that number")))
  }
}
