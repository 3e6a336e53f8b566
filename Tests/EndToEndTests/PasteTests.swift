import TerminalProbe
import TestFixtures
import Testing

/// What a terminal sends that does not put brackets around pasted text.
@Suite("Text that comes as fast as a machine types")
struct PasteTests {
  private let minutes = "Customers want it now\nand nobody said why\nCarla: green, yellow, red\n"

  @Test("On the session's screen it gives no dot, pauses nothing and decides nothing")
  func atSession() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let before = try room.program.commands()
    try room.press(minutes, "pasted text goes into a form or the : line, and was not taken for keys")
    // Whatever comes with it is its rest: the words have to go before the next ones come.
    try room.escape("was not taken for keys")
    try room.press("Could we pause here", "was not taken for keys")
    #expect(try room.program.commands() == before)
    try room.escape("was not taken for keys")
    try room.press("gy", "yellow on Improve activation rate")
    #expect(try room.program.commands().count == before.count + 1)
  }

  @Test("In a form all of it is text, line breaks too, and only an Enter of its own sends it")
  func inForm() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let before = try room.program.commands().count
    try room.press("o", "Note")
    try room.press(minutes, "Carla: green, yellow, red")
    #expect(try room.program.commands().count == before)
    // What comes within a blink of a paste is its rest.
    _ = room.screen.listen(seconds: 0.3)
    try room.press("\n", "noted: Customers want it now and nobody said why")
    #expect(try room.program.commands().count == before + 1)
  }

  @Test("More than a terminal hands out at once is one paste all the same")
  func long() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let before = try room.program.commands()
    try room.press(String(repeating: "nobody agrees, confirm it\n", count: 400), "was not taken for keys")
    #expect(try room.program.commands() == before)
  }

  @Test("A ballot takes none of it, and neither does the question whether to leave")
  func atBallot() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal + "vote open\n")
    try room.see("Silent vote")
    let before = try room.program.commands()
    try room.press("v", "The keyboard is yours")
    try room.press("\n", "Ballot of")
    try room.press(minutes + "1 2 3 1 2 3\n\n", "Pasted text is no ballot")
    #expect(try room.program.commands() == before)
    try room.escape("Pasted text")
    try room.escape("The keyboard is yours")
    try room.press("q", "Leave?")
    try room.press("leave it as it stands, please", "was not taken for keys")
    #expect(try room.program.commands() == before)
  }
}
