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
    #expect(unknown.heard() == [.waiting])
    #expect(lead.receive().rest == [.knock(Knock(number: 1, account: "uid 4001", wish: ana))])
    #expect(screen.receive().rest == [])
    // A facilitator who comes later hears of it too.
    let second = host.terminal()
    #expect(second.receive().contains(.knock(Knock(number: 1, account: "uid 4001", wish: ana))))
    lead.send(.admit(knock: 1, seat: ana))
    #expect(unknown.receive().endWithJoining)
    #expect(unknown.welcome?.speaker == .stakeholder(StakeholderID("ana")))
    let told = second.receive()
    #expect(told.rest == [.knockOver(1)])
    #expect(told.present?.last?.seat == ana && told.present?.last?.account == "uid 4001")
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
    #expect(lead.heard() == [.knock(Knock(number: 1, account: "uid 4001", wish: SeatName(.facilitator)))])
    lead.send(.turnAway(knock: 1))
    _ = first.receive()
    #expect(first.disconnectReason == .notPermitted("the facilitator did not let this terminal in"))
    #expect(lead.heard() == [.knockOver(1)])
    let second = host.terminal(.init(role: .facilitator), user: guest)
    #expect(second.heard() == [] && lead.heard() == [])
    host.pass(seconds: 1)
    #expect(second.heard() == [.waiting])
    #expect(lead.receive().count == 1)
    second.close()
    #expect(lead.heard() == [.knockOver(2)])
  }

  @Test("someone who knocks while no facilitator's terminal is there hears so, and the first one that comes is asked")
  func unattended() throws {
    let host = try Table.host()
    let unknown = host.terminal(.init(role: .screen), user: guest)
    #expect(unknown.heard() == [.unattended])
    let lead = host.terminal()
    #expect(lead.receive().contains(.knock(Knock(number: 1, account: "uid 4001", wish: SeatName(.screen)))))
    #expect(unknown.heard() == [.waiting])
    lead.send(.leave)
    #expect(unknown.heard() == [.unattended])
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
    #expect(unknown.heard() == [.unattended] && unknown.isOpen)
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
      lead.heard() == [
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
    #expect(without.heard() == [.unattended])
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
    #expect(lead.heard() == [.door("a wrong seat code from uid 4001")])
    var ended: [Int] = []
    for second in 1...20 {
      host.pass(seconds: 1)
      for terminal in wrong { _ = terminal.receive() }
      ended.append(wrong.count { !$0.isOpen })
      if second == 7 {
        #expect(
          lead.heard() == [
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

@Suite("Invitations for the host's own account")
struct TokenTests {
  private let ana = SeatName(.stakeholder, StakeholderID("ana"))
  private static let hello = TerminalMessage.Hello(role: .screen, isOpen: true, pass: .token("k1"))

  private func host() throws -> MemoryHost {
    let host = try Table.host()
    try #require(host.host.door.seats as? MemorySeats).tokens["k1"] = ana
    return host
  }

  @Test("a token gives its seat and no other, again and again, until it is taken back")
  func gives() throws {
    let host = try host()
    let lead = host.terminal()
    let own = host.terminal(Self.hello)
    #expect(own.heard().endWithJoining && own.welcome?.speaker.text == "ana")
    // The line that was lost is found again by the same command.
    own.close()
    let again = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana"), pass: .token("k1")))
    #expect(again.heard().endWithJoining)
    for wish in [TerminalMessage.Hello(role: .facilitator), .init(role: .stakeholder, as: StakeholderID("ben"))] {
      var sly = wish
      sly.pass = .token("k1")
      let other = host.terminal(sly)
      _ = other.receive()
      #expect(other.disconnectReason == .notPermitted("this invitation is for ana: join without --as and --role"))
    }
    _ = lead.receive()
    lead.send(.withdraw(ana))
    #expect(lead.heard() == [.parted(ana, terminals: 1, invitations: 1)])
    _ = again.receive()
    #expect(again.disconnectReason == .notPermitted("the facilitator took this invitation back"))
    let late = host.terminal(Self.hello)
    _ = late.receive()
    #expect(late.welcome == nil && !late.isOpen)
  }

  @Test("a token is good for the host's own account alone: the list of processes shows it to others")
  func foreign() throws {
    let other = try host().terminal(Self.hello, user: 4001)
    _ = other.receive()
    #expect(other.welcome == nil && !other.isOpen)
  }

  @Test("parting from a seat leaves its invitation good, and the facilitator's own terminals in peace")
  func parts() throws {
    let host = try host()
    let (lead, own) = (host.terminal(), host.terminal(Self.hello))
    _ = (lead.receive(), own.receive())
    lead.send(.part(ana))
    #expect(lead.heard() == [.parted(ana, terminals: 1, invitations: 0)])
    _ = own.receive()
    #expect(own.disconnectReason == .notPermitted("the facilitator parted from this terminal"))
    #expect(host.terminal(Self.hello).heard().endWithJoining)
    lead.send(.part(SeatName(.facilitator)))
    #expect(lead.heard() == [.parted(SeatName(.facilitator), terminals: 0, invitations: 0)] && lead.isOpen)
    // By its number any is meant that leads beside this one, and never this one itself.
    let second = host.terminal()
    _ = second.receive()
    lead.send(.part(SeatName(.facilitator), number: 1))
    #expect(lead.heard() == [.parted(SeatName(.facilitator), number: 1, terminals: 0, invitations: 0)])
    lead.send(.part(SeatName(.facilitator), number: 2))
    #expect(lead.heard() == [.parted(SeatName(.facilitator), number: 2, terminals: 1, invitations: 0)])
    _ = second.receive()
    #expect(second.disconnectReason == .notPermitted("the facilitator parted from this terminal") && lead.isOpen)
    let screen = host.terminal(.init(role: .screen))
    screen.send(.part(ana))
    _ = screen.receive()
    #expect(!screen.isOpen)
  }

  @Test("whoever only looks on by an invitation is parted from with it")
  func lookingOn() throws {
    let host = try host()
    try #require(host.host.door.seats as? MemorySeats).users[4001] = ana
    let (lead, projector) = (host.terminal(), host.terminal(.init(role: .screen)))
    let byToken = host.terminal(.init(role: .screen, pass: .token("k1")))
    let byAccount = host.terminal(.init(role: .screen), user: 4001)
    _ = [lead, projector, byToken, byAccount].map { $0.receive() }
    #expect(byToken.welcome?.speaker == .screen && byAccount.welcome?.speaker == .screen)
    lead.send(.withdraw(ana))
    let told = lead.receive()
    #expect(told.rest == [.parted(ana, terminals: 2, invitations: 2)])
    // They were sent away, which is no line that may be back in a moment.
    #expect(told.present?.map(\.seat) == [SeatName(.facilitator), SeatName(.screen)])
    for guest in [byToken, byAccount] {
      _ = guest.receive()
      #expect(guest.disconnectReason == .notPermitted("the facilitator took this invitation back"))
    }
    #expect(projector.isOpen)
  }

  @Test("a session that is shared with nobody and has invited nobody lets no stranger wait")
  func unshared() throws {
    let seats = MemorySeats()
    var door = Door(owner: 0, seats: seats, isShared: false)
    let state = try Table.host().session.state
    let stranger = TerminalMessage.Hello(role: .screen, isOpen: true)
    guard case .disconnect(.notPermitted(let why)) = door.entrance(for: stranger, of: 4001, to: state, at: 0) else {
      Issue.record("a stranger may wait")
      return
    }
    #expect(why.hasPrefix("this session is shared with nobody"))
    seats.users[4002] = ana
    #expect(door.entrance(for: stranger, of: 4001, to: state, at: 0) == .wait(wish: nil))
    #expect(door.entrance(for: stranger, of: 4002, to: state, at: 0) == .seat(ana, ticket: nil))
  }
}

@Suite("Who is connected")
struct PresenceTests {
  private let ana = SeatName(.stakeholder, StakeholderID("ana"))

  private final class Kept: PresenceStore {
    var present: [Presence]?
    func keep(_ present: [Presence]) { self.present = present }
    func remove() { present = nil }
    func follow(_ file: SessionFile) {}
  }

  @Test("terminals that lead are told who is connected, as what and since when; others are not, and a button is nobody")
  func told() throws {
    let host = try Table.host()
    let lead = host.terminal()
    let began = host.time.now.at
    #expect(lead.receive().present == [Presence(seat: SeatName(.facilitator), since: began)])
    host.pass(seconds: 90)
    let (own, guest) = (
      host.terminal(.init(role: .stakeholder, as: StakeholderID("ana"))), host.terminal(.init(role: .screen))
    )
    let later = began.adding(seconds: 90)
    #expect(
      lead.receive().present == [
        Presence(seat: SeatName(.facilitator), since: began), Presence(seat: ana, since: later),
        Presence(seat: SeatName(.screen), since: later),
      ])
    #expect(own.receive().present == nil && guest.receive().present == nil)
    let button = host.terminal(.init(role: .facilitator, isSending: true))
    button.give("note pressed")
    #expect(lead.receive().present == nil)
    let desk = host.terminal(.init(role: .noteTaker))
    #expect(lead.receive().present?.map(\.seat.role) == [.facilitator, .stakeholder, .screen, .noteTaker])
    desk.send(.leave)
    #expect(lead.receive().present?.map(\.seat.role) == [.facilitator, .stakeholder, .screen])
  }

  @Test("a line that is lost and found again is no news; one that stays away is, a few seconds later")
  func grace() throws {
    let host = try Table.host()
    let lead = host.terminal()
    let own = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    _ = lead.receive()
    own.close()
    host.pass(seconds: 2)
    #expect(lead.receive().present == nil)
    host.pass(seconds: 3)
    #expect(lead.receive().present?.map(\.seat) == [SeatName(.facilitator)])
    #expect(host.host.deadlineMs == nil)
  }

  @Test("the file beside the session says it, to its owner alone, and goes with its host")
  func file() throws {
    let house = try House()
    let process = try house.host()
    let link = try process.link(.screen)
    try process.settled()
    #expect(link.receive().endWithJoining)
    #expect(PresenceFile.present(in: house.file).map(\.seat) == [SeatName(.screen)])
    var found = stat()
    #expect(stat(house.file.presencePath, &found) == 0 && found.st_mode & 0o777 == 0o600)
    process.end()
    #expect(access(house.file.presencePath, F_OK) != 0 && PresenceFile.present(in: house.file) == [])
    // What a host that was killed has left means nothing.
    PresenceFile(of: house.file).keep([Presence(seat: ana, since: Table.at)])
    #expect(PresenceFile.present(in: house.file) == [])
  }

  @Test("a closed session that was shared stays for its comments, without a wake-up, until the 48 hours are over")
  func staysForComments() throws {
    for staysForComments in [true, false] {
      var patience = SessionHost.Patience()
      patience.staysForComments = staysForComments
      let time = VirtualTime(start: Table.at)
      let live = try #require(LiveSession([Table.opening()], journal: MemoryJournal(Table.kept()), time: time))
      let host = SessionHost(live, patience: patience)
      host.give("close early because=\"No quorum\"", by: .facilitator)
      #expect(host.live.session.state.ended != nil)
      time.pass(seconds: 3)
      host.tick()
      #expect((host.endReason == nil) == staysForComments)
      guard staysForComments else { continue }
      #expect(try #require(host.deadlineMs) - time.now.boottimeMs > 47 * 3_600_000)
      time.pass(seconds: 48 * 3600)
      host.tick()
      #expect(host.endReason == .idle)
    }
  }
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

  @Test("a seat has one token, the same whenever it is asked for, and a new one after it was taken back")
  func tokens() throws {
    let seats = SeatFolder(of: house.file)
    let token = try seats.token(for: ana)
    #expect(try SeatFolder(of: house.file).token(for: ana) == token)
    #expect(SeatFolder(of: house.file).seat(ofToken: token) == ana)
    let other = SeatFolder(of: SessionFile(path: house.path + "/store/other.parley"))
    #expect(other.seat(ofToken: token) == nil && !other.hasInvited(ana))
    try seats.give(ana, toUser: 7)
    let ticket = try #require(seats.ticket(for: ana, of: 8))
    #expect(
      seats.invitations() == [
        Invitation(seat: ana, way: .account(7)), Invitation(seat: ana, way: .token(token, isForAnySession: false)),
      ])
    #expect(seats.withdraw(ana) == 2)
    #expect(seats.seat(ofToken: token) == nil && seats.seat(ofUser: 7) == nil)
    #expect(seats.seat(ofTicket: ticket, of: 8) == nil && !seats.expectsGuests)
    #expect(try seats.token(for: ana) != token)
  }

  @Test("an invitation to any session of the store leads to each of them, and is taken back in all")
  func anySession() throws {
    let token = try SeatFolder(ofStore: Store(directory: house.path + "/store")).token(for: ana)
    let (one, other) = (
      SeatFolder(of: house.file), SeatFolder(of: SessionFile(path: house.path + "/store/other.parley"))
    )
    #expect(one.seat(ofToken: token) == ana && other.seat(ofToken: token) == ana)
    #expect(!one.hasInvited(ana) && one.invitations().allSatisfy(\.isForAnySession))
    #expect(one.withdraw(ana) == 1)
    #expect(other.seat(ofToken: token) == nil)
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
