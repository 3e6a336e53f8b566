import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("A second session of a plan that has a live one")
struct SecondRunTests {
  /// The sessions in the store.
  private func files(_ program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.store).filter { $0.hasSuffix(".parley") }.sorted()
  }

  @Test("At a terminal, Enter goes on with the live one, and no other is opened")
  func goesOn() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    let second = try room.program.screen("run", example("saas-q3.yaml"))
    let asked = try second.wait(for: "leave")
    #expect(asked.words.contains("a session of this plan is live: q3-alignment"))
    #expect(asked.words.contains("g go on with it (Enter) n begin another q leave"))
    try second.send("x\n")
    try second.wait(for: "Head count for Q3")
    #expect(try files(room.program).count == 1)
    try second.send("q")
    try second.wait(for: "Leave?")
    try second.send("l")
    #expect(try second.waitForExit() == .exited(0))
    #expect(second.leftovers == [])
    try room.stop()
  }

  @Test("Another one is opened only when it is asked for, by key or by --new")
  func another() throws {
    let room = try SessionRoom()
    let second = try room.program.screen("run", example("saas-q3.yaml"))
    try second.wait(for: "leave")
    try second.send("n")
    try second.wait(for: "In the room")
    #expect(try files(room.program).count == 2)
    let third = try room.program.screen("run", example("saas-q3.yaml"), "--new")
    try third.wait(for: "In the room")
    #expect(try files(room.program).count == 3)
    for screen in [second, third] {
      try screen.send("q")
      try screen.wait(for: "Leave?")
      try screen.send("s")
      #expect(try screen.waitForExit() == .exited(0))
    }
    try room.stop()
  }

  @Test("Whoever leaves has opened nothing, and the terminal is as it was", arguments: ["q", "\u{3}", "\u{1B}"])
  func leaves(key: String) throws {
    let room = try SessionRoom()
    let second = try room.program.screen("run", example("saas-q3.yaml"))
    try second.wait(for: "leave")
    try second.send(key)
    #expect(try second.waitForExit() == .exited(0))
    #expect(second.leftovers == [])
    #expect(try files(room.program).count == 1)
    try room.stop()
  }

  @Test("Where nobody can be asked it is refused, with both ways out", arguments: [["run", "--plain"], ["host"]])
  func refused(command: [String]) throws {
    let room = try SessionRoom()
    let run = try Run(
      [try builtProgram("parley")] + command + [example("saas-q3.yaml")], environment: room.program.environment,
      directory: room.program.scratch.path)
    #expect(run.isFault(75), "\(run.errors)")
    for words in ["a session of this plan is live: q3-alignment", "parley resume q3-alignment", "--new"] {
      #expect(run.errors.contains(words), "\(words)")
    }
    #expect(try files(room.program).count == 1)
    try room.stop()
  }

  @Test("A host at a terminal asks too, and leaves unless another is wanted")
  func host() throws {
    let room = try SessionRoom()
    let leaving = try room.program.screen("host", example("saas-q3.yaml"))
    try leaving.wait(for: "q  leave (Enter)")
    try leaving.send("\n")
    #expect(try leaving.waitForExit() == .exited(0))
    #expect(try files(room.program).count == 1)
    let other = try room.program.screen("host", example("saas-q3.yaml"))
    try other.wait(for: "begin another")
    try other.send("n")
    try other.wait(until: "the other session") { _ in (try? files(room.program))?.count == 2 }
    try room.stop()
  }

  @Test("A plan of another title, and one whose session was stopped, open without a question")
  func noQuestion() throws {
    let room = try SessionRoom()
    let other = try room.program.shell("sed 's/^title: .*/title: Payroll/' '\(example("saas-q3.yaml"))' > other.yaml")
    #expect(other.code == 0)
    let payroll = try room.program.screen("run", "other.yaml")
    try payroll.wait(for: "In the room")
    try payroll.send("q")
    try payroll.wait(for: "Leave?")
    try payroll.send("s")
    #expect(try payroll.waitForExit() == .exited(0))
    try room.stop()
    let again = try SessionRoom(in: room.program)
    try again.stop()
  }
}
