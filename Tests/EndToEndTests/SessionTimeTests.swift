import TerminalProbe
import Testing

@Suite("Time that runs out on a real screen")
struct SessionTimeTests {
  /// A session at a goal of ten minutes, so many seconds before the words are due.
  private func room(after time: String) throws -> SessionRoom {
    try SessionRoom(after: SessionRoom.toFirstGoal + "\(time) note \"Time has passed\"\n")
  }

  @Test("At zero it rings once, counts up, offers the next actions, and never rings again")
  func zero() throws {
    let room = try room(after: "+09:57")
    let before = try room.see("▶ Activation")
    #expect(before.bells == 0)
    #expect(try #require(before.secondsLeft) > 0)
    let over = try room.see("Time is up", "extend by 5 min", "park what is open and move on")
    #expect(over.bells == 1)
    let later = try room.screen.wait(until: "two seconds over time") { ($0.secondsLeft ?? 0) <= -2 }
    #expect(later.bells == 1)
    #expect(room.screen.transcript.filter { $0 == 7 }.count == 1 + room.titles)
    // A dot is still a dot, and nothing has moved by itself.
    try room.press("g", "Carla Stein: green on Improve activation rate", "▶ Activation")
    try room.screen.send("q")
    try room.see("Leave?")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    // Who comes later is told, and hears nothing.
    try room.resume()
    let late = try room.screen.wait(until: "over time") { ($0.secondsLeft ?? 0) <= -3 }
    #expect(late.bells == 0)
    try room.press("e", "5 more minutes")
    try room.stop()
    #expect(room.screen.picture.bells == 0)
  }

  @Test(
    "It says when two minutes are left, and when one is, without a bell",
    arguments: [("+07:57", "two minutes left"), ("+08:57", "one minute left")])
  func warnings(time: String, words: String) throws {
    let room = try room(after: time)
    let before = try room.see("▶ Activation")
    #expect(!before.words.contains(words))
    #expect(try room.see(words).bells == 0)
    try room.stop()
  }
}

extension SessionRoom {
  /// How many window titles were set: each ends with the byte that else is the bell.
  fileprivate var titles: Int {
    String(decoding: screen.transcript, as: UTF8.self).split(separator: "\u{1b}]2;", omittingEmptySubsequences: false)
      .count - 1
  }
}
