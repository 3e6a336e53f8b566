import TerminalProbe
import TestFixtures
import Testing

@Suite("new and check")
struct PlanCommandTests {
  @Test(
    "What new writes passes check",
    arguments: ["alignment", "review", "check-in", "goals-only", "features-only", "pre-mortem"])
  func new(kind: String) throws {
    let program = try Program()
    let new = try program.run("new", "plan.yaml", "--kind", kind)
    #expect(new.code == 0 && new.output.isEmpty && new.errors.isEmpty)
    let check = try program.run("check", "plan.yaml")
    #expect(check.code == 0 && check.output.hasSuffix(" minutes\n"), "\(check.errors)")
  }

  @Test("What new writes only its owner can read, also from a table and from a session, the private file too")
  func modes() throws {
    let program = try Program()
    #expect(try program.run("new", "a.yaml").code == 0)
    program.scratch.write("Title,Owner\nShip,Ada Obi\n", to: "rows.csv")
    #expect(try program.run("new", "b.yaml", "--from", "rows.csv").code == 0)
    #expect(try program.playExample().code == 0)
    #expect(try program.run("new", "c.yaml", "--from", "q3").code == 0)
    let modes = try program.shell("umask 0; stat -c %a a.yaml b.yaml c.yaml c.private.yaml store/*.private")
    #expect(modes.output == "600\n600\n600\n600\n600\n", "\(modes.errors)")
    // The authority of the session before is in the private file, and what `check` finds is advice.
    #expect(program.scratch.read("c.yaml")?.contains("authority") == false)
    #expect(program.scratch.read("c.private.yaml")?.contains("  authority: veto\n") == true)
    #expect(try program.run("check", "c.yaml").code == 0)
  }

  @Test("A document that replaces one which others could not read is not theirs to read either")
  func notWidened() throws {
    let program = try Program()
    #expect(try program.playExample().code == 0)
    #expect(try program.shell("umask 022; $parley record q3 -o r.md && chmod 640 r.md").code == 0)
    let again = try program.shell("umask 0; $parley record q3 -o r.md --force && stat -c %a r.md")
    #expect(again.output == "640\n", "\(again.errors)")
  }

  @Test("check, host --share and doctor say when others can read the map, and what to do; nothing is refused")
  func exposed() throws {
    let program = try Program()
    #expect(try program.shell("$parley new plan.yaml && chmod 644 plan.yaml && chmod 755 .").code == 0)
    let check = try program.run("check", "plan.yaml")
    let line = try #require(check.errors.split(separator: "\n").first { $0.contains(": M1: ") })
    #expect(check.code == 0 && line.hasPrefix("advice: plan.yaml:"))
    #expect(line.contains("everyone on this machine can read"))
    #expect(line.hasSuffix(" — chmod 600 plan.yaml, or move it to plan.private.yaml"))
    let faults = try list(try members(try program.run("check", "plan.yaml", "--json").output), "faults")
    #expect(faults.contains { $0["rule"] as? String == "M1" && $0["severity"] as? String == "advice" })
    #expect(try program.playExample().code == 0)
    let good = try program.run("doctor")
    #expect(good.output.contains("ok    private: you alone can read the map of 1 session\n"), "\(good.output)")
    #expect(try program.shell("chmod 755 store && chmod 644 store/*.private").code == 0)
    let poor = try program.run("doctor")
    let warning = "warn  private: everyone on this machine can read \(program.store)/"
    #expect(poor.code == 0 && poor.output.contains(warning))
    #expect(poor.output.contains(".private — chmod 600 "))
    let group = try program.shell("id -gn").output.dropLast()
    let host = try program.screen("host", "plan.yaml", "--share", String(group))
    try host.wait(for: "parley: plan.yaml: what only the facilitator may read")
    host.terminate()
    _ = try host.waitForExit()
    #expect(try program.shell("chmod 600 plan.yaml && $parley check plan.yaml").errors.contains("M1") == false)
  }

  @Test("new never replaces a file")
  func keeps() throws {
    let program = try Program()
    program.scratch.write("mine", to: "plan.yaml")
    #expect(try program.run("new", "plan.yaml").isFault(73))
    #expect(program.scratch.read("plan.yaml") == "mine")
  }

  @Test("Every fault is reported with its place, and every command that reads the plan ends with 65")
  func faults() throws {
    let program = try Program()
    program.scratch.write("parley: 1\ntitel: x\ngoals: []\n", to: "plan.yaml")
    for command in ["check", "run"] {
      let run = try program.run(command, "plan.yaml")
      #expect(run.code == 65 && run.output.isEmpty)
      #expect(run.errors.contains("parley: plan.yaml:2:1: "))
      #expect(run.errors.split(separator: "\n").count > 2)
    }
    let play = try program.run("play", "plan.yaml", "nothing.script")
    #expect(play.code == 65)
    #expect(try program.run("sessions").output.isEmpty)
  }

  @Test("As JSON the faults are on standard output, and nothing else anywhere")
  func json() throws {
    let program = try Program()
    program.scratch.write("parley: 1\ntitel: x\n", to: "plan.yaml")
    let run = try program.run("check", "plan.yaml", "--json")
    #expect(run.code == 65 && run.errors.isEmpty)
    let faults = try list(try members(run.output), "faults")
    #expect(faults.map { $0["line"] as? Int }.contains(2))
    #expect(faults.first?["severity"] as? String == "error")
    let good = try program.run("check", example("saas-q3.yaml"), "--json")
    #expect(good.code == 0)
  }

  @Test("Advice alone is no failure")
  func advice() throws {
    let run = try Program().run("check", example("q3-review.yaml"))
    #expect(run.code == 0 && run.output.contains(/^\d+ goals, 10 people, \d+ of \d+ minutes\n$/))
    #expect(run.errors.contains("advice: "))
  }
}
