import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A live session from outside: host, send, status")
struct LiveCommandTests {
  private let id = "q3-alignment"

  /// A session that a host without a screen holds, until the program's scratch is gone.
  private func hosted() throws -> (Program, Probe) {
    let program = try Program()
    let host = try program.screen("host", example("saas-q3.yaml"))
    try host.wait(for: id)
    return (program, host)
  }

  @Test("A sent command is kept and seen on every screen, or refused with its reason")
  func send() throws {
    let (program, host) = try hosted()
    let screen = try program.screen("resume")
    try screen.wait(for: "In the room")
    #expect(try program.run("send", "q3", "next").code == 0)
    try screen.wait(for: "Head count for Q3")
    #expect(try program.run("send", "q3", "park", "Push \"it\" now", "by=cs-head").code == 0)
    #expect(try program.run("send", "q3", "note 'one line'").code == 0)
    #expect(try program.run("send", "q3", "@cs-head", "request", "Salesforce = sync").code == 0)
    let refused = try program.run("send", "q3", "confirm")
    #expect(refused.code == 65)
    #expect(refused.errors.hasPrefix("parley: q3-alignment"))
    #expect(refused.errors.contains(": refused: wrong-step: "))
    let lines = try program.commands()
    #expect(lines.contains { $0.contains(#"Push \"it\" now"#) })
    #expect(lines.contains { $0.contains("one line") })
    #expect(lines.contains { $0.contains("Salesforce = sync") })
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
    #expect(try screen.waitForExit() == .exited(0))
    #expect(try program.run("send", "q3", "next").code == 69)
    #expect(try program.run("send", "nothing", "next").code == 66)
    #expect(try program.run("verify").code == 0)
  }

  @Test("A host that is stopped may carry a command out later: the answer says so, and under its id it counts once")
  func stoppedHost() throws {
    let (program, host) = try hosted()
    let pid = try program.holder()
    kill(pid, SIGSTOP)
    let first = try program.run("send", "q3", "note", "only once")
    kill(pid, SIGCONT)
    #expect(first.isFault(69))
    #expect(first.errors.contains("may carry the command out later"))
    let words = first.errors.split(whereSeparator: { " ,".contains($0) })
    let given = String(try #require(words.firstIndex(of: "--id").map { words[$0 + 1] }))
    for _ in 1...2 { #expect(try program.run("send", "--id", given, "q3", "note", "only once").code == 0) }
    #expect(try program.commands().count { $0.contains("only once") } == 1)
    #expect(try program.run("send", "--id", "no id", "q3", "next").code == 64)
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
  }

  @Test("The path of a session stands in no process's arguments")
  func arguments() throws {
    let (program, host) = try hosted()
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
    let screen = try program.screen("resume")
    try screen.wait(for: "In the room")
    let shown = try program.shell("tr '\\0' ' ' < /proc/\(try program.holder())/cmdline").output
    #expect(shown.contains("host-process") && !shown.contains(".parley") && !shown.contains("/store"), "\(shown)")
  }

  @Test("What is sent for someone else is spoken for them, and the journal says which account sent it")
  func sentForAnother() throws {
    let (program, host) = try hosted()
    for line in ["next", "next", "next", "@ceo dot green"] { #expect(try program.run("send", "q3", line).code == 0) }
    let claimed = try program.run("send", "q3", "@ceo dot green how=own")
    #expect(claimed.code == 65 && claimed.errors.contains(": refused: bad-argument: only "))
    let last = try #require(try program.run("journal", "q3").output.split(separator: "\n").last)
    let entry = try members(String(last))
    #expect(entry["by"] as? String == "ceo" && (entry["event"] as? [String: Any])?["how"] as? String == "spoken")
    #expect((entry["seat"] as? String)?.hasPrefix("send:") == true && last.hasSuffix("\"}"))
    // Whoever has a screen of their own votes there.
    let own = try program.screen("join", "q3", "--as", "ceo")
    try own.wait(for: "Your dots")
    #expect(try program.run("send", "q3", "vote open").code == 0)
    let stolen = try program.run("send", "q3", "@ceo ballot churn=1")
    #expect(stolen.code == 65 && stolen.errors.contains(": refused: not-yours: "))
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("The status is one line, with a template or as JSON, and 69 when nothing is live")
  func status() throws {
    let (program, host) = try hosted()
    #expect(try program.run("status").output.hasPrefix("Lobby · ends "))
    for line in ["next", "next", "next", "pause"] { #expect(try program.run("send", "q3", line).code == 0) }
    #expect(try program.run("status", "q3", "--format", "{name}|{phase}").output == "Activation|paused\n")
    let values = try members(program.run("status", "--json").output)
    #expect(values["step"] as? String == "goal:activation")
    #expect(values["paused"] as? Bool == true)
    #expect(values["planned"] as? Int == 600)
    let fault = try program.run("status", "--format", "{nam}")
    #expect(fault.code == 64)
    #expect(fault.errors.contains("did you mean {name}?"))
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
    #expect(try program.run("status").code == 69)
    #expect(try program.run("status", "q3").isFault(69))
  }

  @Test("A host resumes a session by its name, one at a time, and leaves nothing when it cannot begin")
  func host() throws {
    let (program, host) = try hosted()
    #expect(try program.run("host", "q3").isFault(75))
    host.terminate(SIGINT)
    #expect(try host.waitForExit() == .exited(0))
    let again = try program.screen("host", "q3")
    try again.wait(for: id)
    #expect(try program.run("send", "q3", "note x").code == 0)
    again.terminate(SIGTERM)
    #expect(try again.waitForExit() == .exited(0))
    #expect(try program.run("host", "none").isFault(66))
    _ = program.scratch.write("goals: [", to: "bad.yaml")
    #expect(try program.run("host", program.scratch.path("bad.yaml")).code == 65)
    #expect(try program.run("verify").code == 0)
  }
}
