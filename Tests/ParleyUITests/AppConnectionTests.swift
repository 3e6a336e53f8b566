import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire
import Testing

@Suite("Who is connected, at the facilitator's")
struct AppConnectionTests {
  private static let carla = SeatName(.stakeholder, StakeholderID("cs-head"))

  /// The room, told who is connected besides this terminal.
  private func room(_ seats: SeatName...) -> Room {
    var room = Room()
    tell(&room, [])
    tell(&room, seats)
    return room
  }

  private func tell(_ room: inout Room, _ seats: [SeatName]) {
    let own = Presence(seat: SeatName(.facilitator), since: room.now)
    let others = seats.map { Presence(seat: $0, number: $0.role == .facilitator ? 2 : 1, since: room.now) }
    room.hear(.present([own] + others))
  }

  @Test("Whoever comes or goes is told on the line at the bottom, once a seat")
  func news() {
    var room = room(Self.carla)
    #expect(room.screen.contains("Carla Stein joined"))
    room.press("n")
    tell(&room, [Self.carla, Self.carla])
    #expect(!room.screen.contains("joined"))
    tell(&room, [Self.carla, SeatName(.noteTaker), SeatName(.screen)])
    #expect(room.screen.contains("the note-taker and a screen joined"))
    tell(&room, [SeatName(.noteTaker), SeatName(.screen)])
    #expect(room.screen.contains("Carla Stein disconnected"))
    tell(&room, [SeatName(.noteTaker), SeatName(.screen), SeatName(.facilitator)])
    #expect(room.screen.contains("facilitator 2 joined"))
  }

  @Test("Two who lead are told apart: who is here, who writes, and on the second's own screen which they are")
  func twoFacilitators() {
    var room = room(SeatName(.facilitator))
    #expect(room.screen.contains("facilitator 2 joined"))
    room.press("f3")
    #expect(room.screen.contains("Also connected") && room.screen.contains("facilitator 2 since 14:00"))
    room.hear(.writing([TerminalName(SeatName(.facilitator), number: 2)]))
    #expect(room.screen.contains("facilitator 2 is writing"))
    tell(&room, [])
    #expect(room.screen.contains("facilitator 2 disconnected"))
    #expect(!room.screen.contains("· facilitator 2"))
    var second = Room(in: room, speaker: .facilitator)
    #expect(second.screen.contains("Q3 alignment · proposal · facilitator 2"))
    second.press("n")
  }

  @Test("Whoever comes back after the host was lost is no news; somebody new is")
  func afterLoss() throws {
    var room = room(Self.carla)
    room.press("esc")
    try room.dieTaking()
    room.welcome()
    tell(&room, [])
    tell(&room, [Self.carla])
    #expect(!room.screen.contains("joined"))
    tell(&room, [Self.carla, SeatName(.noteTaker)])
    #expect(room.screen.contains("the note-taker joined") && !room.screen.contains("Carla Stein joined"))
    tell(&room, [SeatName(.noteTaker)])
    tell(&room, [SeatName(.noteTaker), Self.carla])
    #expect(room.screen.contains("Carla Stein joined"))
  }

  @Test("What was so before this terminal came is no news")
  func firstTelling() {
    var room = Room()
    tell(&room, [Self.carla])
    #expect(!room.screen.contains("joined"))
  }

  @Test("Somebody noted as away who joins is offered as arrived")
  func arrival() {
    var room = Room()
    room.press(": l e a v e space c s - h e a d enter")
    tell(&room, [])
    tell(&room, [Self.carla])
    #expect(room.screen.contains("Carla Stein joined (noted as away: F3 and Enter note the arrival)"))
  }

  @Test("The people pane tells here, connected and heard apart")
  func pane() {
    var room = room(Self.carla, SeatName(.screen))
    room.press("f3")
    #expect(room.screen.contains("here · connected since 14:00 · not heard in this step"))
    #expect(room.screen.contains("here · no terminal"))
    #expect(room.screen.contains("Also connected") && room.screen.contains("a screen since 14:00"))
  }

  @Test(
    "A key of the people pane parts from a seat or takes its invitation back",
    arguments: [("p", TerminalMessage.part(carla)), ("w", .withdraw(carla))])
  func parting(key: String, message: TerminalMessage) {
    var room = room(Self.carla)
    room.press("f3")
    while !room.screen.contains("▌ ") && room.model.view(at: room.now)?.selected != .person(StakeholderID("cs-head")) {
      room.press("down")
    }
    room.press("s")
    #expect(room.screen.contains("Connected since 14:00."))
    room.press(key)
    #expect(room.effects.contains(.send(message)))
    room.hear(.parted(Self.carla, terminals: 1, invitations: key == "w" ? 2 : 0))
    #expect(
      room.screen.contains("parted from 1 terminal of Carla Stein" + (key == "w" ? "; 2 invitations taken back" : "")))
  }

  @Test("One parts by key from seats that are nobody's own, too, and from somebody who leads beside one")
  func partingFromOthers() {
    var room = room()
    room.press("f3 s")
    #expect(!room.screen.contains("somebody else who is connected"))
    room.press("esc")
    tell(&room, [SeatName(.facilitator), SeatName(.noteTaker)])
    room.press("s o")
    #expect(room.screen.contains("facilitator 2") && room.screen.contains("the note-taker"))
    room.press("2 p")
    #expect(room.effects.contains(.send(.part(SeatName(.noteTaker)))))
    room.press("s o 1 p")
    #expect(room.effects.contains(.send(.part(SeatName(.facilitator), number: 2))))
    room.hear(.parted(SeatName(.facilitator), number: 2, terminals: 1, invitations: 0))
    #expect(room.screen.contains("parted from 1 terminal of facilitator 2"))
  }

  @Test("A vote hands the keyboard only to those who have no terminal of their own, and says who has a ballot there")
  func vote() {
    var room = AppVoteTests.opened()
    tell(&room, [Self.carla])
    #expect(room.screen.contains("has a ballot of their own"))
    #expect(
      !room.screen.contains("v hands the keyboard to Carla Stein") && room.screen.contains("v hands the keyboard to"))
    room.press("v")
    #expect(!room.screen.contains("Carla Stein"))
    room.press("right right right")
    #expect(!room.screen.contains("Carla Stein"))
    // Whoever sits down at a terminal while the card waits for them needs the keyboard no more.
    let before = card(room)
    tell(&room, [Self.carla, SeatName(.stakeholder, before)])
    #expect(before != nil && card(room) != nil && card(room) != before)
  }

  /// Who is offered the keyboard.
  private func card(_ room: Room) -> StakeholderID? {
    if case .ballot(let turn)? = room.model.overlays.last { turn.who } else { nil }
  }
}
