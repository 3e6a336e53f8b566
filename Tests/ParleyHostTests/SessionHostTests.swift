import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire
import Testing

@Suite("Terminals in a session")
struct SessionHostTests {
  let id = CommandID.random()

  @Test("a terminal is welcomed, receives all that was, and then all that comes")
  func joins() throws {
    let host = try Table.host()
    host.give("note before")
    let terminal = host.terminal()
    let told = terminal.receive()
    #expect(told.endWithJoining && told.replica?.state == host.session.state)
    #expect(told.replica?.state.notes.map(\.text) == ["before"])
    let welcome = try #require(terminal.welcome)
    #expect(welcome.session == "q3" && welcome.role == .facilitator)
    host.time.pass(seconds: 75)
    #expect(terminal.now(atBoottimeMs: host.time.now.boottimeMs) == Table.at.adding(seconds: 75))
    host.give("note after")
    #expect(terminal.receive().lines == ["note after"])
  }

  @Test("two terminals receive the same, whoever gives the commands and whenever they came")
  func same() throws {
    let host = try Table.host()
    let first = host.terminal()
    first.give("note one")
    let second = host.terminal(.init(role: .screen))
    first.give("@ana request \"a sync\"")
    first.give("next")
    host.give("note two")
    let (left, right) = (first.receive(), second.receive())
    #expect(left.lines == ["note one", "request \"a sync\"", "next", "note two"])
    #expect(right.lines == ["request \"a sync\"", "next", "note two"])
    #expect(left.replica?.state == host.session.state)
    #expect(right.replica?.state == host.session.asKnown(by: .screen))
  }

  @Test("on a shared terminal @WHO says who speaks")
  func speaks() throws {
    let host = try Table.host()
    let terminal = host.terminal()
    terminal.give("next")
    terminal.give("  @ana dot green")
    terminal.give("note \"no @ here\"")
    #expect(
      host.session.entries.map(\.by) == [
        .facilitator, .facilitator, .stakeholder(StakeholderID("ana")), .facilitator,
      ])
    #expect(host.session.state.goal(GoalID("churn"))?.dots.keys.map(\.text) == ["ana"])
  }

  @Test("each entry names the seat or the account that gave it, and a dot is own from its giver's own seat alone")
  func givers() throws {
    let host = try Table.host()
    let (desk, ana) = (host.terminal(), host.terminal(.init(role: .stakeholder, as: StakeholderID("ana"))))
    let scribe = host.terminal(.init(role: .noteTaker))
    let button = host.terminal(.init(role: .facilitator, isSending: true), user: MemoryHost.owner)
    desk.give("next")
    var hows: [String?] = []
    for (terminal, line) in [
      (desk, "@ana dot green"), (ana, "dot green how=spoken"), (button, "@ana dot green"), (scribe, "dot ana green"),
      (desk, "dot ana green how=proxy"),
    ] {
      terminal.give(line)
      hows.append(host.session.state.goal(GoalID("churn"))?.dots[StakeholderID("ana")]?.how.rawValue)
    }
    #expect(hows == ["spoken", "own", "spoken", "spoken", "proxy"])
    let second = host.terminal()
    second.give("note \"From the second\"")
    #expect(host.session.entries.last?.seat == .further(.facilitator, 2))
    let seats = host.session.entries.dropFirst().map(\.seat?.text)
    #expect(seats.enumerated().allSatisfy { $0.offset == 3 || $0.element != nil })
    #expect(
      [seats[0], seats[1], seats[2], seats[4], seats[5]] == [
        "facilitator", "facilitator", "ana", "note-taker", "facilitator",
      ])
    #expect(seats[3]?.hasPrefix("send:") == true && host.session.entries[4].by == .stakeholder(StakeholderID("ana")))
    // Who does not lead is told that it was sent, and not from which account.
    let told = ana.receive().compactMap { message -> Entry? in
      switch message {
      case .entry(let entry), .entryAnew(let entry, _): entry
      default: nil
      }
    }
    #expect(told.first { $0.number == 4 }?.seat == .account(nil))
    for line in ["dot ana green how=own", "@ana dot green how=own"] { #expect(refused(line, at: desk) == .badArgument) }
    #expect(refused("@ana dot green how=own", at: button) == .badArgument)
  }

  @Test("the ballot of someone who has a terminal of their own is cast there, and nowhere else (M19)")
  func ballotAtOwnTerminal() throws {
    let host = try Table.host()
    let desk = host.terminal()
    for line in ["next", "vote open dots=2"] { desk.give(line) }
    let ana = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    let button = host.terminal(.init(role: .facilitator, isSending: true))
    #expect(refused("@ana ballot churn=1", at: desk) == .notYours)
    #expect(refused("@ana ballot churn=1", at: button) == .notYours)
    #expect(refused("@ben ballot churn=1", at: desk) == nil)
    #expect(host.session.state.openVote?.turnout == [StakeholderID("ben")])
    ana.close()
    host.pass(seconds: 1)
    #expect(refused("@ana ballot churn=1", at: desk) == nil)
  }

  @Test("at a seat one takes back what one gave there last, and nothing else")
  func undoAtSeat() throws {
    let host = try Table.host()
    let (desk, ana) = (host.terminal(), host.terminal(.init(role: .stakeholder, as: StakeholderID("ana"))))
    desk.give("next")
    #expect(refused("undo", at: ana) == .notPermitted)
    desk.give("@ana request \"For ana\"")
    #expect(refused("undo", at: ana) == .notPermitted, "the facilitator gave it")
    #expect(refused("withdraw P1", at: ana) == nil, "but it is what ana asked for")
    ana.give("dot green")
    #expect(refused("undo", at: ana) == nil)
    #expect(host.session.state.goal(GoalID("churn"))?.dots.isEmpty == true)
    ana.give("dot green")
    desk.give("note x")
    #expect(refused("undo of=\(host.session.nextNumber - 2)", at: ana) == .nothingToUndo)
    #expect(refused("undo", at: ana) == .notPermitted)
    #expect(refused("redo", at: ana) == .notPermitted)
  }

  /// The code with which a line is refused; nil when it is taken.
  private func refused(_ line: String, at terminal: TerminalLink) -> Refusal.Code? {
    _ = terminal.receive()
    let id = terminal.give(line)
    for case .refused(id, let notice) in terminal.receive() { return notice.code }
    return nil
  }

  @Test(
    "a named speaker is still bound by their own permissions",
    arguments: [
      ("@ana next", "not-permitted"), ("@zoe dot green", "unknown-id"), ("@ana", "bad-argument"),
      ("@screen note x", "not-permitted"), ("+5:00 next", "unknown-verb"), ("@ana +5:00 next", "unknown-verb"),
    ])
  func bound(line: String, code: String) throws {
    let host = try Table.host()
    let terminal = host.terminal()
    _ = terminal.receive()
    terminal.give(line, id: id)
    guard case .refused(id, let found)? = terminal.receive().first else {
      Issue.record("not refused")
      return
    }
    #expect(found.code.rawValue == code)
    #expect(host.session.entries.count == 1)
  }

  @Test("a screen sees all and says nothing", arguments: ["next", "note x", "@facilitator next", "@ana dot green"])
  func screen(line: String) throws {
    let host = try Table.host()
    let screen = host.terminal(.init(role: .screen))
    _ = screen.receive()
    screen.give(line, id: id)
    guard case .refused(id, _)? = screen.receive().first else {
      Issue.record("not refused")
      return
    }
    #expect(host.session.entries.count == 1)
  }

  @Test(
    "at a person's own seat nobody else speaks",
    arguments: [
      ("@ben dot green", "not-permitted"), ("@facilitator next", "not-permitted"), ("@ben ballot speed=1", "not-yours"),
      ("next", "not-permitted"),
    ])
  func seat(line: String, code: String) throws {
    let host = try Table.host()
    let seat = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    _ = seat.receive()
    seat.give(line, id: id)
    guard case .refused(id, let notice)? = seat.receive().first, notice.code.rawValue == code else {
      Issue.record("not refused with \(code)")
      return
    }
    #expect(host.session.entries.count == 1)
    seat.give("@ana request Words", id: id)
    #expect(host.session.entries.last?.by == .stakeholder(StakeholderID("ana")))
  }

  @Test(
    "someone who is not let in hears why, and nothing of the session",
    arguments: [
      (TerminalMessage.Hello(role: .facilitator, version: 1), DisconnectReason.otherVersion("\(wireVersion)")),
      (
        .init(role: .stakeholder),
        .notPermitted("a stakeholder's terminal is someone's own: join it with --as and a name of the plan")
      ),
      (
        .init(role: .stakeholder, as: StakeholderID("anna")),
        .notPermitted("nobody here is called anna; did you mean ana?")
      ),
      (
        .init(role: .facilitator, as: StakeholderID("ana")),
        .notPermitted("a facilitator's terminal is nobody's own: join it without a name")
      ),
    ])
  func refuses(hello: TerminalMessage.Hello, reason: DisconnectReason) throws {
    let host = try Table.host()
    let terminal = host.terminal(hello)
    #expect(terminal.heard() == [.ended(reason)])
    #expect(!terminal.isOpen && host.host.seats.isEmpty)
  }

  @Test("a command before the hello, and a second hello, end a line; the others go on")
  func outOfTurn() throws {
    let host = try Table.host()
    let good = host.terminal()
    let twice = host.terminal()
    twice.send(.hello(.init(role: .facilitator)))
    #expect(twice.disconnectReason == nil)
    _ = twice.receive()
    #expect(twice.disconnectReason == .badMessage("a second hello"))
    let (rude, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    let seat = host.host.enter(far)
    rude.send(.command(id: id, line: "next"))
    host.host.hear(seat)
    #expect(rude.receive() == [.ended(.badMessage("no hello came first"))])
    good.give("next")
    #expect(host.session.entries.count == 2 && host.host.seats.count == 1)
  }

  @Test("a line that says no hello in three seconds is ended, and one that did stays")
  func hello() throws {
    let host = try Table.host()
    let good = host.terminal()
    let (silent, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    _ = host.host.enter(far)
    #expect(host.host.deadlineMs == host.time.now.boottimeMs + 3000)
    host.pass(seconds: 2)
    #expect(silent.isOpen)
    host.pass(seconds: 1)
    #expect(silent.receive() == [.ended(.noHello)])
    #expect(good.isOpen && host.host.seats.count == 1)
  }

  @Test("while someone is there nothing falls due: no wake-up")
  func quiet() throws {
    let host = try Table.host()
    let terminal = host.terminal()
    terminal.give("next")
    #expect(host.host.deadlineMs == nil)
    host.pass(seconds: 1_000_000)
    #expect(host.host.endReason == nil)
    terminal.send(.leave)
    let left = host.time.now.boottimeMs
    // Once that is no news any more.
    host.pass(seconds: 5)
    #expect(host.host.deadlineMs == left + 8 * 3_600_000)
  }

  @Test("a host without visitors for eight hours ends; a visit starts the wait again")
  func idle() throws {
    let host = try Table.host()
    host.pass(seconds: 8 * 3600 - 1)
    host.terminal().close()
    host.pass(seconds: 8 * 3600 - 1)
    #expect(host.host.endReason == nil)
    host.pass(seconds: 1)
    #expect(host.host.endReason == .idle)
  }

  @Test("a closed session's host ends two seconds after the last terminal")
  func closed() throws {
    let host = try Table.host()
    let terminal = host.terminal()
    terminal.give("close early because=\"no time\"")
    #expect(host.session.state.ended != nil)
    host.pass(seconds: 10)
    #expect(host.host.endReason == nil)
    terminal.close()
    host.pass(seconds: 2)
    #expect(host.host.endReason == .idle)
  }

  @Test("a facilitator stops the session for all; a screen cannot")
  func stops() throws {
    let host = try Table.host()
    let screen = host.terminal(.init(role: .screen))
    let facilitator = host.terminal()
    screen.send(.stop)
    #expect(host.host.endReason == nil)
    _ = screen.receive()
    #expect(screen.disconnectReason == .notPermitted("only a facilitator's terminal can stop the session"))
    facilitator.send(.stop)
    #expect(host.host.endReason == .stopped)
    host.host.putAway()
    host.host.empty()
    _ = facilitator.receive()
    #expect(facilitator.disconnectReason == .stopped && !facilitator.isOpen)
  }

  @Test("a terminal that answers while it receives messages receives each of them once")
  func answersAtOnce() throws {
    let host = try Table.host()
    let (near, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    let seat = host.host.enter(far)
    far.whenArriving { host.host.hear(seat) }
    var told: [HostMessage] = []
    near.whenArriving {
      let new = near.receive()
      told += new
      if new.endWithJoining { near.send(.command(id: self.id, line: "note quick")) }
    }
    near.send(.hello(.init(role: .facilitator)))
    #expect(told.lines == ["note quick"])
    #expect(told.last == .accepted(id: id, entry: 1))
    near.whenArriving(nil)
    far.whenArriving(nil)
  }

  @Test("commands from before a terminal came can be taken back, down to the opening, and it matches all others")
  func undoesThePast() throws {
    let host = try Table.host()
    let first = host.terminal()
    var told = first.receive()
    for line in ["next", "dot ana green", "note one", "note two"] { host.give(line) }
    let late = host.terminal()
    var toldLate = late.receive()
    for line in ["note three", "undo", "undo", "note four", "undo", "undo", "undo", "undo"] {
      late.give(line)
      told += first.receive()
      toldLate += late.receive()
      #expect(told.replica?.state == host.session.state)
      #expect(toldLate.replica?.state == host.session.state)
      #expect(toldLate.replica?.undoable == host.session.undoable)
    }
    #expect(host.session.undoable == nil)
    #expect(told.lines.suffix(8) == toldLate.lines.suffix(8))
  }

  @Test("a terminal that reads late, after its past was taken back, matches after each entry what others had then")
  func undoesThePastLate() throws {
    let host = try Table.host()
    for line in ["note one", "note two", "note three"] { host.give(line) }
    let line = StuckLine()
    let seat = host.host.enter(line)
    line.heard = [.hello(.init(role: .screen))]
    host.host.hear(seat)
    line.unsentBytes = 1 << 20
    for line in ["undo", "note four", "undo", "undo", "note five"] { host.give(line) }
    #expect(line.told.endWithJoining)
    line.unsentBytes = 0
    host.host.goOn(seat)
    #expect(line.told.lines == ["undo", "note four", "undo", "undo", "note five"])
    for count in 1...line.told.count {
      let replica = line.told.prefix(count).replica
      let entries = Array(host.session.entries.prefix(replica?.nextNumber ?? 0))
      #expect(replica?.state == Session(entries: entries)?.asKnown(by: .screen))
    }
  }

  @Test("someone who repeats a command that an earlier host took hears its entry, and that it was accepted")
  func givenAgain() throws {
    let journal = FailingJournal()
    let host = try Table.host(journal)
    for line in ["note zero", "note one"] { host.give(line, id: line == "note one" ? id : .random()) }
    host.give("note two")
    let next = try #require(MemoryHost(goingOnWith: journal.kept, journal: journal))
    let terminal = next.terminal()
    #expect(terminal.receive().endWithJoining)
    terminal.give("note one", id: id)
    #expect(terminal.heard() == [.entry(host.session.entries[2]), .accepted(id: id, entry: 2)])
  }
}
