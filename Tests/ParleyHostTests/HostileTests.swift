import Glibc
import ParleyCore
import ParleyWire
import Testing

@testable import ParleyHost

/// Terminals that do what none should. Each time the facilitator's terminal must not notice.
@Suite("Hostile terminals, in memory")
struct HostileTests {
  private let ana = TerminalMessage.Hello(role: .stakeholder, as: StakeholderID("ana"))

  private func host() throws -> MemoryHost {
    try MemoryHost(opening: Table.plan, id: "q3", at: Table.at, rateLimit: .people)
  }

  /// A terminal whose messages the host finds all at once.
  private func crammed(_ host: MemoryHost, _ hello: TerminalMessage.Hello, commands: Int) -> (TerminalLink, Seat) {
    let (near, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    let seat = host.host.enter(far)
    let link = TerminalLink(over: near, hello: hello)
    for number in 0..<commands { link.give("nonsense \(number)") }
    return (link, seat)
  }

  /// Lets everything happen that is due, without time passing.
  private func settle(_ host: MemoryHost) {
    while let due = host.host.deadlineMs, due <= host.time.now.boottimeMs { host.host.tick() }
  }

  private func answers(_ messages: [HostMessage]) -> Int {
    messages.count { if case .refused = $0 { true } else { false } }
  }

  @Test("a terminal that gives hundreds of commands without waiting for answers is disconnected, with the reason")
  func flooding() throws {
    let host = try host()
    let lead = host.terminal()
    let (flood, seat) = crammed(host, ana, commands: 400)
    host.host.hear(seat)
    settle(host)
    _ = flood.receive()
    #expect(flood.disconnectReason == .flooding && host.host.seats.count == 1)
    lead.give("note on")
    let told = lead.receive()
    #expect(told.lines == ["note on"])
    #expect(told.contains(.door("parted from a terminal of ana that gave commands without end")))
    // Coming back at once does not help: the terminal is let in later, longer each time, and has no more commands than
    // before.
    let (again, againSeat) = crammed(host, ana, commands: 3)
    host.host.hear(againSeat)
    settle(host)
    #expect(again.heard() == [] && again.isOpen)
    let ben = host.terminal(.init(role: .stakeholder, as: StakeholderID("ben")))
    #expect(ben.receive().endWithJoining)
    host.pass(seconds: 1)
    settle(host)
    #expect(answers(again.receive()) == 3)
  }

  @Test("a ping is answered; a terminal that sends hundreds at once is disconnected, as with commands")
  func pinging() throws {
    let host = try host()
    let calm = host.terminal(ana)
    _ = calm.receive()
    calm.send(.ping)
    #expect(calm.heard() == [.pong])
    let (flood, seat) = crammed(host, .init(role: .screen), commands: 0)
    for _ in 0..<400 { flood.send(.ping) }
    host.host.hear(seat)
    settle(host)
    let told = flood.receive()
    #expect(flood.disconnectReason == .flooding && told.count { $0 == .pong } <= RateLimit.people.burst)
    calm.send(.ping)
    #expect(calm.heard() == [.pong])
  }

  @Test("a terminal that gives many commands and waits is slowed, and loses nothing")
  func slowed() throws {
    let host = try host()
    let (quick, seat) = crammed(host, ana, commands: 150)
    host.host.hear(seat)
    settle(host)
    let first = answers(quick.receive())
    #expect(first == 40)
    host.pass(seconds: 1)
    settle(host)
    #expect(answers(quick.receive()) == 5)
    for _ in 0..<21 {
      host.pass(seconds: 1)
      settle(host)
    }
    #expect(answers(quick.receive()) == 105 && quick.isOpen)
  }

  @Test("a host remembers nothing of terminals that came and went, however many accounts they had")
  func forgets() throws {
    let host = try host()
    let seats = try #require(host.host.door.seats as? MemorySeats)
    for user: UInt32 in 5000..<5100 {
      seats.users[user] = SeatName(.stakeholder, StakeholderID("ana"))
      let guest = host.terminal(.init(role: .screen, isOpen: true), user: user)
      guest.send(.ping)
      #expect(guest.heard().contains(.pong))
      guest.send(.leave)
      host.pass(seconds: 1)
    }
    #expect(host.host.tokens.count <= 1)
    var wrong = Backoff<Int>()
    for key in 0..<1000 { _ = wrong.fail(key, at: Int64(key) * 1000) }
    #expect(wrong.count < 610)
  }

  @Test("the facilitator's commands are never slowed, and each terminal has its turn after four")
  func turns() throws {
    let host = try host()
    let (lead, leadSeat) = crammed(host, .init(role: .facilitator), commands: 500)
    let (other, otherSeat) = crammed(host, ana, commands: 1)
    host.host.hear(leadSeat)
    #expect(answers(lead.receive()) == 3)
    host.host.hear(otherSeat)
    #expect(answers(other.receive()) == 1)
    settle(host)
    #expect(answers(lead.receive()) == 497 && lead.isOpen)
  }

  @Test("a terminal that never reads is disconnected after a minute, and only then; one that reads a little is not")
  func deaf() throws {
    let host = try host()
    let (deaf, slow) = (StuckLine(), StuckLine())
    let seats = [deaf, slow].map { line in
      let seat = host.host.enter(line)
      line.heard = [.hello(.init(role: .screen))]
      host.host.hear(seat)
      line.unsentBytes = 50_000
      return seat
    }
    host.give("note one")
    for second in 1...59 {
      host.pass(seconds: 1)
      if second == 30 {
        slow.unsentBytes = 40_000
        slow.leavesOnFlush = 1000
        host.host.goOn(seats[1])
      }
    }
    #expect(deaf.isOpen && slow.isOpen)
    host.pass(seconds: 2)
    #expect(!deaf.isOpen && slow.isOpen && host.host.seats.count == 1)
    #expect(deaf.told.last == .ended(.tooMuch))
  }

  @Test("one account from elsewhere has eight terminals at most, and all of them leave room for the host's own")
  func crowds() throws {
    let host = try host()
    let one = (0..<9).map { _ in host.terminal(.init(role: .screen), user: 4001) }
    _ = one.last?.receive()
    guard case .full? = one.last?.disconnectReason else {
      Issue.record("a ninth was let in")
      return
    }
    for user in 0..<70 { _ = host.terminal(.init(role: .screen), user: 5000 + UInt32(user)) }
    let lead = host.terminal()
    #expect(lead.receive().contains { if case .snapshot = $0 { true } else { false } })
    #expect(host.host.seats.count <= 64)
  }

  @Test("where all come by the host's own account, those who do not lead leave seats for those who do")
  func followersOfOwnAccount() throws {
    let host = try host()
    let followers = (0..<70).map { _ in host.terminal(.init(role: .screen)) }
    _ = followers.map { $0.receive() }
    #expect(followers.count(where: \.isOpen) == 56)
    guard case .full? = followers.last?.disconnectReason else {
      Issue.record("no seat is left")
      return
    }
    let leads = (0..<8).map { _ in host.terminal() }
    #expect(leads.allSatisfy { $0.receive().contains { if case .snapshot = $0 { true } else { false } } })
  }

  @Test("a guest who comes without end is turned away, and the host's own account is only kept waiting")
  func entrance() {
    var entrance = Entrance(owner: 1)
    let guest = (0..<1000).map { _ in entrance.answer(to: 4001, at: 0) }
    #expect(guest.prefix(32).allSatisfy { $0 == .letIn } && guest.dropFirst(32).allSatisfy { $0 == .turnedAway })
    #expect(entrance.answer(to: 4002, at: 0) == .letIn)
    let own = (0..<129).map { _ in entrance.answer(to: 1, at: 0) }
    #expect(own.prefix(128).allSatisfy { $0 == .letIn } && own[128] == .lastUntil(11))
    #expect(entrance.answer(to: 4001, at: 100) == .letIn)
  }

  @Test("someone who takes a seat again and again ends their own oldest terminal, and nobody else's")
  func seatOfFour() throws {
    let host = try host()
    let ben = host.terminal(.init(role: .stakeholder, as: StakeholderID("ben")))
    let own = (0..<5).map { _ in host.terminal(ana) }
    _ = own.map { $0.receive() }
    #expect(own.map(\.isOpen) == [false, true, true, true, true] && ben.isOpen)
  }

  @Test("a terminal that goes in the middle of its words is heard to their end")
  func goesWhileWaiting() throws {
    let host = try host()
    let (link, seat) = crammed(host, ana, commands: 0)
    for number in 0..<20 { link.give("request \"\(number)\"") }
    link.close()
    host.host.hear(seat)
    settle(host)
    #expect(host.session.state.parkingLot.count == 20 && host.host.seats.isEmpty)
  }
}

/// A line that takes more, or does not, as the test wants it.
final class StuckLine: Connection {
  var told: [HostMessage] = []
  var heard: [TerminalMessage] = []
  var unsentBytes = 0
  var leavesOnFlush = 0
  var ending: ConnectionEnding?
  let descriptor: Int32? = nil

  func send(_ message: HostMessage) { told.append(message) }
  func flush() { unsentBytes -= leavesOnFlush }
  func close() { ending = .closed }

  func receive() -> [TerminalMessage] {
    defer { heard = [] }
    return heard
  }
}

@Suite("Hostile terminals, over sockets")
struct HostileSocketTests {
  private let house: House

  init() throws { house = try House() }

  /// The host's answer to bytes that no terminal would send.
  private func disconnectReason(after bytes: [UInt8], _ process: HostProcess) throws -> DisconnectReason? {
    let socket = try house.raw(process.socketPath)
    let line = SocketConnection<TerminalMessage, HostMessage>(taking: socket)
    var rest = bytes[...]
    for _ in 0..<200 where !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent > 0 { rest = rest.dropFirst(sent) }
      try process.settled()
    }
    try process.settled()
    for case .ended(let reason) in line.receive() { return reason }
    return nil
  }

  private func framed(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    FrameWriter.append(Array(text.utf8), to: &bytes)
    return bytes
  }

  private func hello(_ role: String, _ rest: String = "") -> String {
    "{\"m\":1,\"version\":\(wireVersion),\"role\":\"\(role)\"\(rest)}"
  }

  @Test("a message that is invalid, too long, too deep or out of turn ends its own line, with the reason")
  func lies() throws {
    let process = try house.host()
    let lead = try process.link()
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let cases: [([UInt8], String)] = [
      (framed("{\"m\":1,\"version\":\(wireVersion),\"role\":\"screen\",\"x\":\(deep)}"), "not JSON"),
      (framed(hello("king")), "role"), (framed("{\"m\":77}"), "no message 77"),
      ([0, 1, 0, 1] + [UInt8](repeating: 0x20, count: 10), "longer than"),
      ([1, 0, 0xFF, 0xFF] + [UInt8](repeating: 0x20, count: 0xFFFF) + [1, 0, 0xFF, 0xFF], "longer than"),
      ([9, 9, 9, 9], "no frame"), (framed(""), "empty"),
      (framed(hello("screen")) + framed(hello("facilitator")), "second hello"),
      (framed("{\"m\":2,\"id\":\"a\",\"line\":\"next\"}"), "no hello came first"),
      (framed(hello("screen")) + framed("{\"m\":5,\"knock\":1,\"seat\":\"facilitator\"}"), ""),
      (framed(hello("screen")) + framed("{\"m\":3}"), ""),
    ]
    for (bytes, words) in cases {
      switch try disconnectReason(after: bytes, process) {
      case .badMessage(let what): #expect(what.contains(words) && !words.isEmpty, "\(what)")
      case .notPermitted: #expect(words.isEmpty)
      case let other: Issue.record("\(other as Any) after \(words)")
      }
    }
    lead.give("note still-here")
    try process.settled()
    #expect(lead.receive().lines == ["note still-here"])
    #expect(process.host.seats.count == 1)
    process.end()
  }

  @Test("a terminal whose hello trickles in byte by byte is like any other")
  func trickle() throws {
    let process = try house.host()
    let socket = try house.raw(process.socketPath)
    for byte in framed(hello("screen")) {
      _ = [byte].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, 1, 0) }
      try process.settled()
    }
    let line = SocketConnection<TerminalMessage, HostMessage>(taking: socket, messageLimit: 1 << 20)
    #expect(line.receive().endWithJoining)
    process.end()
  }

  @Test("a snapshot and an entry of more than a frame arrive whole, in frames of 64 KiB")
  func large() throws {
    let process = try house.host()
    let text = String(repeating: "long ", count: 400)
    for number in 0..<100 { process.host.give("note \"\(number) \(text)\"", by: .facilitator) }
    let socket = try house.raw(process.socketPath)
    let bytes = framed(hello("facilitator"))
    _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, 0) }
    var heard: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<200 {
      try process.settled()
      let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count > 0 { heard += buffer[..<count] }
    }
    var (frames, at) = (0, 0)
    while at + 4 <= heard.count {
      let count = heard[at + 1...at + 3].reduce(0) { $0 << 8 | Int($1) }
      #expect(count <= 65_536)
      (frames, at) = (frames + 1, at + 4 + count)
    }
    #expect(at == heard.count && frames > 3)
    var reader = FrameReader(limit: 1 << 30)
    reader.append(heard)
    var messages: [HostMessage] = []
    while let payload = try reader.next() { messages.append(try HostMessage(payload: payload)) }
    #expect(messages.replica?.state == process.host.live.session.state)
    close(socket)
    process.end()
  }

  @Test("a hundred lines that say nothing leave the facilitator in, and are gone after three seconds")
  func silent() throws {
    let process = try house.host()
    let lead = try process.link()
    try process.settled()
    let lines = try (0..<100).map { _ in
      let line = try house.raw(process.socketPath)
      try process.settled()
      return line
    }
    #expect(process.host.seats.count == 64)
    lead.give("note still-here")
    try process.settled()
    #expect(lead.receive().lines == ["note still-here"])
    while process.host.seats.count > 1 { _ = try process.turn(withinMs: 4000) }
    #expect(lead.isOpen)
    for line in lines { close(line) }
    process.end()
  }

  @Test("the facilitator's commands go through while someone floods and comes back at once each time")
  func storm() throws {
    let process = try house.host()
    let lead = try process.link()
    var (floods, told): (Int, [HostMessage]) = (0, [])
    var flood: TerminalLink?
    for round in 0..<60 {
      if flood?.isOpen != true {
        flood = try TerminalLink(
          to: process.socketPath, hello: .init(role: .stakeholder, as: StakeholderID("ana")))
        floods += 1
      }
      for _ in 0..<300 { flood?.give("nonsense") }
      lead.give("note \"\(round)\"")
      // A few turns of the loop, in which the flood is not over.
      for _ in 0..<12 { _ = try process.turn(withinMs: 0) }
      told += lead.receive()
      #expect(told.lines.count >= round, "the facilitator waits behind the flood")
      _ = flood?.receive()
    }
    #expect(floods > 1)
    try process.settled()
    told += lead.receive()
    #expect(told.lines.count == 60)
    process.end()
  }
}
