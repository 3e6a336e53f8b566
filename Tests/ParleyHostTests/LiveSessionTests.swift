import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire
import Testing

@Suite("A live session")
struct LiveSessionTests {
  let journal = FailingJournal()
  let id = CommandID.random()

  @Test("an entry is on disk before it changes anything or anyone hears of it")
  func order() throws {
    let host = try Table.host(journal)
    let terminal = host.terminal()
    _ = terminal.receive()
    var countAtWriting = -1
    var toldAtWriting: [HostMessage] = []
    journal.onAppend = { _ in
      countAtWriting = host.session.entries.count
      toldAtWriting = terminal.receive()
    }
    terminal.give("note hello", id: id)
    #expect(countAtWriting == 1 && toldAtWriting.isEmpty)
    let told = terminal.receive()
    #expect(told.lines == ["note hello"])
    #expect(told.rest == [.accepted(id: id, entry: 1)])
    #expect(host.session.state.notes.map(\.text) == ["hello"])
  }

  @Test("a refused command writes nothing, changes nothing, and only its sender hears of it")
  func refused() throws {
    let host = try Table.host(journal)
    let (sender, other) = (host.terminal(), host.terminal())
    (_, _) = (sender.receive(), other.receive())
    sender.give("confirm churn", id: id)
    guard case .refused(id, let notice)? = sender.receive().first else {
      Issue.record("not refused")
      return
    }
    #expect(notice.code == .wrongStep && !notice.sentence.isEmpty)
    #expect(journal.lines == ["open"] && other.receive().isEmpty)
  }

  @Test("on a full disk nothing is applied, and only the sender hears of the fault")
  func full() throws {
    let host = try Table.host(journal)
    let (sender, other) = (host.terminal(), host.terminal())
    (_, _) = (sender.receive(), other.receive())
    journal.fault = FailingJournal.full
    sender.give("note hello", id: id)
    #expect(sender.heard() == [.notSaved(id: id, reason: "the disk is full")])
    #expect(other.receive().isEmpty)
    #expect(host.session.entries.count == 1 && host.session.state.notes.isEmpty)
  }

  @Test("someone who comes while commands wait for the disk hears so, after the state of the session")
  func fullForNewcomers() throws {
    let host = try Table.host(journal)
    journal.fault = FailingJournal.full
    host.give("note hello", id: id)
    let newcomer = host.terminal()
    let told = newcomer.heard()
    #expect(told.dropLast().endWithJoining && told.last == .notSaved(id: id, reason: "the disk is full"))
    journal.fault = nil
    host.pass(seconds: 1)
    #expect(newcomer.receive().rest == [.saved])
  }

  @Test(
    "when the disk is back, waiting commands are written once, in their order and with their time, and people hear of them late"
  )
  func back() throws {
    let host = try Table.host(journal)
    let terminal = host.terminal()
    _ = terminal.receive()
    journal.fault = FailingJournal.full
    let (first, second) = (terminal.give("note one"), terminal.give("note two"))
    let given = host.time.now.at
    host.pass(seconds: 1)
    host.pass(seconds: 1)
    #expect(terminal.receive().count == 2)
    journal.fault = nil
    host.pass(seconds: 1)
    let told = terminal.receive()
    #expect(told.lines == ["note one", "note two"])
    #expect(told.rest == [.accepted(id: first, entry: 1), .accepted(id: second, entry: 2), .saved])
    #expect(journal.lines == ["open", "note one", "note two"])
    #expect(journal.kept.last?.entry.at == given)
    host.pass(seconds: 60)
    #expect(terminal.receive().isEmpty && journal.kept.count == 3)
  }

  @Test("the next command tries the disk again, and comes after those that waited")
  func nextCommand() throws {
    let host = try Table.host(journal)
    journal.fault = FailingJournal.full
    #expect(host.give("note one") == .notSaved(FailingJournal.full))
    journal.fault = nil
    #expect(host.give("note two") == .accepted(entry: 2))
    #expect(journal.lines == ["open", "note one", "note two"])
  }

  @Test("a command that is on disk although its write failed has happened once")
  func foundAgain() throws {
    let host = try Table.host(journal)
    let terminal = host.terminal()
    _ = terminal.receive()
    journal.fault = FailingJournal.full
    journal.keepsWhatFails = true
    terminal.give("note one", id: id)
    journal.fault = nil
    host.pass(seconds: 1)
    #expect(journal.lines == ["open", "note one"])
    let told = terminal.receive()
    #expect(told.lines == ["note one"])
    #expect(told.rest.suffix(2) == [.accepted(id: id, entry: 1), .saved])
  }

  @Test("a command that is given again, while it waits or afterwards, is carried out once")
  func idempotent() throws {
    let host = try Table.host(journal)
    journal.fault = FailingJournal.full
    for _ in 0..<3 { #expect(host.give("note one", id: id) == .notSaved(FailingJournal.full)) }
    journal.fault = nil
    for _ in 0..<3 { #expect(host.give("note one", id: id) == .accepted(entry: 1)) }
    #expect(journal.lines == ["open", "note one"])
  }

  @Test("a command that is given again to the next host, because the last answer was lost, is carried out once")
  func acrossHosts() throws {
    let host = try Table.host(journal)
    host.give("note one", id: id)
    let next = try #require(MemoryHost(goingOnWith: journal.kept, journal: journal))
    #expect(next.give("note one", id: id) == .accepted(entry: 1))
    #expect(next.session == host.session)
    #expect(journal.lines == ["open", "note one"])
  }

  @Test("a waiting command is decided again when its turn comes, and may be refused then")
  func refusedLate() throws {
    let host = try Table.host(journal)
    let terminal = host.terminal()
    _ = terminal.receive()
    journal.fault = FailingJournal.full
    let ids = ["note x", "undo", "undo"].map { terminal.give($0) }
    #expect(terminal.heard() == ids.map { .notSaved(id: $0, reason: "the disk is full") })
    journal.fault = nil
    host.pass(seconds: 1)
    let told = terminal.receive()
    #expect(told.lines == ["note x", "undo"])
    guard case .refused(ids[2], let notice) = told.rest[2], notice.code == .nothingToUndo else {
      Issue.record("not refused")
      return
    }
  }

  @Test("with a faulty disk an idle session does not end, and stopping it names what is lost")
  func sick() throws {
    let host = try Table.host(journal)
    journal.fault = FailingJournal.full
    host.give("note one")
    host.pass(seconds: 100_000)
    #expect(host.host.endReason == nil)
    #expect(host.host.stop() == false)
    guard case .failed(let why)? = host.host.endReason else {
      Issue.record("no fault")
      return
    }
    #expect(why.contains("the disk is full"))
  }
}

@Suite("A silent vote")
struct BallotTests {
  let journal = FailingJournal()

  private func opened() throws -> MemoryHost {
    let host = try Table.host(journal)
    #expect(host.give("next") == .accepted(entry: 1))
    #expect(host.give("vote open dots=2") == .accepted(entry: 2))
    return host
  }

  @Test("ballots are in no entry; their sum is revealed")
  func sum() throws {
    let host = try opened()
    let terminal = host.terminal()
    terminal.give("@ana ballot churn=2")
    terminal.give("@ben ballot churn=1 speed=1")
    #expect(!journal.lines.contains { $0.contains("=") && $0.contains("ballot") })
    terminal.give("vote reveal")
    #expect(host.session.state.votes.last?.tally == [GoalID("churn"): 3, GoalID("speed"): 1])
  }

  @Test("a ballot that waited for the disk counts once")
  func waited() throws {
    let host = try opened()
    journal.fault = FailingJournal.full
    journal.keepsWhatFails = true
    host.give("ballot churn=2", by: .stakeholder(StakeholderID("ana")))
    host.give("ballot speed=2", by: .stakeholder(StakeholderID("ben")))
    journal.fault = nil
    host.pass(seconds: 1)
    host.give("vote reveal")
    #expect(host.session.state.votes.last?.tally == [GoalID("churn"): 2, GoalID("speed"): 2])
  }

  @Test("the sum starts anew with every vote")
  func anew() throws {
    let host = try opened()
    host.give("ballot churn=2", by: .stakeholder(StakeholderID("ana")))
    host.give("vote cancel")
    host.give("vote open dots=2")
    host.give("ballot speed=1", by: .stakeholder(StakeholderID("ana")))
    host.give("vote reveal")
    #expect(host.session.state.votes.last?.tally == [GoalID("speed"): 1])
  }

  @Test("losing ballots with their host cancels the vote, openly")
  func lost() throws {
    let host = try opened()
    host.give("ballot churn=2", by: .stakeholder(StakeholderID("ana")))
    let next = try #require(MemoryHost(goingOnWith: journal.kept, journal: journal))
    #expect(!next.session.state.voteIsOpen)
    #expect(next.session.state.notes.last?.text.contains("cancelled") == true)
    #expect(next.give("vote open") != .refused(.voteClosed))
    #expect(next.session.state.voteIsOpen)
  }

  @Test("a vote without ballots goes on with the next host")
  func goesOn() throws {
    _ = try opened()
    let next = try #require(MemoryHost(goingOnWith: journal.kept, journal: journal))
    #expect(next.session.state.voteIsOpen)
  }
}
