import Glibc
import TerminalProbe
import Testing

@Suite("Further terminals in a live session")
struct JoinTests {
  @Test("A dot from a person's own seat is on every screen, and may be given only there; a projector prompts nobody")
  func seats() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let own = try room.program.screen("join", "q3", "--as", "vp-eng")
    try own.wait(for: "Your dot on this goal")
    #expect(own.picture.words.contains("Vera Engel"))
    for other in ["conflict", "park", "confirm"] { #expect(!own.picture.words.contains(" \(other)  "), "\(other)") }
    let projector = try room.program.screen("join", size: (120, 34))
    let shown = try projector.wait(for: "Improve activation rate")
    for prompt in ["? help", "Ask  “", "g y r"] { #expect(!shown.words.contains(prompt), "\(prompt)") }
    try own.send("g")
    try own.wait(for: "Your dot on this goal is green")
    try room.see("Vera Engel")
    try room.screen.wait(until: "the dot on the shared screen") { $0.words.contains("Vera Engel: green") }
    // What moves the session is not theirs to give.
    try own.send("n")
    try own.wait(for: "is not yours to give")
    try own.send(":dot ceo red\n")
    try own.wait(until: "the refusal") { $0.words.contains("for your own word") }
    try projector.send("n")
    try projector.wait(for: "this screen only shows")
    let lines = try room.program.commands()
    #expect(lines.filter { $0.contains("dot") }.count == 1)
    #expect(lines.filter { $0.hasPrefix("next") }.count == 3)
    // The words that were refused stay until they are put away.
    try own.key(.escape)
    try own.wait(until: "the : line to go") { !$0.words.contains("dot ceo red") }
    try own.send("q")
    try own.wait(for: "The session goes on without this terminal.")
    try own.send("l")
    #expect(try own.waitForExit() == .exited(0))
    #expect(own.leftovers == [])
    #expect(own.picture.words.contains("come back with: parley join q3"))
    try room.stop()
    #expect(try projector.waitForExit() == .exited(0))
    #expect(projector.leftovers == [])
  }

  @Test("The note-taker captures, and does not move the session")
  func noteTaker() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let desk = try room.program.screen("join", "q3", "--role", "note-taker")
    try desk.wait(for: "note-taker")
    try desk.send("o")
    try desk.wait(for: "Note")
    try desk.send("Said by the way\n")
    try desk.wait(for: "noted: Said by the way")
    try room.see("Said by the way")
    try desk.send(":next\n")
    try desk.wait(for: "next is the facilitator's")
    try desk.key(.escape)
    #expect(try room.program.commands().filter { $0.hasPrefix("next") }.count == 3)
    try room.stop()
    #expect(try desk.waitForExit() == .exited(0))
  }

  @Test("A seat outlives the host: it finds the next one, and the session goes on")
  func hostLost() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let own = try room.program.screen("join", "--as", "vp-eng")
    try own.wait(for: "Your dot on this goal")
    kill(try room.program.holder(), SIGKILL)
    try room.see("the host is back")
    try own.wait(for: "the host is back")
    try own.send("g")
    try own.wait(for: "Your dot on this goal is green")
    #expect(try room.program.commands().filter { $0.contains("dot") }.count == 1)
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("Someone without a seat hears why; without a live session there is nothing to join")
  func refused() throws {
    let room = try SessionRoom()
    let stranger = try room.program.screen("join", "--as", "vp-sale")
    #expect(try stranger.waitForExit() == .exited(77))
    #expect(stranger.picture.words.contains("did you mean vp-sales?"))
    #expect(stranger.leftovers == [])
    try room.stop()
    let late = try room.program.screen("join")
    #expect(try late.waitForExit() == .exited(69))
    #expect(late.picture.words.contains("none is live"))
  }
}
