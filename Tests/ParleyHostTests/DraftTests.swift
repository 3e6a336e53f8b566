import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyHost

/// Words that are typed and not sent (M16).
@Suite("Drafts")
struct DraftTests {
  private func host(_ journal: MemoryJournal, _ drafts: any DraftStore) throws -> MemoryHost {
    if let host = MemoryHost(goingOnWith: journal.kept, journal: journal, drafts: drafts) { return host }
    return try MemoryHost(opening: Table.plan, id: "q3", at: Table.at, journal: journal)
  }

  private func started(_ drafts: any DraftStore) throws -> (MemoryHost, MemoryJournal) {
    let journal = MemoryJournal()
    _ = try MemoryHost(opening: Table.plan, id: "q3", at: Table.at, journal: journal)
    return (try host(journal, drafts), journal)
  }

  private func note(_ id: String, _ text: String, isOpen: Bool = true, command: CommandID? = nil) -> TerminalMessage {
    .draft(
      Draft(
        id: id, place: .form(.note, about: [:]), words: ["TEXT": text], focus: "TEXT", cursor: text.count,
        isOpen: isOpen, command: command))
  }

  private func drafts(in messages: [HostMessage]) -> [String] {
    messages.flatMap { message in
      if case .drafts(let drafts) = message { drafts.compactMap { $0.words["TEXT"] } } else { [String]() }
    }
  }

  @Test("They outlive the host: whoever takes the seat next gets them, within a second of the last key")
  func outlive() throws {
    let kept = MemoryDrafts()
    let (first, journal) = try started(kept)
    first.terminal(.init(role: .noteTaker)).send(note("a", "Half a tho"))
    #expect(kept.drafts().isEmpty)
    first.pass(seconds: 1)
    #expect(kept.drafts().map(\.draft.words) == [["TEXT": "Half a tho"]])
    let second = try host(journal, kept)
    #expect(drafts(in: second.terminal(.init(role: .noteTaker)).receive()) == ["Half a tho"])
    #expect(drafts(in: second.terminal(.init(role: .facilitator)).receive()).isEmpty)
  }

  @Test("Two terminals of one person keep words of their own; what one leaves behind is the other's")
  func samePerson() throws {
    let (host, _) = try started(MemoryDrafts())
    let ana = TerminalMessage.Hello(role: .stakeholder, as: StakeholderID("ana"))
    let (one, other) = (host.terminal(ana), host.terminal(ana))
    one.send(note("a", "One"))
    other.send(note("b", "Other"))
    #expect(drafts(in: host.terminal(ana).receive()).isEmpty)
    _ = other.receive()
    one.close()
    host.pass(seconds: 1)
    #expect(drafts(in: other.receive()) == ["One"])
  }

  @Test("What one of two facilitators leaves behind is theirs when they come back, and no words in the other's form")
  func twoFacilitators() throws {
    let kept = MemoryDrafts()
    let (host, journal) = try started(kept)
    let (first, second) = (host.terminal(), host.terminal())
    first.send(note("a", "First's"))
    second.send(note("b", "Second's"))
    second.close()
    host.pass(seconds: 1)
    #expect(drafts(in: first.receive()).isEmpty)
    #expect(drafts(in: host.terminal().receive()) == ["Second's"])
    first.close()
    host.pass(seconds: 1)
    #expect(drafts(in: host.terminal().receive()) == ["First's"])
    // After the host has died each is the same one again, in whatever order they come.
    host.pass(seconds: 1)
    let next = try self.host(journal, kept)
    #expect(drafts(in: next.terminal(.init(role: .facilitator, number: 2)).receive()) == ["First's", "Second's"])
    #expect(drafts(in: next.terminal(.init(role: .facilitator, number: 1)).receive()) == ["First's"])
  }

  @Test("Private words that were left are given to the host's own account alone, though a guest may lead")
  func privateWords() throws {
    let (host, _) = try started(MemoryDrafts())
    let own = host.terminal()
    let guest = host.terminal(.init(role: .facilitator), user: 2000)
    own.send(.admit(knock: 1, seat: SeatName(.facilitator)))
    _ = guest.receive()
    let ticket = try #require(guest.welcome?.ticket)
    own.send(note("a", "For all"))
    own.send(.draft(Draft(id: "b", place: .form(.learn, about: [:]), words: ["TEXT": "Tired"])))
    own.send(.draft(Draft(id: "c", place: .form(.note, about: ["private": "true"]), words: ["TEXT": "He bluffs"])))
    for terminal in [own, guest] { terminal.close() }
    host.pass(seconds: 1)
    let alone = host.terminal(.init(role: .facilitator, pass: .ticket(ticket), number: 2), user: 2000)
    #expect(drafts(in: alone.receive()) == ["For all"])
    #expect(drafts(in: host.terminal().receive()) == ["For all", "Tired", "He bluffs"])
  }

  @Test("An accepted command ends its draft, a refused one does not")
  func answered() throws {
    let kept = MemoryDrafts()
    let (host, _) = try started(kept)
    let terminal = host.terminal()
    let (refused, accepted) = (CommandID("c1")!, CommandID("c2")!)
    terminal.send(note("a", "Kept", command: refused))
    terminal.send(.command(id: refused, line: "note"))
    host.pass(seconds: 1)
    #expect(kept.drafts().count == 1)
    terminal.send(note("a", "Kept", command: accepted))
    terminal.send(.command(id: accepted, line: "note Kept"))
    host.pass(seconds: 1)
    #expect(kept.drafts().isEmpty)
  }

  @Test("A host that died between a command and its draft does not give the words again")
  func diedBetween() throws {
    let (first, journal) = try started(MemoryDrafts())
    let id = CommandID("c1")!
    first.give("note Kept", id: id)
    let stale = KeptDraft(
      at: TerminalName(SeatName(.facilitator)),
      draft: Draft(id: "a", place: .line, words: ["": "note Kept"], command: id))
    let second = try host(journal, MemoryDrafts([stale]))
    let heard = second.terminal().receive()
    #expect(!heard.contains { if case .drafts = $0 { true } else { false } })
  }

  @Test("Others see that someone writes, and never what; a projector sees nothing")
  func writing() throws {
    let (host, _) = try started(MemoryDrafts())
    let (leader, screen) = (host.terminal(), host.terminal(.init(role: .screen)))
    let seat = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    _ = (leader.receive(), screen.receive())
    seat.send(note("a", "secret words"))
    let told = leader.receive()
    #expect(told == [.writing([TerminalName(SeatName("ana"))])])
    seat.send(note("a", "secret words", isOpen: false))
    #expect(leader.heard() == [.writing([])])
    #expect(screen.receive().isEmpty)
    #expect(!told.contains { String(decoding: $0.payload, as: UTF8.self).contains("secret") })
  }

  @Test("They cost no command, and a seat that writes without end keeps a bounded number of them")
  func bounded() throws {
    let kept = MemoryDrafts()
    let (host, _) = try started(kept)
    let seat = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    for number in 0..<200 { seat.send(note("d\(number)", "Words \(number)")) }
    seat.send(note("long", String(repeating: "x", count: 1 << 16)))
    host.pass(seconds: 1)
    #expect(kept.drafts().count == Drafts.seatLimit)
    #expect(kept.drafts().last?.draft.words["TEXT"] == "Words 199")
  }

  @Test("The file is its owner's alone, gone when nothing is left, and what is no draft is no draft")
  func file() throws {
    let house = try House()
    do {
      let session = house.file
      let file = DraftFile(of: session)
      #expect(file.drafts().isEmpty)
      let draft = KeptDraft(
        at: TerminalName(SeatName("ana")),
        draft: Draft(id: "a", place: .form(.dot, about: ["WHO": "ana"]), words: ["note": "“ä”\n\u{1F600}"]))
      #expect(file.keep([draft]))
      var found = stat()
      #expect(stat(session.draftsPath, &found) == 0 && found.st_mode & 0o777 == 0o600)
      #expect(DraftFile(of: session).drafts() == [draft])
      #expect(file.keep([]) && stat(session.draftsPath, &found) != 0)
      for text in ["", "[", "{}", "[1,{\"seat\":\"ceo\"}]"] {
        #expect(PrivateFile.replace(session.draftsPath, with: Array(text.utf8)))
        #expect(file.drafts().isEmpty)
      }
    }
  }
}
