import TerminalProbe
import Testing

@Suite("The tutor in a terminal")
struct TutorTests {
  @Test("It starts at its first lesson, waits for the right thing, and leaves nothing behind")
  func startAndQuit() throws {
    let program = try Program()
    let probe = try program.terminal("tutor")
    try probe.wait(for: "1 of 25 · The list of keys")
    try probe.send("?")
    try probe.wait(for: "Enter does it")
    try probe.send("?")
    try probe.wait(for: "2 of 25 · The lobby")
    try probe.send("n")
    try probe.wait(for: "3 of 25 · The boundary")
    try probe.send("q")
    let question = try probe.wait(for: "Leave the tutor?")
    #expect(question.contains("Nothing of it is kept"))
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers == [])
    #expect(try program.run("sessions").output.isEmpty)
  }
}
