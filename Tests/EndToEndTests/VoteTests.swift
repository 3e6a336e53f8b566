import Foundation
import Glibc
import TerminalProbe
import Testing

@Suite("A silent vote of eight at one keyboard")
struct VoteTests {
  private static let names = (1...8).map { "Person \($0)" }

  private static let plan = """
    parley: 1
    title: Q3 alignment
    timeframes: [{id: q3, name: Q3 2027, capacity: 3}]
    stakeholders:
    \(names.enumerated().map { "  - {id: p\($0.offset + 1), name: \($0.element)}" }.joined(separator: "\n"))
    goals:
      - {id: churn, name: Churn, timeframe: q3, metric: {name: Churn rate, baseline: 8, target: 5}}
      - {id: speed, name: Speed, timeframe: q3, metric: {name: Lead time, baseline: 8, target: 5}}
      - {id: trust, name: Trust, timeframe: q3, metric: {name: Score, baseline: 5, target: 8}}
    vote: {dots: 2, max: 2, step: true}

    """

  /// The goals' numbers that each of the eight presses.
  private static let ballots = ["11", "12", "12", "22", "13", "33", "11", "12"]

  @Test("Handed round at 80 by 24, with the host killed in the middle, every ballot counts once and none is shown")
  func handedRound() throws {
    let program = try Program()
    let file = program.scratch.write(Self.plan, to: "eight.yaml")
    let screen = try program.screen("run", file)
    try screen.wait(for: "In the room")
    try screen.send("n")
    try screen.wait(for: "vote in silence first")
    try screen.send("v")
    try screen.wait(for: "Open a silent vote")
    try screen.send("\n")
    try screen.wait(for: "0 of 8 have voted")
    for (index, keys) in Self.ballots.enumerated() {
      try cast(keys, index, screen)
      if index == 3 { try killHost(of: program, screen) }
      try nothingInFiles(program)
    }
    try screen.send("v")
    try screen.wait(for: "Everyone here has voted.")
    try screen.send("r")
    let result = try screen.wait(for: "is proposed").words
    #expect(result.contains("1 Churn") && result.contains("2 Speed") && result.contains("3 Trust"))
    let record = try members(try program.run("record", "q3", "--format", "json").output)
    let vote = try #require((record["votes"] as? [[String: Any]])?.first)
    #expect(vote["tally"] as? [String: Int] == ["churn": 8, "speed": 5, "trust": 3])
    #expect((vote["turnout"] as? [String])?.sorted() == (1...8).map { "p\($0)" })
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.store).allSatisfy { !$0.contains(".pad") })
    try screen.send("q")
    try screen.wait(for: "Leave?")
    try screen.send("s")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(try program.run("verify").code == 0)
  }

  /// One turn, and that what the terminal was sent after the cast shows no goal, no dot and no ballot.
  private func cast(_ keys: String, _ index: Int, _ screen: Probe) throws {
    try screen.send("v")
    let card = try screen.wait(for: "Everyone else looks away")
    #expect(!card.words.contains("Churn") && !card.words.contains("Speed"))
    try screen.send("\n")
    #expect(try screen.wait(for: "Ballot of ").words.contains("2 dots left"))
    try screen.send(keys)
    try screen.wait(for: "0 dots left")
    try screen.send("\n")
    try screen.wait(for: "It is final.")
    let before = screen.transcript.count
    try screen.send("\n")
    let after = try screen.wait(for: "\(index + 1) of 8 have voted").words
    #expect(!after.contains("●") && !after.contains("Ballot of"))
    let sent = String(decoding: screen.transcript.dropFirst(before), as: UTF8.self)
    for word in ["●", "Speed", "Trust", "speed=", "ballot p", "dots left", "Ballot of"] {
      #expect(!sent.contains(word), "“\(word)” was sent after ballot \(index + 1)")
    }
  }

  private func killHost(of program: Program, _ screen: Probe) throws {
    let host = try program.holder()
    kill(host, SIGKILL)
    try screen.wait(until: "another host") { _ in
      guard let next = try? program.holder() else { return false }
      return next != host
    }
    try screen.wait(for: "4 of 8 have voted")
  }

  /// What is in the store and in memory names no goal together with dots.
  private func nothingInFiles(_ program: Program) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: program.store).map { "\(program.store)/\($0)" }
    #expect(files.contains { $0.contains(".pad.") } || access("/dev/shm", W_OK) != 0)
    for file in files {
      let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      for word in ["churn=", "speed=", "trust=", "\"churn\":1", "ballot churn"] where text.contains(word) {
        Issue.record("“\(word)” is in \(file)")
      }
    }
  }
}
