import Glibc
import ParleyCore
import ParleyHost
import ParleyWire
import Testing

@Suite("Private notes leave the host for the cockpit alone")
struct SecretsTests {
  @Test(
    "In random sessions every role but the cockpit receives the same bytes, whatever the private notes and the ballots",
    arguments: 0..<40)
  func everyByte(seed: Int) throws {
    let session = RandomSession(seed: UInt64(seed))
    let (one, other) = (try session.bytes(session.secret(0)), try session.bytes(session.secret(1)))
    #expect(one.entries > 3 && other.entries == one.entries && other.sent.keys == one.sent.keys)
    for (seat, bytes) in one.sent where seat != .cockpit {
      #expect(!bytes.isEmpty && other.sent[seat] == bytes, "\(seat) in session \(seed)")
    }
    // A test that compares nothing would find nothing: the cockpit does receive the difference.
    #expect(other.sent[.cockpit] != one.sent[.cockpit])
    for (seat, bytes) in other.sent {
      #expect(bytes.holds("secret1x") == (seat == .cockpit), "\(seat) in session \(seed)")
    }
  }

  @Test(
    "Of a session of before, whose plan has authority and metric, no role that does not lead receives them",
    arguments: 0..<20)
  func everyByteOfBefore(seed: Int) throws {
    let session = RandomSession(seed: UInt64(2000 + seed))
    let one = try session.bytes(session.secret(0), isOfBefore: true)
    let other = try session.bytes(session.secret(1), isOfBefore: true)
    let leading: Set<RandomSession.Seat> = [.facilitator, .second, .cockpit]
    for (seat, bytes) in one.sent where !leading.contains(seat) {
      #expect(!bytes.isEmpty && other.sent[seat] == bytes, "\(seat) in session \(seed)")
    }
    #expect(other.sent[.facilitator]?.holds("secret1x") == true)
  }

  @Test(
    "In random sessions no role, not even the cockpit, receives a person's ballot", arguments: 0..<40)
  func ballots(seed: Int) throws {
    let session = RandomSession(seed: UInt64(1000 + seed))
    var (one, other) = (session.secret(1), session.secret(1))
    (one.deal, other.deal) = (0, 1)
    let (first, second) = (try session.bytes(one), try session.bytes(other))
    #expect(first.sent == second.sent)
  }

  @Test("The random sessions reach votes with a result, own dots, conflicts, undoing and refusals")
  func reach() throws {
    let sessions = (0..<20).map { RandomSession(seed: UInt64($0)) }
    let all = try sessions.flatMap { session in try session.bytes(session.secret(0)).sent.values }
    let words = [
      "vote-revealed", "ballot-cast", "\"how\":\"own\"", "conflict-opened", "\"undone\"", "not-permitted",
      "privately-noted",
    ]
    for word in words {
      #expect(all.contains { $0.holds(word) }, "\(word)")
    }
  }

  @Test("A cockpit hears why there are no private notes, and speaks as the facilitator")
  func cockpit() throws {
    let host = try MemoryHost(opening: Table.plan, id: "q3", at: Table.at)
    let cockpit = host.terminal(.init(role: .cockpit))
    let told = cockpit.receive()
    guard case .map(let notes)? = told.rest.last else {
      Issue.record("no notes")
      return
    }
    #expect(notes.map.entries.isEmpty)
    cockpit.give("next")
    #expect(host.session.entries.last?.by == .facilitator)
    let facilitator = host.terminal()
    #expect(facilitator.receive().allSatisfy { if case .map = $0 { false } else { true } })
  }

  @Test("The cockpit receives the answers of a 1:1 at once, and no other terminal does")
  func learned() throws {
    let plan = Plan(
      title: "Ana", kind: .oneOnOne, timeframes: Table.plan.timeframes,
      stakeholders: [Stakeholder(id: StakeholderID("ana"), name: "Ana")], goals: Table.plan.goals)
    let opening = Session(opening: plan, id: "q3", at: Table.at).entries
    let journal = MemoryJournal()
    for entry in opening { _ = try journal.append(entry, commandID: "opening", clock: Table.reading) }
    let time = VirtualTime(start: Table.at, reading: Table.reading)
    let live = try #require(LiveSession(opening, journal: journal, time: time))
    let host = SessionHost(live) { PrivateNotes(journal.map) }
    let lines = [ParleyWire.Role.facilitator, .cockpit, .noteTaker, .screen].map { role in
      let line = ByteLine()
      let seat = host.enter(line)
      line.say(.hello(.init(role: role)))
      host.hear(seat)
      return line
    }
    host.give("next", by: .facilitator)
    host.give("learn \"Fewer calls at night\"", by: .facilitator)
    #expect(journal.map.entries[StakeholderID("ana")]?.answers.map(\.text) == ["Fewer calls at night"])
    #expect(lines.map { $0.drain().holds("Fewer calls") } == [false, true, false, false])
  }

  @Test("The cockpit receives a private note at once, also one from the facilitator's screen; no other terminal does")
  func noted() throws {
    let journal = MemoryJournal()
    let opening = Session(opening: Table.plan, id: "q3", at: Table.at).entries
    for entry in opening { _ = try journal.append(entry, commandID: "opening", clock: Table.reading) }
    let time = VirtualTime(start: Table.at, reading: Table.reading)
    let host = SessionHost(try #require(LiveSession(opening, journal: journal, time: time))) {
      PrivateNotes(journal.map)
    }
    let roles: [ParleyWire.Role] = [.facilitator, .cockpit, .noteTaker, .screen]
    let terminals = roles.map { role in
      let line = ByteLine()
      let seat = host.enter(line)
      line.say(.hello(.init(role: role)))
      host.hear(seat)
      return (line, seat)
    }
    // A draft of it makes nobody say that someone is writing.
    let (line, seat) = terminals[1]
    line.say(
      .draft(Draft(id: "d", place: .form(.note, about: ["private": "true"]), words: ["TEXT": "He bluffs"])))
    host.hear(seat)
    host.give("note \"He bluffs\" private=true", by: .facilitator)
    let sent = terminals.map { $0.0.drain() }
    #expect(sent.map { $0.holds("He bluffs") } == [false, true, false, false])
    #expect(!sent[0].holds("\"m\":38"))
    #expect(journal.kept.last?.entry.line == "note" && journal.map.notes.map(\.at) == [Table.at])
  }

  @Test(
    "A dot from a person's own terminal is kept as their own, any other as spoken",
    arguments: [
      ("dot ana green", "own"), ("dot green", "own"), ("dot ana yellow layer=metric note=\"a word\"", "own"),
      ("dot green how=pre-read", "own"), ("dot green how=spoken", "own"),
    ])
  func own(line: String, how: String) throws {
    let host = try Table.host()
    host.give("next")
    let seat = host.terminal(.init(role: .stakeholder, as: StakeholderID("ana")))
    seat.give(line)
    #expect(host.session.state.goal(GoalID("churn"))?.dots[StakeholderID("ana")]?.how.rawValue == how)
    host.terminal().give("@ben dot green")
    #expect(host.session.state.goal(GoalID("churn"))?.dots[StakeholderID("ben")]?.how == .spoken)
  }
}

extension [UInt8] {
  fileprivate func holds(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    return withUnsafeBytes { bytes in
      var start = 0
      while start + needle.count <= bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(needle[0]), bytes.count - start - needle.count + 1)
      {
        if memcmp(found, needle, needle.count) == 0 { return true }
        start = base.distance(to: found) + 1
      }
      return false
    }
  }
}
