import TerminalProbe
import Testing

@Suite("Who is connected, from outside")
struct SeatsTests {
  private func join(_ words: [String], _ program: Program) throws -> Probe {
    try Probe(
      command: [try builtProgram("parley")] + words, environment: program.environment, size: (80, 24),
      directory: program.scratch.path)
  }

  @Test("Two facilitators are told apart on their screens, by seats and status, and neither has the other's words")
  func twoFacilitators() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let second = try join(["join", "q3", "--role", "facilitator"], room.program)
    try second.wait(for: "· facilitator 2")
    try room.see("facilitator 2 joined")
    try room.escape("facilitator 2 joined")
    try second.send("o")
    try second.wait(for: "Everyone sees it")
    try second.send("Half a thought")
    try second.wait(for: "Half a thought")
    try room.see("facilitator 2 is writing")
    let listed = try room.program.run("seats", "q3").output
    #expect(
      listed.contains("  facilitator    facilitator  since ") && listed.contains("  facilitator 2  facilitator  since ")
    )
    let connected = try list(try members(try room.program.run("status", "--json").output), "connected")
    #expect(connected.compactMap { $0["number"] as? Int } == [1, 2])
    second.hangUp()
    try room.see("facilitator 2 disconnected")
    try room.press("o", "Everyone sees it")
    try room.escape("Everyone sees it")
    #expect(!room.screen.picture.words.contains("Half a thought"))
    let again = try join(["join", "q3", "--role", "facilitator"], room.program)
    try again.wait(for: "· facilitator 2")
    try again.send("o")
    try again.wait(for: "Half a thought")
  }

  @Test("seats and status tell who is connected and invited; parting disconnects, taking back keeps out")
  func seats() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let line = try room.program.run("invite", "vp-eng").output
    let words = line.split(separator: " ").dropFirst().map { $0.trimmingCharacters(in: .newlines) }
    let own = try join(words, room.program)
    try own.wait(for: "Your dot on this goal")
    try room.see("Vera Engel joined")
    let listed = try room.program.run("seats", "q3")
    #expect(listed.output.contains("Connected:") && listed.output.contains("Vera Engel (vp-eng)"), "\(listed.errors)")
    #expect(listed.output.contains("Invited:") && listed.output.contains("by a line or a key"))
    let status = try members(try room.program.run("status", "--json").output)
    let connected = try list(status, "connected")
    #expect(connected.map { $0["role"] as? String } == ["facilitator", "stakeholder"])
    #expect(connected.last?["who"] as? String == "vp-eng" && connected.last?["since"] is String)
    let expected = try list(status, "expected")
    #expect(expected.first?["step"] as? String == "goal 2" && expected.last?["step"] as? String == "read-back")
    let json = try members(try room.program.run("seats", "q3", "--json").output)
    #expect(try list(json, "invited").map { $0["who"] as? String } == ["vp-eng"])

    #expect(try room.program.run("seats", "q3", "--part", "vp-eng").output == "vp-eng: parted from 1 terminal\n")
    #expect(try own.waitForExit() == .exited(77))
    #expect(own.picture.words.contains("the facilitator parted from this terminal"))
    try room.see("Vera Engel disconnected")
    let again = try join(words, room.program)
    try again.wait(for: "Your dot on this goal")
    let taken = try room.program.run("seats", "q3", "--withdraw", "vp-eng")
    #expect(taken.output == "vp-eng: parted from 1 terminal, 1 invitation taken back\n")
    #expect(try again.waitForExit() == .exited(77))
    let late = try join(words, room.program)
    #expect(try late.waitForExit() == .exited(77))
    // A list of everyone gives nothing out again that was taken back; naming the seat does.
    let everyone = try room.program.run("invite").output.split(separator: "\n").first { $0.contains("Vera Engel") }
    #expect(everyone?.contains("parley invite vp-eng") == true && everyone?.contains("taken back") == true)
    #expect(try room.program.run("seats", "q3").output.contains("(vp-eng)") == false)
    #expect(try room.program.run("invite", "vp-eng").output.contains("--token"))
    #expect(try room.program.run("invite").output.contains("taken back") == false)
    #expect(try room.program.run("seats", "q3", "--withdraw", "vp-eng").code == 0)
    #expect(try room.program.run("seats", "q3", "--part", "vp-eng").isFault(66))
    let misspelt = try room.program.run("seats", "q3", "--part", "vp-end")
    #expect(misspelt.isFault(66) && misspelt.errors.contains("did you mean vp-eng?"))
    try room.stop()
    #expect(try room.program.run("seats", "q3", "--part", "vp-eng").isFault(69))
    let left = try room.program.run("seats", "q3").output
    #expect(left.hasPrefix("Connected: nobody\n") && !left.contains("vp-eng"), "\(left)")
  }
}
