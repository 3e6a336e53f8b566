import TerminalProbe
import Testing

@Suite("rehearse and replay: before it counts, and after")
struct RehearseTests {
  @Test("A rehearsal is kept apart from sessions, marked wherever it stands, and its report is printed")
  func rehearsal() throws {
    let program = try Program()
    let probe = try program.terminal("rehearse", example("saas-q3.yaml"), "--seed", "7", "--speed", "60")
    try probe.wait(for: "REHEARSAL · Q3 alignment")
    try probe.send("n")
    try probe.wait(for: "What is open today")
    try probe.send("nn")
    try probe.wait(for: "Improve activation rate")
    try probe.send(";")
    try probe.wait(for: "to write down")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.run("sessions").output.isEmpty)
    let report = try program.run("rehearse", "--report", example("saas-q3.yaml"))
    #expect(report.code == 0)
    #expect(report.output.hasPrefix("REHEARSAL · Q3 alignment\nreal mood, seed 7"))
    #expect(report.output.contains("Craft"))
    let file = try program.shell("ls rehearsals/*.parley").output.split(separator: "\n").map(String.init)
    #expect(file == ["rehearsals/rehearsal-q3-alignment-2027-06-28.parley"])
    #expect(try program.run("record", program.scratch.path(file[0])).output.contains("REHEARSAL"))
    #expect(try program.run("resume", "rehearsal").code == 66)
  }

  @Test("Alone, one key goes from step to step, and the pacing is printed")
  func solo() throws {
    let program = try Program()
    let probe = try program.terminal("rehearse", "--case", "sunset", "--solo", "--speed", "60")
    try probe.wait(for: "One key goes on")
    try probe.send("\r")
    try probe.wait(for: "Decided")
    try probe.send("\r")
    try probe.wait(for: "Lantern, the ticket system")
    try probe.send("\r")
    try probe.wait(for: "Tickets in Lantern")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    let report = try program.run("rehearse", "--report").output
    #expect(report.contains("alone") && report.contains("Lantern is switched off") && !report.contains("Craft"))
  }

  @Test("A past session is shown again, and cannot be changed")
  func replay() throws {
    let program = try Program()
    #expect(try program.playExample().code == 0)
    let before = try program.run("journal", "q3").output
    let probe = try program.terminal("replay", "q3", "--speed", "1")
    try probe.wait(for: "REPLAY")
    try probe.send("nnn")
    try probe.wait(for: "Improve activation rate")
    try probe.send("c")
    try probe.wait(for: "nothing can be changed")
    try probe.send("/Salesforce\r")
    try probe.wait(for: "Design of the Salesforce sync")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.run("journal", "q3").output == before)
    #expect(try program.run("replay", "nothing").isFault(66))
  }

  @Test("What cannot be rehearsed is said in a line")
  func faults() throws {
    let program = try Program()
    #expect(try program.run("rehearse").isFault(64))
    #expect(try program.run("rehearse", example("saas-q3.yaml"), "--speed", "61").isFault(64))
    #expect(try program.run("rehearse", example("saas-q3.yaml"), "--case", "sunset").isFault(64))
    #expect(try program.run("rehearse", "--report").isFault(66))
    let cases = try program.run("rehearse", "--cases")
    #expect(cases.code == 0 && cases.output.contains("sunset"))
  }
}
