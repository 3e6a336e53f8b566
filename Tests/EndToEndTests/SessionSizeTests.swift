import TerminalProbe
import TestFixtures
import Testing

@Suite("A session on screens of any size")
struct SessionSizeTests {
  @Test("After a hundred and twenty sizes during a countdown, the screen is like a fresh one")
  func storm() throws {
    // The window here is as wide as the widest of them.
    let room = try SessionRoom(after: SessionRoom.toFirstGoal, size: (500, 60))
    try room.see("▶ Activation", "Ask next")
    var chance = Chance(seed: 20_270_629)
    let odd = [(1, 1), (2, 500), (500, 2), (0, 0), (1, 60), (500, 1), (0, 24), (80, 0), (5, 2), (59, 15)]
    for step in 0..<120 {
      let size = step % 12 < odd.count ? odd[step % 12] : (1 + chance.next(300), 1 + chance.next(60))
      let before = room.screen.bytesOut
      room.screen.claim(columns: size.0, rows: size.1)
      // Every third is drawn before the next comes; the others pile up.
      if step % 3 == 0 { try room.screen.wait(forMoreThan: before) }
    }
    room.screen.resize(columns: 91, rows: 33)
    try room.press(" ", "paused")
    try room.escape("the clock stands")
    let fresh = try room.program.screen("resume", size: (91, 33))
    try room.see("facilitator 2 joined")
    try room.escape("joined")
    // The first line says which of the two one is.
    try fresh.wait(until: "the same picture on a new terminal") { picture in
      _ = room.screen.listen(seconds: 0.01)
      return picture.cells.dropFirst() == room.screen.picture.cells.dropFirst()
    }
    #expect(room.screen.picture.contains("Improve activation rate"))
    try room.stop()
  }

  @Test(
    "On a tiny screen the countdown is there, keys count, and leaving is possible",
    arguments: [(59, 15), (40, 10), (20, 5), (5, 2), (1, 1)])
  func tiny(size: (columns: Int, rows: Int)) throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation", "ask CS VS VE AO")
    let before = room.screen.bytesOut
    room.screen.resize(columns: size.columns, rows: size.rows)
    try room.screen.wait(forMoreThan: before)
    try room.screen.wait(until: "a countdown") { picture in
      size.rows == 1 || !picture.text.isEmpty && !picture.contains("Ask")
    }
    if size.rows == 2 { try room.screen.wait(until: "9:5") { $0.text.contains("9:") } }
    try room.screen.send("g")
    let other = try room.program.screen("resume")
    try other.wait(until: "the dot on another screen") { $0.contains("Carla Stein   ● green") }
    try room.screen.send("q")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(room.screen.leftovers == [])
    try other.send("qs")
    #expect(try other.waitForExit() == .exited(0))
  }
}
