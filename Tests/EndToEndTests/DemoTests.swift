import Glibc
import TerminalProbe
import Testing

@Suite("The demonstration leaves nothing behind")
struct DemoTests {
  private func demo(_ program: Program) throws -> Probe {
    let probe = try program.terminal("demo")
    try probe.wait(for: "Riders who stay through the winter")
    try probe.wait(for: "a demonstration: try any key, nothing of it is kept")
    return probe
  }

  private func leftovers(_ program: Program) throws -> String {
    try program.shell("ls -d parley-demo-* parley-0/* 2>/dev/null").output
  }

  private func stop(_ probe: Probe) throws {
    try probe.send("q")
    let question = try probe.wait(for: "Leave the demonstration?")
    #expect(question.contains("Nothing of it is kept") && !question.contains("resume"))
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test("Whatever signal ends it", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signals(_ signal: Int32) throws {
    let program = try Program()
    let probe = try demo(program)
    #expect(try !leftovers(program).isEmpty)
    probe.terminate(signal)
    #expect(try probe.waitForExit() == .exited(128 + signal))
    #expect(probe.leftovers == [])
    #expect(try leftovers(program) == "")
  }

  @Test("When its window is closed")
  func hangUp() throws {
    let program = try Program()
    let probe = try demo(program)
    probe.hangUp()
    #expect(try probe.waitForExit() == .exited(128 + SIGHUP))
    #expect(try leftovers(program) == "")
  }

  @Test("The next demonstration removes the remains of kill -9, and leaves a running one alone")
  func swept() throws {
    let program = try Program()
    let killed = try demo(program)
    let running = try demo(program)
    killed.terminateWorker()
    #expect(try killed.waitForExit() == .signalled(SIGKILL))
    #expect(try program.shell("ls -d parley-demo-*").output.split(separator: "\n").count == 2)
    let hosts = try program.shell("cat parley-demo-*/*.lock").output.split(separator: "\n").compactMap { pid_t($0) }
    #expect(hosts.count == 2)
    let next = try demo(program)
    #expect(try program.shell("ls -d parley-demo-*").output.split(separator: "\n").count == 2)
    // What has ended has no command line left, whether it was taken note of or not.
    let living = try hosts.filter { try !program.shell("cat /proc/\($0)/cmdline").output.isEmpty }
    #expect(living.count == 1)
    try stop(next)
    try running.send("\u{1b}[18~")
    try running.wait(for: "Agenda and pacing")
    try stop(running)
    #expect(try leftovers(program) == "")
  }

  @Test("A folder that is no demonstration's, or another's, is not touched")
  func foreign() throws {
    let program = try Program()
    #expect(try program.shell("mkdir -p parley-demo-abcdef parley-other; echo 1 > parley-demo-abcdef/kept").code == 0)
    try stop(try demo(program))
    #expect(try program.shell("cat parley-demo-abcdef/kept").output == "1\n")
  }
}
