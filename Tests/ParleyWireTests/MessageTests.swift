import ParleyCore
import ParleyWire
import Testing

@Suite("Messages")
struct MessageTests {
  static let id = CommandID.random()
  static let entry = Entry(
    number: 7, at: Instant(milliseconds: 1_813_500_000_123), by: .stakeholder(StakeholderID("vp-sales")),
    line: "note \"“five” — 五\\n\"", events: [Noted(text: "“five” — 五\n").event, Undone(entry: 3).event])
  static let session: Session = {
    let plan = Plan(title: "Q3", timeframes: [], stakeholders: [], goals: [])
    var session = Session(opening: plan, id: "q3", at: entry.at)
    session.append(Entry(number: 1, at: entry.at, by: .facilitator, line: "note x", events: [Noted(text: "x").event]))
    return session
  }()
  static let fromTerminals: [TerminalMessage] = [
    .hello(.init(role: .facilitator)), .hello(.init(role: .stakeholder, as: StakeholderID("vp-sales"))),
    .hello(.init(role: .noteTaker)), .hello(.init(role: .screen, isOpen: true, pass: .code("K7QF 2M9X"))),
    .hello(.init(role: .screen, pass: .code(""))), .hello(.init(role: .screen, pass: .ticket("t-1"))),
    .hello(.init(role: .stakeholder, as: StakeholderID("vp-sales"), pass: .token("k-1"))), .part(SeatName(.screen)),
    .part(SeatName(.facilitator), number: 2),
    .withdraw(SeatName(.stakeholder, StakeholderID("vp-sales"))),
    .admit(knock: 3, seat: SeatName(.stakeholder, StakeholderID("vp-sales"))),
    .admit(knock: 3, seat: SeatName(.screen)),
    .turnAway(knock: 3), .ping, .command(id: id, line: "dot vp-sales red layer=metric"),
    .command(id: id, line: "", seen: 41), .stop, .leave,
  ]
  static let fromHosts: [HostMessage] = [
    .welcome(
      Welcome(
        session: "q3-2027-06-28", role: .screen, now: Instant(milliseconds: 5), boottimeMs: 1 << 40,
        keepsBallots: true)),
    .welcome(
      Welcome(
        session: "q3", role: .stakeholder, as: StakeholderID("vp-sales"), ticket: "t-1",
        now: Instant(milliseconds: 5), boottimeMs: 9)),
    .waiting, .unattended, .knock(Knock(number: 3, account: "carla (uid 1001)", wish: SeatName(.noteTaker))),
    .knock(Knock(number: 4, account: "uid 1002", wish: nil)), .knockOver(3), .door("a wrong seat code"), .pong,
    .entry(entry), .snapshot(session.snapshot), .entryAnew(entry, session.snapshot), .accepted(id: id, entry: 7),
    .refused(id: id, RefusalNotice(code: .silent, sentence: "Carla has not spoken (M13)")),
    .refused(id: id, RefusalNotice(code: .needsLayer, argument: "layer", sentence: "what is it about?")),
    .notSaved(id: id, reason: "the disk is full"), .saved, .moved(path: "/store/q3-rescued.parley"),
    .present([]),
    .present([
      Presence(seat: SeatName(.facilitator), since: Instant(milliseconds: 5)),
      Presence(
        seat: SeatName(.stakeholder, StakeholderID("ceo")), account: "carla (uid 1001)", since: Instant(milliseconds: 9)
      ),
    ]), .parted(SeatName(.noteTaker), terminals: 2, invitations: 0),
    .parted(SeatName(.noteTaker), number: 3, terminals: 1, invitations: 0),
    .map(.missing("there is none")),
    .map(
      PrivateNotes(
        StakeholderMap(entries: [
          StakeholderID("ceo"): .init(
            influence: .veryHigh, interest: "“Growth” 五", alignment: .neutral, objections: ["a", "b\nc"],
            salience: [.power, .urgency], survey: .init(worry: "all of it"), met: CalendarDate("2027-06-21"))
        ]))),
  ]
  static let disconnectReasons: [DisconnectReason] = [
    .stopped, .idle, .otherVersion("2"), .notPermitted("no"), .badMessage("what"), .noHello, .tooMuch, .flooding,
    .full("no room"), .failed("why"),
  ]

  @Test("a terminal's message arrives as it was sent", arguments: fromTerminals)
  func terminal(message: TerminalMessage) throws {
    #expect(try TerminalMessage(payload: message.payload) == message)
  }

  @Test("a host's message arrives as it was sent", arguments: fromHosts + disconnectReasons.map { .ended($0) })
  func host(message: HostMessage) throws {
    #expect(try HostMessage(payload: message.payload) == message)
  }

  @Test(
    "anything that is no message is refused with the reason",
    arguments: [
      ("", WireFault.notJSON), ("hello", .notJSON), ("[1]", .badMember("m")), ("{\"m\":99}", .unknownMessage(99)),
      ("{\"m\":2,\"line\":\"next\"}", .badMember("id")),
      ("{\"m\":2,\"id\":\"a b\",\"line\":\"next\"}", .badMember("id")),
      ("{\"m\":2,\"id\":\"a\",\"line\":7}", .badMember("line")),
      ("{\"m\":1,\"version\":\(wireVersion),\"role\":\"king\"}", .badMember("role")),
      ("{\"m\":2,\"id\":\"a\",\"line\":\"\u{0}\"}", .notJSON),
    ])
  func strange(text: String, fault: WireFault) {
    #expect(throws: fault) { try TerminalMessage(payload: Array(text.utf8)) }
  }

  @Test("JSON nested too deep is refused, and does not exhaust the stack")
  func deep() {
    let text = String(repeating: "[", count: 60_000)
    #expect(throws: WireFault.notJSON) { try TerminalMessage(payload: Array(text.utf8)) }
  }

  @Test("a hello of another version can be read, whatever the names of its roles")
  func laterVersion() throws {
    let text = "{\"m\":1,\"version\":\(wireVersion + 1),\"role\":\"time-keeper\",\"new\":{}}"
    guard case .hello(let hello) = try TerminalMessage(payload: Array(text.utf8)) else {
      Issue.record("no hello")
      return
    }
    #expect(hello.version == wireVersion + 1)
  }

  @Test("an end for an unknown reason is an end")
  func laterParting() throws {
    let text = "{\"m\":28,\"code\":\"moved\",\"detail\":\"to another room\"}"
    #expect(try HostMessage(payload: Array(text.utf8)) == .ended(.failed("to another room")))
  }

  @Test("every command gets an id of its own")
  func ids() {
    let ids = (0..<1000).map { _ in CommandID.random() }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { CommandID($0.text) == $0 })
  }

  @Test("the session's time goes on with the machine's, asleep or awake")
  func time() {
    let welcome = Welcome(
      session: "s", role: .screen, now: Instant(milliseconds: 1_000_000), boottimeMs: 500)
    #expect(welcome.now(atBoottimeMs: 3_600_500) == Instant(milliseconds: 4_600_000))
  }
}
