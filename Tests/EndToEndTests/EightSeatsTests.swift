import Foundation
import Glibc
import TerminalProbe
import Testing

@Suite("Eight people at eight terminals of their own")
struct EightSeatsTests {
  private static let people = (1...8).map { "p\($0)" }

  private static let plan = """
    parley: 1
    title: Q3 alignment
    timeframes: [{id: q3, name: Q3 2027, capacity: 3}]
    stakeholders:
    \(people.map { "  - {id: \($0), name: Person \($0.dropFirst())}" }.joined(separator: "\n"))
    goals:
      - {id: churn, name: Churn, timeframe: q3, metric: {name: Churn rate, baseline: 8, target: 5}}
      - {id: speed, name: Speed, timeframe: q3, metric: {name: Lead time, baseline: 8, target: 5}}
    vote: {dots: 1, max: 1, step: true}
    timeboxes: {features: 0}

    """

  @Test("With a host killed, screens killed and lines lost, all that eight seats say is in the record, as their own")
  func together() throws {
    let program = try Program()
    let room = try SessionRoom(program.scratch.write(Self.plan, to: "eight.yaml"), size: (120, 34), in: program)
    let table = try EightSeats(room)
    try room.view(3, "connected since", "Person 8")
    try room.screen.key(.escape)
    try room.see("In the room")
    try vote(room, table)
    try dots(room, table)
    try readBack(room, table)
    try isKept(room)
  }

  private func vote(_ room: SessionRoom, _ table: EightSeats) throws {
    try room.press("n", "vote in silence first")
    try room.press("v", "Open a silent vote")
    try room.press("\n", "0 of 8 have voted", "vote at terminals of their own")
    try table.each { seat, number in
      try seat.wait(for: "v opens your ballot")
      try seat.send("v")
      try seat.wait(for: "Ballot of Person \(number)")
      try seat.send(number < 6 ? "1\n" : "2\n")
      try seat.wait(for: "It is final.")
      if number == 4 { try table.loseHost() }
      try seat.send("\n")
      try seat.wait(for: "Your ballot is in.")
    }
    try room.press("V", "Everyone here has voted")
    try room.press("r", "is proposed")
  }

  private func dots(_ room: SessionRoom, _ table: EightSeats) throws {
    try room.command("next", "▶ Churn")
    try table.each { seat, _ in
      try seat.wait(for: "Your dot on this goal")
      try seat.send("g")
      try seat.wait(for: "Your dot on this goal is green")
    }
    try table.loseLines()
    try room.command("confirm", "confirmed")
    try room.command("next", "▶ Speed")
    try table.each { seat, number in
      try seat.wait(for: "Speed")
      try seat.send(":dot yellow layer=metric note=\"Said by \(number)\"\n")
      try seat.wait(for: "Your dot on this goal is yellow")
    }
    // The first goal is confirmed on the screen already; a line typed before this one is given would be a paste with it.
    try room.command("confirm")
    try room.screen.wait(untilGone: ":confirm")
  }

  private func readBack(_ room: SessionRoom, _ table: EightSeats) throws {
    try room.command("next", "now: Priorities")
    try room.command("next", "now: Read-back")
    try table.loseHost()
    try table.each { seat, _ in
      try seat.wait(for: "Enter acknowledge")
      try seat.send("\n")
      try seat.wait(for: "Your word on the read-back is in.")
    }
    try room.command("close", "closed")
  }

  private func isKept(_ room: SessionRoom) throws {
    let record = try members(try room.program.run("record", "q3", "--format", "json").output)
    for goal in try list(record, "goals") {
      let positions = try list(goal, "positions")
      #expect(positions.count == 8 && positions.allSatisfy { $0["how"] as? String == "own" })
      let notes = positions.compactMap { $0["note"] as? String }
      #expect(goal["id"] as? String != "speed" || Set(notes) == Set((1...8).map { "Said by \($0)" }))
    }
    let vote = try #require(try list(record, "votes").first)
    #expect((vote["turnout"] as? [String])?.count == 8)
    #expect(vote["tally"] as? [String: Int] == ["churn": 5, "speed": 3])
    #expect(try list(record, "acknowledgements").allSatisfy { $0["acknowledged"] as? Bool == true })
    #expect(try room.program.run("verify", "q3").code == 0)
    try room.stop()
  }
}

/// Eight terminals, each by the line of its invitation, and what happens to them.
private final class EightSeats {
  private let room: SessionRoom
  private let lines: [[String]]
  private var seats: [Probe] = []

  init(_ room: SessionRoom) throws {
    self.room = room
    lines = try (1...8).map { number in
      let line = try room.program.run("invite", "p\(number)").output
      return line.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
    }
    seats = try lines.map(join)
    for seat in seats { try seat.wait(for: "Q3 alignment") }
  }

  private func join(_ line: [String]) throws -> Probe {
    try Probe(
      command: [try builtProgram("parley")] + line, environment: room.program.environment, size: (80, 24),
      directory: room.program.scratch.path)
  }

  func each(_ body: (Probe, _ number: Int) throws -> Void) throws {
    for (index, seat) in seats.enumerated() { try body(seat, index + 1) }
  }

  /// The host is killed; every screen finds the next one.
  func loseHost() throws {
    kill(try room.program.holder(), SIGKILL)
    try room.see("the host is back")
  }

  /// Two screens are killed and two lines are lost; their people come back by the same line.
  func loseLines() throws {
    for index in [0, 3] { seats[index].terminate(SIGKILL) }
    for index in [1, 6] { seats[index].hangUp() }
    for index in [0, 1, 3, 6] {
      seats[index] = try join(lines[index])
      try seats[index].wait(for: "Your dot on this goal is green")
    }
  }
}
