import Glibc
import ParleyCore
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

    init(_ loop: EventLoop) { self.loop = loop }

    /// A new terminal's end of a line to this host.
    func connect() -> TerminalLink {
      var ends: [Int32] = [0, 0]
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0, &ends)
      let line = SocketConnection<HostMessage, TerminalMessage>(taking: ends[0])
      self.line = line
      loop.watch(ends[0], reading: { [weak self] in self?.hear() })
      return TerminalLink(
        over: SocketConnection<TerminalMessage, HostMessage>(taking: ends[1]), hello: .init(role: .facilitator))
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
        case .command(let id, let line): answer(id, line)
        case .stop, .leave, .admit, .turnAway: break
        }
      }
    }

    private func welcome() {
      line?.send(
        .welcome(
          Welcome(
            session: "q3", role: .facilitator, now: session.state.opened, boottimeMs: EventLoop.boottimeMs())))
      line?.send(.snapshot(session.snapshot))
    }

    private func answer(_ id: CommandID, _ text: String) {
      do throws(Refusal) {
        let proposal = try session.proposal(
          for: text, by: .facilitator, at: session.state.opened, box: BallotBox())
        session.append(proposal.entry)
        line?.send(.entry(proposal.entry))
        line?.send(.accepted(id: id, entry: proposal.entry.number))
      } catch {
        line?.send(.refused(id: id, code: error.code, sentence: error.sentence))
      }
    }
  }

  /// A terminal in memory on such a host.
  final class Desk {
    let loop = EventLoop()
    let screen = MemoryScreen(size: Size(columns: 120, rows: 34))
    let host: Host
    let process: TerminalProcess

    init(relaunches: Bool = true) throws {
      let host = Host(loop)
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
      process.takeKeys()
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
    #expect(desk.process.farewell == nil)
  }

  @Test("A host that cannot be started again ends the terminal, and says so")
  func hostGone() throws {
    let desk = try Desk(relaunches: false)
    try desk.turn { desk.screen.changes > 0 }
    desk.host.die()
    try desk.turn { desk.process.farewell != nil }
    #expect(desk.process.farewell?.exitStatus == 69)
    #expect(desk.process.farewell?.sentence(session: "q3")?.contains("parley resume q3") == true)
  }

  @Test("q and l part from the host and leave it running")
  func leaving() throws {
    let desk = try Desk()
    try desk.turn { desk.screen.changes > 0 }
    desk.press("n q l")
    try desk.turn { desk.host.heard.last == .leave }
    #expect(desk.process.farewell == .detached)
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
