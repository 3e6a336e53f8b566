import Foundation
import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A silent vote of eight at one keyboard")
struct VoteTests {
  @Test("Handed round at 80 by 24, with the host killed twice, every ballot counts once and none is shown")
  func handedRound() throws {
    let room = try VotingRoom()
    for voter in 0..<8 {
      try room.castBallot(voter)
      switch voter {
      case 3: try room.loseHost()
      case 5: try room.castToDyingHost(voter)
      default: try room.cast(voter)
      }
      try room.nothingIsInFiles()
    }
    try room.revealed()
    try room.isKept()
  }

  @Test("A screen that is killed between two voters, or over a ballot, costs no ballot, and the next screen goes on")
  func killedScreen() throws {
    let room = try VotingRoom()
    for voter in 0..<8 {
      if voter == 2 { try room.loseScreen(after: 2) }
      try room.castBallot(voter)
      if voter == 4 {
        try room.loseScreen(after: 4)
        try room.castBallot(voter)
      }
      try room.cast(voter)
    }
    try room.revealed()
    try room.isKept()
  }

  @Test("Two hundred sizes in two seconds over ballots that are cast: each counts once, and the last screen is whole")
  func resizeStorm() throws {
    let room = try VotingRoom()
    var chance = Chance(seed: 20_270_630)
    for voter in 0..<8 {
      try room.castBallot(voter)
      try room.castInStorm(voter, sizes: 25, &chance)
    }
    try room.isWhole()
    try room.revealed()
    try room.isWhole()
    try room.isKept()
  }

  @Test("A ballot from a person's own terminal shows on no other screen, and counts beside those that are handed round")
  func ownTerminal() throws {
    let room = try VotingRoom()
    let projector = try room.program.screen("join", "q3")
    try projector.wait(for: "0 of 8 have voted")
    let own = try room.program.screen("join", "q3", "--as", "p2")
    try own.wait(for: "v opens your ballot")
    try own.send("v")
    try own.wait(for: "Ballot of Person 2")
    try own.send("12\n")
    try own.wait(for: "It is final.")
    let before = own.transcript.count
    try own.send("\n")
    try own.wait(for: "Your ballot is in.")
    let sent = String(decoding: own.transcript.dropFirst(before), as: UTF8.self)
    for word in ["●", "Speed", "Ballot of"] { #expect(!sent.contains(word), "\(word)") }
    try room.see("✓ Person 2 has voted")
    try room.press("\n", "Ballot of Person 1")
    try room.press("11\n", "It is final.")
    try room.press("\n", "2 of 8 have voted")
    #expect(try room.see("✓ Person 1 has voted").words.contains("Person 3 The keyboard is yours."))
    try projector.wait(for: "2 of 8 have voted")
    for word in ["●", "Ballot of", "churn="] {
      #expect(!String(decoding: projector.transcript, as: UTF8.self).contains(word), "\(word)")
    }
    try room.screen.key(.escape)
    try room.see("hands the keyboard to Person 3")
    try room.press("V", "With 2 ballots")
    try room.press("r", "is proposed")
    for screen in [projector, own] {
      try screen.wait(until: "the result") { $0.words.contains("1 Churn") && $0.words.contains("2 Speed") }
    }
    try room.stop()
  }

  @Test("A vote that ended without a result, and one that ended in a tie, are in the record")
  func inTheRecord() throws {
    let room = try VotingRoom()
    try room.castBallot(0)
    try room.cast(0)
    try room.screen.key(.escape)
    try room.see("hands the keyboard to Person 2")
    try room.press("V", "Not voted yet: Person 2")
    try room.press("c", "The vote ended without a result")
    try room.press("v", "Open a silent vote")
    try room.press("\n", "0 of 8 have voted")
    try room.press("v", "Person 1")
    for (voter, keys) in ["12", "23"].enumerated() {
      try room.press("\n", "Ballot of Person \(voter + 1)")
      try room.press("\(keys)\n", "It is final.")
      try room.press("\n", "\(voter + 1) of 8 have voted")
    }
    try room.screen.key(.escape)
    try room.see("hands the keyboard to Person 3")
    try room.press("V", "With 2 ballots the sums nearly say")
    let result = try room.press("r", "is proposed").words
    #expect(result.contains("1 Speed") && result.contains("2= Churn") && result.contains("2= Trust"))
    let record = try members(try room.program.run("record", "q3", "--format", "json").output)
    let vote = try #require(try list(record, "votes").first)
    #expect(vote["ties"] as? [[String]] == [["churn", "trust"]])
    #expect(try list(record, "cancelledVotes").first?["turnout"] as? [String] == ["p1"])
    let text = try room.program.run("record", "q3").output
    #expect(text.contains("Tied: Churn, Trust."))
    #expect(text.contains("ended without a result. Voted until then: Person 1."))
    try room.stop()
  }
}

/// Eight people, one keyboard, and what each of them votes.
final class VotingRoom {
  private static let names = (1...8).map { "Person \($0)" }

  static let plan = """
    parley: 1
    title: Q3 alignment
    timeframes: [{id: q3, name: Q3 2027, capacity: 3}]
    stakeholders:
    \(names.enumerated().map { "  - {id: p\($0.offset + 1), name: \($0.element)}" }.joined(separator: "\n"))
    goals:
      - {id: churn, name: Churn, timeframe: q3, metric: {name: Churn rate, baseline: 8, target: 5}}
      - {id: speed, name: Speed, timeframe: q3, metric: {name: Lead time, baseline: 8, target: 5}}
      - {id: trust, name: Trust, timeframe: q3, metric: {name: Score, baseline: 5, target: 8}}
    vote: {dots: 2, max: 2, step: true, fewest: 2}

    """

  /// The goals' numbers that each of the eight presses.
  private static let ballots = ["11", "12", "12", "22", "13", "33", "11", "12"]

  let program: Program
  private(set) var screen: Probe

  /// Opens the vote, and the card of the first voter.
  init() throws {
    program = try Program()
    screen = try program.screen("run", program.scratch.write(Self.plan, to: "eight.yaml"))
    try see("In the room")
    try press("n", "vote in silence first")
    try press("v", "Open a silent vote")
    try press("\n", "0 of 8 have voted")
    try press("v", "Everyone else looks away")
  }

  @discardableResult
  func press(_ keys: String, _ words: String) throws -> Picture {
    try screen.send(keys)
    return try see(words)
  }

  @discardableResult
  func see(_ words: String) throws -> Picture {
    try screen.wait(until: words) { $0.words.contains(words) }
  }

  /// From the neutral card to a ballot that waits for the last key.
  func castBallot(_ voter: Int) throws {
    let wanted = ["\(voter) of 8 have voted", "Everyone else looks away", "Person \(voter + 1)"]
    let card = try screen.wait(until: "the card of person \(voter + 1)") { picture in
      wanted.allSatisfy(picture.words.contains)
    }.words
    #expect(!card.contains("Churn") && !card.contains("Speed"))
    #expect(try press("\n", "Ballot of Person \(voter + 1)").words.contains("2 dots left"))
    try press(Self.ballots[voter], "0 dots left")
    try press("\n", "It is final.")
  }

  /// The last key, and that what the terminal was sent after it shows no goal, no dot and no ballot.
  func cast(_ voter: Int) throws {
    let before = screen.transcript.count
    let after = try press("\n", "\(voter + 1) of 8 have voted").words
    #expect(!after.contains("●") && !after.contains("Ballot of"))
    nothingWasSent(since: before, voter)
  }

  /// The last key comes in the middle of many sizes, a hundred a second.
  func castInStorm(_ voter: Int, sizes: Int, _ chance: inout Chance) throws {
    for size in 0..<sizes {
      if size == sizes / 2 { try screen.send("\n") }
      screen.claim(columns: 20 + chance.next(61), rows: 8 + chance.next(17))
      _ = screen.listen(seconds: 0.01)
    }
    screen.claim(columns: 80, rows: 24)
    let after = try see("\(voter + 1) of 8 have voted").words
    #expect(!after.contains("●") && !after.contains("Ballot of"))
  }

  /// The screen shows what it shows once all of it is painted anew.
  func isWhole() throws {
    _ = screen.listen(seconds: 0.3)
    let (before, bytes) = (screen.picture.cells, screen.bytesOut)
    try screen.key(.control("l"))
    try screen.wait(forMoreThan: bytes)
    try screen.wait(until: "the same screen, painted anew") { $0.cells == before }
  }

  /// A ballot that the host may or may not have written down when it dies.
  func castToDyingHost(_ voter: Int) throws {
    let host = try program.holder()
    let before = screen.transcript.count
    kill(host, SIGSTOP)
    try screen.send("\n")
    try screen.wait(until: "the ballot to go") { !$0.words.contains("It is final.") }
    kill(host, SIGKILL)
    try see("\(voter + 1) of 8 have voted")
    nothingWasSent(since: before, voter)
  }

  /// The host dies over a ballot that is filled in: it is there still, and is cast.
  func loseHost() throws {
    kill(try program.holder(), SIGKILL)
    try see("the host is back; nothing was lost")
    try cast(3)
  }

  /// The screen dies; another one finds so many ballots.
  func loseScreen(after count: Int) throws {
    screen.terminateWorker()
    #expect(try screen.waitForExit() == .signalled(SIGKILL))
    screen = try program.screen("resume", "q3")
    let session = try see("\(count) of 8 have voted").words
    #expect(!session.contains("●") && session.contains("v hands the keyboard to Person \(count + 1)"))
    try press("v", "Everyone else looks away")
  }

  private func nothingWasSent(since before: Int, _ voter: Int) {
    let sent = String(decoding: screen.transcript.dropFirst(before), as: UTF8.self)
    for word in ["●", "Speed", "Trust", "speed=", "ballot p", "dots left", "Ballot of"] where sent.contains(word) {
      Issue.record("“\(word)” was sent after ballot \(voter + 1)")
    }
  }

  /// What is in the store names no goal together with dots.
  func nothingIsInFiles() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: program.store).map { "\(program.store)/\($0)" }
    #expect(files.contains { $0.contains(".pad.") } || access("/dev/shm", W_OK) != 0)
    for file in files {
      let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      for word in ["churn=", "speed=", "trust=", "\"churn\":1", "ballot churn"] where text.contains(word) {
        Issue.record("“\(word)” is in \(file)")
      }
    }
  }

  func revealed() throws {
    try press("v", "Everyone here has voted.")
    let result = try press("r", "is proposed").words
    #expect(result.contains("1 Churn") && result.contains("2 Speed") && result.contains("3 Trust"))
  }

  /// The record has what was voted, the journal is whole, and nothing is left of the ballots.
  func isKept() throws {
    let record = try members(try program.run("record", "q3", "--format", "json").output)
    let vote = try #require(try list(record, "votes").first)
    #expect(vote["tally"] as? [String: Int] == ["churn": 8, "speed": 5, "trust": 3])
    #expect(vote["turnout"] as? [String] == (1...8).map { "p\($0)" })
    #expect(vote["ties"] as? [[String]] == [])
    #expect(try program.commands().filter { $0 == "ballot" }.count == 8)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.store).allSatisfy { !$0.contains(".pad") })
    try stop()
    #expect(try program.run("verify").code == 0)
  }

  func stop() throws {
    try press("q", "Leave?")
    try screen.send("s")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.leftovers == [])
  }
}
