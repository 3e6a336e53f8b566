import Glibc
import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("A terminal at work")
struct AppProcessTests {
  /// A host on a socket of its own, on the loop of the terminal.
  final class Host {
    var session = Session(opening: .workshop, id: "q3", at: Instant(CalendarDate("2027-06-28")!, hour: 14))
    var line: SocketConnection<HostMessage, TerminalMessage>?
    var heard: [TerminalMessage] = []
    let loop: EventLoop
    private let seat: SeatName

    init(_ loop: EventLoop, seat: SeatName) { (self.loop, self.seat) = (loop, seat) }

    /// A new terminal's end of a line to this host.
    func connect() -> TerminalLink {
      var ends: [Int32] = [0, 0]
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0, &ends)
      let line = SocketConnection<HostMessage, TerminalMessage>(taking: ends[0])
      self.line = line
      loop.watch(ends[0], reading: { [weak self] in self?.hear() })
      return TerminalLink(
        over: SocketConnection<TerminalMessage, HostMessage>(taking: ends[1]),
        hello: .init(role: seat.role, as: seat.who))
    }

    /// Someone else gives commands.
    func give(_ lines: String...) {
      for text in lines { answer(.random(), text, to: nil) }
    }

    /// Goes without a word, as a killed process does.
    func die() {
      if let descriptor = line?.descriptor { loop.unwatch(descriptor) }
      line?.close()
    }

    private func hear() {
      for message in line?.receive() ?? [] {
        heard.append(message)
        switch message {
        case .hello: welcome()
        case .command(let id, let text, _): answer(id, text, to: line)
        case .ping: line?.send(.pong)
        case .stop, .leave, .admit, .turnAway, .draft, .part, .withdraw: break
        }
      }
    }

    private func welcome() {
      line?.send(
        .welcome(
          Welcome(
            session: "q3", role: seat.role, as: seat.who, now: session.state.opened,
            boottimeMs: EventLoop.boottimeMs())))
      line?.send(.snapshot(session.snapshot))
    }

    private func answer(_ id: CommandID, _ text: String, to giver: SocketConnection<HostMessage, TerminalMessage>?) {
      do throws(Refusal) {
        let proposal = try session.proposal(
          for: text, by: .facilitator, at: session.state.opened, box: BallotBox())
        session.append(proposal.entry)
        line?.send(.entry(proposal.entry))
        giver?.send(.accepted(id: id, entry: proposal.entry.number))
      } catch {
        giver?.send(.refused(id: id, error.notice))
      }
    }
  }

  /// A terminal in memory on such a host.
  final class Desk {
    let loop = EventLoop()
    let screen = MemoryScreen(size: Size(columns: 120, rows: 34))
    let host: Host
    let process: TerminalProcess

    init(seat: SeatName = SeatName(.facilitator), relaunches: Bool = true) throws {
      let host = Host(loop, seat: seat)
      self.host = host
      struct Gone: Error {}
      process = TerminalProcess(
        screen: screen, link: host.connect(), model: TerminalModel(commandPrefix: CommandID("t")!), loop: loop
      ) {
        guard relaunches else { throw Gone() }
        return host.connect()
      }
      try process.start()
    }

    func press(_ names: String) {
      screen.keys = names.split(separator: " ").compactMap { Key(name: String($0)) }
      process.readInput()
    }

    /// Turns the loop until this holds; a host that never answers ends the test.
    func turn(until isReached: () -> Bool) throws {
      for _ in 0..<200 where !isReached() { _ = try loop.runOnce(timeoutMs: 50) }
      #expect(isReached())
    }

    var picture: String { screen.frame?.picture ?? "" }
  }

  @Test("The first frame is the whole session, not a blank or half of it")
  func firstFrame() throws {
    let desk = try Desk()
    #expect(desk.screen.frame == nil)
    try desk.turn { desk.screen.changes > 0 }
    #expect(desk.screen.changes == 1)
    #expect(desk.picture.contains("Q3 alignment"))
    #expect(desk.screen.title == "Lobby · Q3 alignment")
  }

  @Test("A key goes to the host and comes back as a picture")
  func key() throws {
    let desk = try Desk()
    try desk.turn { desk.screen.changes > 0 }
    desk.press("n n n g")
    try desk.turn { desk.host.session.entries.count == 5 && desk.picture.contains("Carla Stein: green") }
    #expect(desk.process.model.state == desk.host.session.state)
  }

  @Test(
    "What others did is shown at once where the session is led; elsewhere a moment later, and in one picture",
    arguments: [SeatName(.facilitator), SeatName(.cockpit), SeatName(.noteTaker), SeatName(.screen), seatOfCarla])
  func inTurn(seat: SeatName) throws {
    let desk = try Desk(seat: seat)
    try desk.turn { desk.screen.changes > 0 }
    let leads = seat.speaker == .facilitator
    desk.host.give("next", "note \"one\"", "next")
    _ = try desk.loop.runOnce(timeoutMs: 1000)
    #expect(desk.screen.changes == (leads ? 2 : 1))
    desk.host.give("note \"two\"", "next")
    try desk.turn { desk.process.model.state == desk.host.session.state }
    #expect(desk.screen.changes == (leads ? 3 : 2))
  }

  @Test("What someone does at their own terminal is shown at once, whatever others do meanwhile")
  func ownAtOnce() throws {
    let desk = try Desk(seat: AppProcessTests.seatOfCarla)
    try desk.turn { desk.screen.changes > 0 }
    desk.host.give("next", "next", "next")
    _ = try desk.loop.runOnce(timeoutMs: 1000)
    #expect(desk.screen.changes == 1)
    desk.press("?")
    #expect(desk.screen.changes == 2 && desk.process.model.state == desk.host.session.state)
  }

  @Test("What a key says at a terminal stands, although what others did just before is heard with it")
  func ownWordsStand() throws {
    let desk = try Desk(seat: SeatName(.screen))
    try desk.turn { desk.screen.changes > 0 }
    desk.host.give("next", "note \"one\"")
    _ = try desk.loop.runOnce(timeoutMs: 1000)
    desk.press("n")
    #expect(desk.picture.contains("this screen only shows"))
    #expect(desk.process.model.state == desk.host.session.state)
  }

  @Test("Of fifty terminals hardly two paint at one moment, all soon, and each at most four times a second")
  func turns() {
    var turns = (16_000..<16_050).map { RepaintSchedule(number: $0) }
    let first = turns.map { $0.dueMs(at: 10_000) - 10_000 }
    #expect(Set(first).count > 40 && first.allSatisfy { (20..<140).contains($0) })
    for index in turns.indices { turns[index].shown(at: 10_000 + first[index]) }
    let next = turns.map { $0.dueMs(at: 10_010) - 10_000 }
    #expect(zip(first, next).allSatisfy { $1 == $0 + 250 })
    #expect(Set(turns.map { $0.tickMs(at: 11_000, wait: 1000) }).count > 40)
  }

  private static let seatOfCarla = SeatName(.stakeholder, StakeholderID("cs-head"))

  @Test("A host that dies is started again, and the session goes on where it was")
  func relaunch() throws {
    let desk = try Desk()
    try desk.turn { desk.screen.changes > 0 }
    desk.press("n n n")
    try desk.turn { desk.process.model.state?.step == .goal(GoalID("activation")) }
    desk.press("o H i")
    desk.host.die()
    try desk.turn { desk.process.model.link == .live && desk.host.heard.filter { $0.isHello }.count == 2 }
    #expect(desk.picture.contains("Hi"))
    desk.press("enter")
    try desk.turn { desk.process.model.state?.notes.map(\.text) == ["Hi"] }
    #expect(desk.process.exitReason == nil)
  }

  @Test("A host that cannot be started again ends the terminal, and says so")
  func hostGone() throws {
    let desk = try Desk(relaunches: false)
    try desk.turn { desk.screen.changes > 0 }
    desk.host.die()
    try desk.turn { desk.process.exitReason != nil }
    #expect(desk.process.exitReason?.exitStatus == 69)
    #expect(desk.process.exitReason?.sentence(session: "q3")?.contains("parley resume q3") == true)
  }

  @Test("q and l part from the host and leave it running")
  func leaving() throws {
    let desk = try Desk()
    try desk.turn { desk.screen.changes > 0 }
    desk.press("n q l")
    try desk.turn { desk.host.heard.last == .leave }
    #expect(desk.process.exitReason == .detached)
  }

  @Test("A terminal dragged to any size shows the session at that size")
  func resizing() throws {
    let desk = try Desk()
    try desk.turn { desk.screen.changes > 0 }
    for columns in stride(from: 1, through: 140, by: 9) {
      desk.screen.drag(to: Size(columns: columns, rows: columns / 3))
      desk.screen.resize()
      desk.press("left")
      #expect(desk.screen.frame?.size == Size(columns: columns, rows: columns / 3))
    }
  }
}

extension TerminalMessage {
  var isHello: Bool { if case .hello = self { true } else { false } }
}
