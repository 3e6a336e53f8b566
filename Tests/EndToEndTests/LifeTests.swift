import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("The life of a session: run, resume, demo")
struct LifeTests {
  private func lobby(_ program: Program) throws -> Probe {
    let probe = try program.terminal("run", example("saas-q3.yaml"))
    try probe.wait(for: "starts with the first step")
    return probe
  }

  private func stop(_ probe: Probe) throws {
    try probe.send("q")
    try probe.wait(for: "Leave?")
    try probe.send("s")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers == [])
  }

  private func steps(_ program: Program) throws -> String {
    try program.run("sessions").output
  }

  @Test("A stopped session goes on where it was, and its journal has everything")
  func stopAndResume() throws {
    let program = try Program()
    let first = try lobby(program)
    try first.send("n")
    try first.wait(for: "Head count for Q3")
    #expect(try steps(program).contains("live at boundary"))
    try stop(first)
    #expect(try steps(program).contains("open at boundary"))
    let second = try program.terminal("resume")
    try second.wait(for: "Head count for Q3")
    try second.send("n")
    try second.wait(for: "monthly churn")
    try stop(second)
    #expect(try program.run("journal", "q3").output.contains(#""step":"context""#))
    #expect(try program.run("verify").code == 0)
  }

  private func plain(_ program: Program, _ arguments: String..., lines: String) throws -> Run {
    try Run(
      [try builtProgram("parley")] + arguments + ["--plain"], input: lines, environment: program.environment,
      directory: program.scratch.path)
  }

  @Test("Commands from before a stop can be taken back after it, down to the opening")
  func undoAfterResume() throws {
    let program = try Program()
    let first = try plain(program, "run", example("saas-q3.yaml"), lines: "next\nnote one\nnote two\nundo\nstop\n")
    #expect(first.output.contains("took back what the facilitator gave: “noted: two”"))
    let second = try plain(
      program, "resume", lines: "note three\nundo\nundo\nundo\nundo\nnote four\nundo\nstop\n")
    let told = second.output.split(separator: "\n").filter { $0.contains("took back") || $0.contains("refused") }
    #expect(
      told.map { $0.replacing("took back what the facilitator gave: ", with: "").prefix(24) } == [
        "“noted: three”", "“noted: one”", "“now: What is open today", "refused: nothing-to-undo", "“noted: four”",
      ])
    #expect(try steps(program).contains("open at lobby"))
    #expect(try program.run("verify").code == 0)
  }

  @Test("A damaged session is found, refused by its name, and skipped when none is named")
  func damaged() throws {
    let program = try Program()
    _ = try plain(program, "run", example("saas-q3.yaml"), lines: "note whole\nstop\n")
    _ = try plain(program, "run", example("saas-q3.yaml"), lines: "note \"no damage\"\nnote last\nstop\n")
    let damage = try program.shell("ls store; sed -i 's/no damage/my damage/' store/*-2.parley")
    let id = try #require(damage.output.split(separator: "\n").first { $0.hasSuffix("-2.parley") }?.dropLast(7))
    let next = try plain(program, "resume", lines: "stop\n")
    #expect(next.code == 0)
    #expect(next.errors.contains("go on with: parley resume \(id.dropLast(2))\n"))
    #expect(try plain(program, "resume", String(id), lines: "stop\n").isFault(65))
    #expect(try program.run("verify").code == 65)
    _ = try program.shell("rm store/\(id.dropLast(2)).parley")
    #expect(try plain(program, "resume", lines: "stop\n").isFault(66))
  }

  @Test("A terminal that is killed costs nothing: the session lives on and is joined again")
  func killed() throws {
    let program = try Program()
    let first = try lobby(program)
    try first.send("n")
    try first.wait(for: "Head count for Q3")
    first.terminateWorker()
    _ = try first.waitForExit()
    #expect(try steps(program).contains("live at boundary"))
    #expect(try members(try program.run("record", "q3", "--format", "json").output)["status"] as? String == "proposal")
    let second = try program.terminal("resume", "q3")
    try second.wait(for: "Head count for Q3")
    try stop(second)
  }

  @Test("Two terminals of one session see the same")
  func two() throws {
    let program = try Program()
    let first = try lobby(program)
    let second = try program.terminal("resume")
    try second.wait(for: "starts with the first step")
    try first.send("n")
    try second.wait(for: "Head count for Q3")
    try stop(second)
    #expect(try first.waitForExit() == .exited(0))
  }

  @Test("The demonstration begins half way and leaves nothing behind")
  func demo() throws {
    let program = try Program()
    let probe = try program.terminal("demo")
    try probe.wait(for: "Riders who stay")
    try probe.send("q")
    try probe.wait(for: "Nothing of it is kept")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.shell("find . -name '*.parley*' -o -name '*.lock' -o -name '*.sock'").output.isEmpty)
    #expect(try program.shell("ls -d parley-demo-* 2>/dev/null").output.isEmpty)
  }
}
