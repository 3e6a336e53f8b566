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
    #expect(check.code == 0 && check.output.isEmpty, "\(check.errors)")
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
    #expect(run.code == 0 && run.output.isEmpty)
    #expect(run.errors.contains("advice: "))
  }
}
