import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

@Suite("Letting people in")
struct DoorTests {
  private let guest: UInt32 = 4001
  private let ana = SeatName(.stakeholder, StakeholderID("ana"))

  private func seats(_ host: MemoryHost) throws -> MemorySeats { try #require(host.host.door.seats as? MemorySeats) }

  private func code() throws -> SeatCode { try #require(SeatCode.random()) }

  @Test("an invited account gets its seat without naming it")
  func invited() throws {
    let host = try Table.host()
    try seats(host).users[guest] = ana
    let terminal = host.terminal(.init(role: .screen, isOpen: true), user: guest)
    #expect(terminal.receive().endWithJoining)
    #expect(terminal.welcome?.speaker == .stakeholder(StakeholderID("ana")))
    #expect(terminal.welcome?.ticket == nil)
    terminal.give("request Words")
    #expect(host.session.entries.last?.by == .stakeholder(StakeholderID("ana")))
  }

  @Test(
    "an invited account gets no seat but its own and a screen's",
    arguments: [
      (TerminalMessage.Hello(role: .stakeholder, as: StakeholderID("ana")), true), (.init(role: .screen), true),
      (.init(role: .stakeholder, as: StakeholderID("ben")), false), (.init(role: .facilitator), false),
      (.init(role: .noteTaker), false), (.init(role: .cockpit), false),
    ])
  func notAnother(hello: TerminalMessage.Hello, isIn: Bool) throws {
    let host = try Table.host()
    try seats(host).users[guest] = ana
    let terminal = host.terminal(hello, user: guest)
    _ = terminal.receive()
    #expect((terminal.welcome != nil) == isIn)
    guard !isIn else { return }
    #expect(terminal.disconnectReason == .notPermitted("this account was invited as ana: join without --as and --role"))
  }

  @Test("a stranger waits, sees nothing, and is let in at the seat that the facilitator names")
  func knocks() throws {
    let host = try Table.host()
    let lead = host.terminal()
    _ = lead.receive()
    let screen = host.terminal(.init(role: .screen))
    _ = screen.receive()
    let unknown = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")), user: guest)
    host.give("note secret")
    #expect(unknown.receive() == [.waiting])
    #expect(lead.receive().rest == [.knock(Knock(number: 1, account: "uid 4001", wish: ana))])
    #expect(screen.receive().rest == [])
    // A facilitator who comes later hears of it too.
    let second = host.terminal()
    #expect(second.receive().contains(.knock(Knock(number: 1, account: "uid 4001", wish: ana))))
    lead.send(.admit(knock: 1, seat: ana))
    #expect(unknown.receive().endWithJoining)
    #expect(unknown.welcome?.speaker == .stakeholder(StakeholderID("ana")))
    #expect(second.receive() == [.knockOver(1), .door("uid 4001 is in, as ana")])
    // With its ticket it comes back by itself.
    let ticket = try #require(unknown.welcome?.ticket)
    unknown.close()
    let again = host.terminal(.init(role: .screen, isOpen: true, pass: .ticket(ticket)), user: guest)
    #expect(again.receive().endWithJoining && again.welcome?.speaker.text == "ana")
    let thief = host.terminal(.init(role: .screen, isOpen: true, pass: .ticket(ticket)), user: 4002)
    _ = thief.receive()
    #expect(thief.welcome == nil && !thief.isOpen)
    again.send(.leave)
    let late = host.terminal(.init(role: .screen, isOpen: true, pass: .ticket(ticket)), user: guest)
    _ = late.receive()
    #expect(late.welcome == nil)
  }

  @Test("someone who is turned away hears so, and has to wait before asking again")
  func turnedAway() throws {
    let host = try Table.host()
    let lead = host.terminal()
    _ = lead.receive()
    let first = host.terminal(.init(role: .facilitator), user: guest)
    #expect(lead.receive() == [.knock(Knock(number: 1, account: "uid 4001", wish: SeatName(.facilitator)))])
    lead.send(.turnAway(knock: 1))
    _ = first.receive()
    #expect(first.disconnectReason == .notPermitted("the facilitator did not let this terminal in"))
    #expect(lead.receive() == [.knockOver(1)])
    let second = host.terminal(.init(role: .facilitator), user: guest)
    #expect(second.receive() == [] && lead.receive() == [])
    host.pass(seconds: 1)
    #expect(second.receive() == [.waiting])
    #expect(lead.receive().count == 1)
    second.close()
    #expect(lead.receive() == [.knockOver(2)])
  }

  @Test("someone who knocks while no facilitator's terminal is there hears so, and the first one that comes is asked")
  func unattended() throws {
    let host = try Table.host()
    let unknown = host.terminal(.init(role: .screen), user: guest)
    #expect(unknown.receive() == [.unattended])
    let lead = host.terminal()
    #expect(lead.receive().contains(.knock(Knock(number: 1, account: "uid 4001", wish: SeatName(.screen)))))
    #expect(unknown.receive() == [.waiting])
    lead.send(.leave)
    #expect(unknown.receive() == [.unattended])
    let next = host.terminal(.init(role: .cockpit))
    #expect(next.receive().contains(.knock(Knock(number: 1, account: "uid 4001", wish: SeatName(.screen)))))
    next.send(.admit(knock: 1, seat: SeatName(.screen)))
    #expect(unknown.receive().endWithJoining)
  }

  @Test("nobody is kept waiting for ever")
  func unanswered() throws {
    let host = try Table.host()
    let unknown = host.terminal(.init(role: .screen), user: guest)
    host.pass(seconds: 599)
    #expect(unknown.receive() == [.unattended] && unknown.isOpen)
    host.pass(seconds: 1)
    _ = unknown.receive()
    guard case .notPermitted? = unknown.disconnectReason else {
      Issue.record("\(unknown.disconnectReason as Any)")
      return
    }
  }

  @Test("nobody sees what a stranger says of themselves unless it is in the plan")
  func wishes() throws {
    let host = try Table.host()
    let lead = host.terminal()
    _ = lead.receive()
    for hello in [
      TerminalMessage.Hello(role: .stakeholder, as: StakeholderID("\u{1B}]0;x\u{7}")), .init(role: .cockpit),
    ] { _ = host.terminal(hello, user: guest) }
    #expect(
      lead.receive() == [
        .knock(Knock(number: 1, account: "uid 4001", wish: nil)),
        .knock(Knock(number: 2, account: "uid 4001", wish: nil)),
      ])
  }

  @Test("a waiting terminal can do nothing but leave; only the facilitator lets people in")
  func waitingIsNotIn() throws {
    let host = try Table.host()
    let unknown = host.terminal(.init(role: .facilitator), user: guest)
    unknown.send(.admit(knock: 1, seat: SeatName(.facilitator)))
    _ = unknown.receive()
    #expect(unknown.disconnectReason == .badMessage("it was not let in yet"))
    _ = host.terminal(.init(role: .facilitator), user: guest)
    let other = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    other.send(.admit(knock: 2, seat: ana))
    _ = other.receive()
    #expect(other.disconnectReason == .notPermitted("only a facilitator's terminal can let others in"))
    #expect(host.session.entries.count == 1)
  }

  @Test("another account never gets the cockpit, whoever says yes")
  func noCockpit() throws {
    let host = try Table.host()
    let lead = host.terminal()
    let unknown = host.terminal(.init(role: .cockpit), user: guest)
    lead.send(.admit(knock: 1, seat: SeatName(.cockpit)))
    _ = unknown.receive()
    #expect(unknown.welcome == nil)
    try seats(host).users[guest] = SeatName(.cockpit)
    let mapped = host.terminal(.init(role: .cockpit), user: guest)
    _ = mapped.receive()
    #expect(mapped.welcome == nil)
  }

  @Test("a code gives its seat to any account, once, however it is typed")
  func codes() throws {
    let host = try Table.host()
    let code = try code()
    try seats(host).codes[code] = ana
    let typed = " " + code.description.lowercased().replacing("-", with: " ").replacing("0", with: "o") + " "
    let first = host.terminal(.init(role: .screen, isOpen: true, pass: .code(typed)), user: guest)
    #expect(first.receive().endWithJoining)
    #expect(first.welcome?.speaker.text == "ana" && first.welcome?.ticket != nil)
    let second = host.terminal(.init(role: .screen, isOpen: true, pass: .code(typed)), user: 4002)
    host.pass(seconds: 1)
    _ = second.receive()
    #expect(
      second.disconnectReason == .notPermitted("that seat code is wrong, used up or too old: ask for another one"))
  }

  @Test("on the host's own account too a code gives its seat and no other; without one the facilitator is asked")
  func ownAccount() throws {
    let host = try Table.host()
    let code = try code()
    try seats(host).codes[code] = ana
    let terminal = host.terminal(.init(role: .facilitator, pass: .code(code.description)))
    _ = terminal.receive()
    #expect(terminal.welcome?.role == .stakeholder)
    let without = host.terminal(.init(role: .facilitator, pass: .code("")))
    #expect(without.receive() == [.unattended])
  }

  @Test("wrong codes are slowed, on one line or many, and the facilitator hears of each")
  func slowed() throws {
    let host = try Table.host()
    let lead = host.terminal()
    _ = lead.receive()
    let code = try code()
    try seats(host).codes[code] = ana
    let wrong = (0..<4).map { _ in
      host.terminal(.init(role: .screen, pass: .code("0000-0000-0000")), user: guest)
    }
    let right = host.terminal(.init(role: .screen, pass: .code(code.description)), user: 4002)
    #expect(right.receive().endWithJoining)
    #expect(lead.receive() == [.door("a wrong seat code from uid 4001")])
    var ended: [Int] = []
    for second in 1...20 {
      host.pass(seconds: 1)
      for terminal in wrong { _ = terminal.receive() }
      ended.append(wrong.count { !$0.isOpen })
      if second == 7 {
        #expect(
          lead.receive() == [
            .door("a wrong seat code from uid 4001, 2 by now"), .door("a wrong seat code from uid 4001, 3 by now"),
            .door("a wrong seat code from uid 4001, 4 by now"),
          ])
      }
    }
    // One second, two, four, eight: one after the other, although all were given at once.
    #expect(ended[0] == 1 && ended[1] == 1 && ended[2] == 2 && ended[6] == 3 && ended[14] == 4)
    #expect(Backoff<Int>.delayMs(after: 1) == 1000 && Backoff<Int>.delayMs(after: 100) == 30_000)
  }

  @Test("only a few people may wait at a time, of one account and of all")
  func fewKnocks() throws {
    let host = try Table.host()
    let own = (0..<3).map { _ in host.terminal(.init(role: .screen), user: guest) }
    _ = own.map { $0.receive() }
    #expect(own.map(\.isOpen) == [true, true, false])
    let others = (0..<20).map { host.terminal(.init(role: .screen), user: 5000 + UInt32($0)) }
    _ = others.map { $0.receive() }
    #expect(others.count(where: \.isOpen) == 14)
    guard case .full? = others.last?.disconnectReason else {
      Issue.record("let wait")
      return
    }
  }
}

@Suite("Seat codes")
struct SeatCodeTests {
  @Test("a code has sixty random bits, and can be read back")
  func random() throws {
    let codes = try (0..<200).map { _ in try #require(SeatCode.random()) }
    #expect(Set(codes).count == 200)
    for code in codes {
      #expect(code.description.count == 14 && code.description.split(separator: "-").allSatisfy { $0.count == 4 })
      #expect(SeatCode(code.description) == code)
    }
  }

  @Test("anything else is no code", arguments: ["", "K7QF", "K7QF-2M9X-4TB!", "U7QF-2M9X-4TBD", "K7QF-2M9X-4TBDD"])
  func wrong(typed: String) { #expect(SeatCode(typed) == nil) }

  @Test("letters that look like digits are read as those")
  func alike() { #expect(SeatCode("OIL0-1111-0000")?.description == "0110-1111-0000") }
}

@Suite("Seats on disk")
struct SeatFolderTests {
  private let house: House
  private let ana = SeatName(.stakeholder, StakeholderID("ana"))

  init() throws { house = try House() }

  @Test("an account keeps its seat, and a new invitation takes the place of the old")
  func users() throws {
    let seats = SeatFolder(of: house.file)
    #expect(seats.seat(ofUser: 7) == nil)
    try seats.give(ana, toUser: 7)
    #expect(SeatFolder(of: house.file).seat(ofUser: 7) == ana)
    try seats.give(SeatName(.noteTaker), toUser: 7)
    #expect(SeatFolder(of: house.file).seat(ofUser: 7) == SeatName(.noteTaker))
  }

  @Test("a code is good once, is stored only as a digest, and means nothing in another session")
  func codes() throws {
    let seats = SeatFolder(of: house.file)
    let code = try seats.code(for: ana)
    let kept = house.files().filter { $0.key.contains(".seats/") }
    #expect(kept.count == 1)
    for (name, bytes) in kept {
      let text = name + String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(code.letters) && !text.contains(code.description))
    }
    let other = SeatFolder(of: SessionFile(path: house.path + "/store/other.parley"))
    #expect(other.redeem(code) == nil)
    #expect(SeatFolder(of: house.file).redeem(code) == ana)
    #expect(seats.redeem(code) == nil)
  }

  @Test("a code that is too old, or from before the machine's start, has expired", arguments: [true, false])
  func old(isOld: Bool) throws {
    let seats = SeatFolder(of: house.file)
    let code = try seats.code(for: ana)
    let name = try #require(house.files().keys.first { $0.contains("/code-") })
    let now = ClockReading.now()
    let text =
      isOld ? "ana\n\(now.bootID)\n\(now.bootMs - 600_001)\n" : "ana\nanother-start\n\(now.bootMs)\n"
    #expect(PrivateFile.replace(house.path + "/" + name, with: Array(text.utf8)))
    #expect(seats.redeem(code) == nil)
    #expect(!house.files().keys.contains { $0.contains("/code-") })
  }

  @Test("a folder that is a link is not used, and neither are files that others may read")
  func links() throws {
    let seats = SeatFolder(of: house.file)
    symlink(house.path, seats.path)
    #expect(throws: SocketFault.unsafeDirectory(seats.path, .link)) { try seats.give(ana, toUser: 7) }
    unlink(seats.path)
    try seats.give(ana, toUser: 7)
    chmod(seats.path + "/user-7", 0o644)
    #expect(seats.seat(ofUser: 7) == nil)
  }

  @Test("a ticket brings its account back to its seat until it is given up")
  func tickets() throws {
    let seats = SeatFolder(of: house.file)
    let ticket = try #require(seats.ticket(for: ana, of: 7))
    #expect(SeatFolder(of: house.file).seat(ofTicket: ticket, of: 7) == ana)
    #expect(seats.seat(ofTicket: ticket, of: 8) == nil)
    seats.forget(ticket: ticket, of: 7)
    #expect(seats.seat(ofTicket: ticket, of: 7) == nil)
  }
}
