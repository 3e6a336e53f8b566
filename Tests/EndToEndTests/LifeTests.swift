import Glibc
import TerminalProbe
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

  @Test("A session that was stopped goes on where it was, and its journal has everything")
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

  @Test("A terminal that is killed costs nothing: the session lives on and is joined again")
  func killed() throws {
    let program = try Program()
    let first = try lobby(program)
    try first.send("n")
    try first.wait(for: "Head count for Q3")
    first.terminate(SIGKILL)
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
    try probe.wait(for: "Riders who stay through the winter")
    try stop(probe)
    #expect(try program.shell("find . -name '*.parley*' -o -name '*.lock' -o -name '*.sock'").output.isEmpty)
    #expect(try program.shell("ls -d parley-demo-* 2>/dev/null").output.isEmpty)
  }

  @Test("A terminal that cannot show it is told so before anything is written")
  func dumb() throws {
    let program = try Program()
    let run = try program.shell("TERM=dumb script -qec \"$parley run '\(example("saas-q3.yaml"))'\" /dev/null")
    #expect(run.code == 69)
    #expect(run.output.contains("parley: terminal: "))
    #expect(try steps(program).isEmpty)
  }
}
