import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

@Suite("Ballots after a crash of the host")
struct BallotCrashTests {
  let house: House

  init() throws { house = try House(VoteOfEight.opening) }

  /// The remains of a `kill -9` at one moment: the files, and the people who had heard that their ballot is cast.
  private struct Wreck {
    var files: [String: [UInt8]]
    var cast: Int
  }

  private func ballots(_ house: House) -> SplitBallots {
    SplitBallots(padPath: house.file.ballotPadPath, sumsPath: house.memory.path + "/q3.ballots")
  }

  private func live(_ house: House, _ ballots: SplitBallots, then: (MemoryLive) throws -> Void) throws {
    let journal = try Journal.open(house.file, access: .holder)
    defer { journal.close() }
    try then(try #require(MemoryLive(journal, ballots)))
  }

  @Test("at every step of casting, the next host counts all ballots once, and the current one when it is given again")
  func everyStep() throws {
    let ballots = ballots(house)
    var wrecks: [Wreck] = []
    var cast = 0
    try live(house, ballots) { live in
      live.give("next", .facilitator)
      live.give(VoteOfEight.open, .facilitator)
      ballots.afterStep = { wrecks.append(Wreck(files: house.files(), cast: cast)) }
      for person in 0..<4 {
        cast = person
        #expect(live.cast(person))
        wrecks.append(Wreck(files: house.files(), cast: person + 1))
      }
      // A vote that ends with its host is no wreck.
      ballots.afterStep = {}
    }
    #expect(wrecks.count >= 4 * 9)
    for (step, wreck) in wrecks.enumerated() {
      let next = try House.holding(wreck.files)
      try live(next, self.ballots(next)) { live in
        #expect(live.news.isEmpty, "step \(step)")
        for person in wreck.cast..<5 { #expect(live.cast(person), "step \(step)") }
        live.give("vote reveal", .facilitator)
        #expect(live.votes.last?.tally == VoteOfEight.tally(of: 5), "step \(step)")
        #expect(live.votes.last?.turnout == Array(VoteOfEight.people[..<5]), "step \(step)")
      }
      #expect(House.names(in: next.memory.path).isEmpty)
    }
  }

  @Test("a ballot that is never given again, because its terminal went too, counts once or not at all")
  func neverAgain() throws {
    let ballots = ballots(house)
    var wrecks: [Wreck] = []
    try live(house, ballots) { live in
      live.give("next", .facilitator)
      live.give(VoteOfEight.open, .facilitator)
      #expect(live.cast(0))
      ballots.afterStep = { wrecks.append(Wreck(files: house.files(), cast: 1)) }
      #expect(live.cast(1))
      ballots.afterStep = {}
    }
    var turnouts: Set<Int> = []
    for wreck in wrecks {
      let next = try House.holding(wreck.files)
      try live(next, self.ballots(next)) { live in
        live.give("vote reveal", .facilitator)
        let vote = try #require(live.votes.last)
        #expect(vote.tally == VoteOfEight.tally(of: vote.turnout.count))
        turnouts.insert(vote.turnout.count)
      }
    }
    #expect(turnouts == [1, 2])
  }

  @Test("a host that is killed again and again while it takes over the ballots loses none")
  func killedWhileRecovering() throws {
    try live(house, ballots(house)) { live in
      live.give("next", .facilitator)
      live.give(VoteOfEight.open, .facilitator)
      for person in 0..<3 { #expect(live.cast(person)) }
    }
    var files = house.files()
    for step in 1...6 {
      let next = try House.holding(files)
      let ballots = ballots(next)
      var count = 0
      ballots.afterStep = {
        count += 1
        if count == step { files = next.files() }
      }
      try live(next, ballots) { live in #expect(live.news.isEmpty) }
    }
    let last = try House.holding(files)
    try live(last, ballots(last)) { live in
      live.give("vote reveal", .facilitator)
      #expect(live.votes.last?.tally == VoteOfEight.tally(of: 3))
    }
  }

  @Test(
    "when a half is missing, damaged or another user's, the vote is cancelled openly and nothing is left",
    arguments: ["sums", "pad", "bytes", "open", "link", "other"])
  func unfit(what: String) throws {
    try live(house, ballots(house)) { live in
      live.give("next", .facilitator)
      live.give(VoteOfEight.open, .facilitator)
      for person in 0..<3 { #expect(live.cast(person)) }
    }
    let memory = house.memory.path + "/" + (try #require(House.names(in: house.memory.path).first))
    let store = house.path + "/store/"
    let pad = store + (try #require(House.names(in: store).first { $0.contains(".pad.") }))
    switch what {
    case "sums": unlink(memory)
    case "pad": unlink(pad)
    case "bytes": _ = PrivateFile.replace(memory, with: House.bytes(of: memory).map { $0 ^ 1 })
    case "open": chmod(memory, 0o644)
    case "link":
      rename(memory, house.path + "/elsewhere")
      symlink(house.path + "/elsewhere", memory)
    default:
      let other = SplitBallots(padPath: house.file.ballotPadPath, sumsPath: house.memory.path + "/q3.ballots")
      let box = BallotBox(tally: [VoteOfEight.goals[0]: 3], ballots: 3)
      other.keep(BallotSums(vote: "another", goals: VoteOfEight.goals, current: box, next: box))
    }
    try live(house, ballots(house)) { live in
      #expect(!live.isVoting && live.notes.last?.contains("cancelled") == true)
    }
    #expect(House.names(in: house.memory.path).isEmpty)
    #expect(!House.names(in: store).contains { $0.contains(".pad.") })
  }

  @Test("a host process takes over the ballots of a killed one, and leaves nothing after the reveal")
  func processes() throws {
    var process: HostProcess? = try house.host()
    let path = try #require(process?.socketPath)
    func give(_ lines: [String], to process: HostProcess?) throws -> [HostMessage] {
      let link = try TerminalLink(to: path, hello: .init(role: .facilitator))
      try process?.settled()
      _ = link.receive()
      for line in lines { link.give(line) }
      try process?.settled()
      return link.receive()
    }
    _ = try give(["next", VoteOfEight.open] + (0..<3).map(VoteOfEight.line), to: process)
    #expect(process?.host.live.ballotsOutliveHost == true)
    process = nil
    let next = try house.host()
    _ = try give((3..<8).map(VoteOfEight.line) + ["vote reveal"], to: next)
    #expect(next.host.live.session.state.votes.last?.tally == VoteOfEight.tally())
    #expect(House.names(in: house.memory.path).isEmpty)
    next.end()
  }

  @Test("when the file is taken away, ballots and the old socket lead to the new one, for the next host too")
  func rescued() throws {
    var process: HostProcess? = try house.host()
    let old = try #require(process?.socketPath)
    for line in ["next", VoteOfEight.open] { process?.host.give(line, by: .facilitator) }
    for person in 0..<3 { process?.host.give(ballot(person), by: .stakeholder(VoteOfEight.people[person])) }
    unlink(house.file.path)
    try process?.settled()
    let new = try #require(process?.socketPath)
    #expect(new != old)
    let link = try TerminalLink(toAny: old, hello: .init(role: .facilitator))
    try process?.settled()
    #expect(link.receive().endWithJoining)
    // As after a kill: nothing is said, and nothing is put in order.
    process = nil
    var order = house.order
    order.file = SessionFile(path: house.path + "/store/q3-rescued.parley")
    let next = try HostProcess(order, memory: house.memory)
    try next.begin()
    #expect(next.socketPath == new)
    for person in 3..<8 { next.host.give(ballot(person), by: .stakeholder(VoteOfEight.people[person])) }
    let again = try TerminalLink(toAny: old, hello: .init(role: .facilitator))
    again.give("vote reveal")
    try next.settled()
    #expect(again.receive().replica?.state.votes.last?.tally == VoteOfEight.tally())
    next.end()
    #expect(House.names(in: house.memory.path).isEmpty)
  }

  private func ballot(_ person: Int) -> String {
    String(VoteOfEight.line(person).drop { $0 != " " }.dropFirst())
  }

  @Test("a session that is stopped in the middle of a vote goes on with its ballots")
  func stopped() throws {
    let process = try house.host()
    process.host.give("next", by: .facilitator)
    process.host.give(VoteOfEight.open, by: .facilitator)
    process.host.give("ballot churn=3", by: .stakeholder(VoteOfEight.people[0]))
    process.end()
    let next = try house.host()
    next.host.give("vote reveal", by: .facilitator)
    #expect(next.host.live.session.state.votes.last?.tally == [GoalID("churn"): 3])
    next.end()
  }

  @Test("only their owner can read the halves, and a cancelled vote leaves none")
  func modes() throws {
    let process = try house.host()
    process.host.give("next", by: .facilitator)
    process.host.give(VoteOfEight.open, by: .facilitator)
    process.host.give("ballot churn=3", by: .stakeholder(VoteOfEight.people[0]))
    let halves = house.files().keys.filter { $0.contains(".pad.") || $0.contains(".ballots.") }
    #expect(halves.count == 2)
    for half in halves {
      var found = stat()
      #expect(lstat(house.path + "/" + half, &found) == 0 && found.st_mode & 0o777 == 0o600)
    }
    process.host.give("vote cancel", by: .facilitator)
    #expect(!house.files().keys.contains { $0.contains(".pad.") || $0.contains(".ballots.") })
    process.end()
  }

  @Test("halves that are a week old are removed, younger ones and other files are not")
  func sweep() throws {
    let folder = house.memory.path
    for name in ["old.ballots.0", "young.ballots.1", "other"] {
      #expect(PrivateFile.replace("\(folder)/\(name)", with: [1]))
    }
    var times = [timeval(tv_sec: time(nil) - 8 * 86_400, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
    times[1] = times[0]
    utimes(folder + "/old.ballots.0", times)
    utimes(folder + "/other", times)
    house.memory.sweep()
    #expect(House.names(in: folder) == ["other", "young.ballots.1"])
  }

  @Test("a folder in memory is one of this user's own, on a file system in memory")
  func folder() {
    #expect(MemoryFolder(preparing: "/proc/parley") == nil)
    symlink("/dev/shm", house.path + "/link")
    #expect(MemoryFolder(preparing: house.path + "/link") == nil)
    if let folder = MemoryFolder.current() { #expect(MemoryFolder(preparing: folder.path) == folder) }
  }
}

/// A live session on a journal, driven directly.
private final class MemoryLive {
  let live: LiveSession
  /// The host's news at its start: the end of a vote whose ballots are lost.
  let news: [News]

  init?(_ journal: Journal, _ ballots: any BallotStore) {
    guard let entries = try? journal.entries(), let last = entries.last,
      let live = LiveSession(entries, journal: journal, time: VirtualTime(start: last.at), ballots: ballots)
    else { return nil }
    self.live = live
    news = live.endLostVote()
  }

  var votes: [Vote] { live.session.state.votes }
  var isVoting: Bool { live.session.state.voteIsOpen }
  var notes: [String] { live.session.state.notes.map(\.text) }

  @discardableResult
  func give(_ line: String, _ speaker: Speaker, id: CommandID = .random()) -> Bool {
    live.submit(id, line, by: speaker).contains { if case .outcome(_, .accepted) = $0 { true } else { false } }
  }

  /// The same person's ballot has the same id each time it is given, as from a terminal that had no answer.
  func cast(_ person: Int) -> Bool {
    let line = String(VoteOfEight.line(person).drop { $0 != " " }.dropFirst())
    return give(line, .stakeholder(VoteOfEight.people[person]), id: CommandID("ballot.\(person)") ?? .random())
  }
}

extension House {
  /// A new house with these files in it.
  static func holding(_ files: [String: [UInt8]]) throws -> House {
    let house = try House(VoteOfEight.opening)
    for (name, bytes) in files {
      let path = house.path + "/" + name
      unlink(path)
      #expect(PrivateFile.replace(path, with: bytes))
    }
    return house
  }
}
