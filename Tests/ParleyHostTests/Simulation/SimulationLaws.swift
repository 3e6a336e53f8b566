import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

// What is so after every step of a simulation, whatever happened.
extension Simulation {
  /// - Parameter replays: whether the entries are folded anew, which takes longest.
  func holdLaws(replaying replays: Bool = true) throws {
    guard let host, let disk else { throw NoHost() }
    let session = host.live.session
    law("every entry is in the journal before anyone has it", disk.count >= session.nextNumber)
    let entries = try host.live.allEntries()
    if replays { law("a replay of the entries is the session", isTold(session, by: entries)) }
    holdAcknowledgements(session, disk)
    for terminal in terminals { holdWhatIsKnown(to: terminal, session, host.live.now) }
    holdSecrecy(session)
    holdTimes(session, entries)
    holdRoadmap(session.state)
  }

  private func isTold(_ session: Session, by entries: [Entry]) -> Bool {
    let told = Session(entries: entries)
    return known == nil ? told == session : told?.snapshot == session.snapshot
  }

  /// Acknowledged, it is in the journal as that entry, and once; refused, it is not there.
  private func holdAcknowledgements(_ session: Session, _ disk: SimulatedDisk) {
    for terminal in terminals {
      for (id, entry) in terminal.acknowledged.suffix(4) {
        law("what was acknowledged is kept as that entry", disk.number(ofCommand: id.text) == entry, "\(id)")
        law("what was acknowledged has happened", entry < session.nextNumber, "\(id)")
      }
      for id in terminal.refused.suffix(4) {
        law("what was refused is not kept", disk.number(ofCommand: id.text) == nil, "\(id)")
      }
      law("a terminal is told nothing that cannot be", terminal.contradictions.isEmpty, "\(terminal.contradictions)")
    }
  }

  /// Whoever is there has what their role may have, and the time.
  private func holdWhatIsKnown(to terminal: SimulatedTerminal, _ session: Session, _ now: Moment) {
    law(
      "only a cockpit is told the private notes", !terminal.sawNotes || terminal.hello.role == .cockpit, terminal.name)
    guard let link = terminal.link, let replica = terminal.replica else { return }
    law(
      "a terminal has the state that its role may see", replica.state == session.asKnown(by: terminal.hello.role),
      terminal.name)
    law("a terminal has all entries", replica.nextNumber == session.nextNumber, terminal.name)
    if terminal.hello.role == .facilitator {
      law("who leads knows what undo would take back", replica.undoable == session.undoable, terminal.name)
    }
    let told = link.now(atBoottimeMs: machine.reading.bootMs)
    law("a terminal knows the session's time", told == now.at, terminal.name)
  }

  /// Who has voted is in the entries; for what is in none (M19), and the words of a 1:1 are not either (M9).
  private func holdSecrecy(_ session: Session) {
    for entry in session.entries.suffix(12) {
      let verb = entry.line.split(separator: " ").first
      if verb == "ballot" || verb == "learn" || entry.isPrivateNote {
        law("a line keeps no ballot and no answer", entry.line == verb.map(String.init))
      }
      for event in entry.json["events"]?.list ?? [] where event["event"]?.text == "ballot-cast" {
        guard case .object(let members) = event else { continue }
        law("an event keeps no ballot", members.map(\.key) == ["event", "who"])
      }
    }
  }

  /// What each step took is what lies between the entries that entered and left it (M26).
  private func holdTimes(_ session: Session, _ entries: [Entry]) {
    let (told, until) = (Record(of: session), entries.last?.at)
    var wanted = TimesByEntries(entries, until: until)
    for row in told.pacing {
      law(
        "a step took what lies between its entries", wanted.removeTime(of: row.step.text) == row.actual, row.step.text)
    }
    law("no step is left out of the pacing", wanted.isEmpty)
  }

  /// Nothing stands above a timeframe's capacity, no goal twice in the order, no id twice (M17).
  private func holdRoadmap(_ state: State) {
    for timeframe in state.plan.timeframes {
      let count = state.occupants(of: timeframe.id).count
      let planned = state.plan.goals.count { $0.timeframe == timeframe.id }
      law(
        "no timeframe is filled above its capacity", count <= max(timeframe.capacity ?? .max, planned), timeframe.name)
    }
    let ids = state.goals.map(\.id)
    law("every goal has one place in the order", state.order.count == ids.count && Set(state.order) == Set(ids))
    law("no goal is there twice", Set(ids).count == ids.count)
    let items = state.parkingLot.map(\.id)
    law("no parked item is there twice", Set(items).count == items.count)
  }

  /// When all is mended: everyone has an answer, and the file alone tells all of it.
  func holdAtTheEnd() throws {
    try holdLaws()
    guard let host, let disk else { throw NoHost() }
    for terminal in terminals {
      law(
        "everyone is there and has an answer to everything", terminal.isSettled, "\(terminal.name) \(terminal.pending)")
    }
    let session = host.live.session
    disk.journal.close()
    let journal = try Journal.open(house.file, access: .reading)
    defer { journal.close() }
    // Throws where the chain does not hold.
    let kept = try journal.kept()
    law("the file tells the session", isTold(session, by: kept.map(\.entry)))
    let ids = kept.map(\.commandID)
    law("no command was carried out twice", Set(ids).count == ids.count)
    for (id, entry) in terminals.flatMap(\.acknowledged) {
      law(
        "everything that was ever acknowledged is kept", kept.indices.contains(entry) && ids[entry] == id.text, "\(id)")
    }
    holdTallies(kept)
    let lostVotes = kept.count { $0.entry.line.contains("its ballots were lost") }
    law("ballots outlive a host, and go with the machine only", lostVotes <= reached.restarts, "\(lostVotes) lost")
    reach(kept.map(\.entry))
  }

  /// What was revealed is the sum of the ballots that were taken since the vote was opened, each of them once (M19).
  private func holdTallies(_ kept: [JournalEntry]) {
    var sums: [String: Int] = [:]
    for one in kept {
      for event in one.entry.json["events"]?.list ?? [] {
        switch event["event"]?.text {
        case "vote-opened": sums = [:]
        case "ballot-cast": sums.merge(dots(in: lines[one.commandID] ?? ""), uniquingKeysWith: +)
        case "vote-revealed":
          guard case .object(let tally)? = event["tally"] else { continue }
          let told = Dictionary(tally.map { ($0.key, $0.value.int ?? 0) }, uniquingKeysWith: +)
          law("a tally is the sum of the ballots that were taken", told == sums, "\(told), not \(sums)")
        default: break
        }
      }
    }
  }

  /// The dots of a line that casts a ballot, by goal.
  private func dots(in line: String) -> [String: Int] {
    let pairs = line.split(separator: " ").compactMap { word -> (String, Int)? in
      let parts = word.split(separator: "=")
      return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  private func law(_ sentence: String, _ holds: Bool, _ about: @autoclosure () -> String = "") {
    if holds { return }
    Issue.record(
      """
      \(sentence): \(about())
      again with: PARLEY_SEED=\(seed) swift test --filter SimulationTests
      last: \(trace.suffix(6).joined(separator: " / "))
      """)
  }
}

/// The seconds that each step took, reckoned from nothing but when it was entered and left.
private struct TimesByEntries {
  private var milliseconds: [String: Int64] = [:]

  init(_ entries: [Entry], until: Instant?) {
    let undone = Set(entries.flatMap(\.takenBack))
    var (step, since) = ("lobby", entries.first?.at)
    func end(_ now: Instant) -> Int64 { now.milliseconds - (since?.milliseconds ?? 0) }
    for entry in entries where !undone.contains(entry.number) {
      for event in entry.json["events"]?.list ?? [] {
        guard let next = TimesByEntries.step(entered: event) else { continue }
        milliseconds[step, default: 0] += end(entry.at)
        (step, since) = (next, entry.at)
      }
    }
    if let until { milliseconds[step, default: 0] += end(until) }
    (milliseconds["lobby"], milliseconds["closed"]) = (nil, nil)
  }

  private static func step(entered event: JSON) -> String? {
    switch event["event"]?.text {
    case "step-entered": event["step"]?.text
    case "closed": "closed"
    default: nil
    }
  }

  var isEmpty: Bool { milliseconds.isEmpty }

  mutating func removeTime(of step: String) -> Int? { milliseconds.removeValue(forKey: step).map { Int($0 / 1000) } }
}
