import Glibc
import TerminalProbe
import Testing

@Suite("The terminal is as before, whatever way out is taken")
struct SessionLeavingTests {
  enum Way: CaseIterable {
    case leave, stop, controlC, terminate, interrupt, hangUp, quit, segmentFault, abort
  }

  @Test("By key, by signal and by a crash", arguments: Way.allCases, ["run", "resume"])
  func ways(_ way: Way, _ command: String) throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    if command == "resume" {
      try room.press("q", "Leave?")
      try room.screen.send("l")
      #expect(try room.screen.waitForExit() == .exited(0))
      try room.resume()
      try room.see("Head count for Q3")
    }
    try go(way, room)
    #expect(room.screen.leftovers == [])
    #expect(!room.screen.picture.contains("Head count"))
    #expect(try room.program.run("verify").code == 0)
    if way != .stop { #expect(try room.program.run("sessions").output.contains("live at boundary")) }
  }

  private func go(_ way: Way, _ room: SessionRoom) throws {
    switch way {
    case .leave: try byKey(room, "q", "l", "goes on; come back with: parley resume")
    case .stop: try byKey(room, "q", "s", "is saved; go on with: parley resume")
    case .controlC: try byKey(room, "\u{3}", "l", "goes on; come back with: parley resume")
    case .terminate: try bySignal(room, SIGTERM, 128 + SIGTERM)
    case .interrupt: try bySignal(room, SIGINT, 128 + SIGINT)
    case .hangUp: try bySignal(room, SIGHUP, 128 + SIGHUP)
    case .quit: try bySignal(room, SIGQUIT, 128 + SIGQUIT)
    case .segmentFault: try bySignal(room, SIGSEGV, 70)
    case .abort: try bySignal(room, SIGABRT, 70)
    }
  }

  private func byKey(_ room: SessionRoom, _ first: String, _ second: String, _ words: String) throws {
    try room.press(first, "Leave?")
    try room.screen.send(second)
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(room.screen.picture.words.contains(words))
  }

  /// With a form open, since that shows the cursor.
  private func bySignal(_ room: SessionRoom, _ signal: Int32, _ code: Int32) throws {
    try room.press("oHalf a sen", "Half a sen")
    #expect(room.screen.picture.cursorIsVisible)
    room.screen.terminate(signal)
    #expect(try room.screen.waitForExit() == .exited(code))
    if code == 70 { #expect(room.screen.picture.words.contains("this terminal crashed; the session goes on")) }
  }

  @Test("When the session is closed, and is left")
  func closed() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    try room.command("close early because=\"Fire alarm\"", "closed")
    try room.press("q", "Leave?", "its record is kept")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(room.screen.leftovers == [])
  }

  @Test("When the window is closed, the session goes on without it")
  func windowClosed() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    room.screen.hangUp()
    #expect(try room.screen.waitForExit() == .exited(128 + SIGHUP))
    #expect(try room.program.run("sessions").output.contains("live at boundary"))
    try room.resume()
    try room.see("Head count for Q3")
    try room.stop()
  }

  @Test("Ctrl-Z gives it back; fg draws the session again, with the time that has passed meanwhile")
  func suspended() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    let before = try room.see("▶ Activation", "ask CS VS VE AO")
    let left = try #require(before.secondsLeft)
    let watch = try CountdownWatch(before)
    try room.screen.key(.control("z"))
    #expect(try room.screen.waitForStop() == SIGTSTP)
    try room.screen.wait(until: "the main screen") { !$0.isAlternate }
    #expect(room.screen.leftovers == [])
    // Another terminal shows that the time goes on.
    let other = try room.program.screen("resume")
    try other.wait(until: "two seconds to pass") { ($0.secondsLeft ?? left) <= left - 2 }
    room.screen.foreground()
    let after = try room.see("▶ Activation", "Improve activation rate", "ask CS VS VE AO")
    #expect(after.isAlternate)
    try room.screen.wait(until: "the right time left", watch.agrees)
    try room.press("g", "Carla Stein: green")
    try room.stop()
    #expect(try other.waitForExit() == .exited(0))
    #expect(other.leftovers == [])
  }
}
