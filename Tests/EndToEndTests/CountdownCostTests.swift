import Foundation
import TerminalProbe
import Testing

@Suite("What a countdown costs the terminal and the machine")
struct CountdownCostTests {
  /// Into the first goal's ten minutes: calm, the last two, the last one, over time.
  private static let moments = ["+02:10", "+08:15", "+09:15", "+11:10"]

  @Test(
    "At most 30 bytes and one wake-up a second on the stage, in overtime too", arguments: moments,
    [(80, 24), (120, 34), (160, 45)])
  func aSecond(moment: String, size: (Int, Int)) throws {
    // With its progress in the tab.
    let room = try measure(from: moment, size, environment: ["TERM_PROGRAM": "ghostty"])
    #expect(String(decoding: room.screen.transcript, as: UTF8.self).contains("\u{1b}]9;4;"))
  }

  /// Where a theme colours the ground, ncurses names both colours before a digit and takes both back after it: 29 bytes.
  @Test(
    "No more in a theme on the terminal's own ground, and at most 45 bytes in one that colours it",
    arguments: ["+02:10", "+11:10"], [("colour-blind", 30.0), ("light", 45), ("high-contrast", 45)])
  func aSecond(moment: String, theme: (name: String, most: Double)) throws {
    _ = try measure(from: moment, (120, 34), theme: theme.name, most: theme.most)
  }

  private func measure(
    from moment: String, _ size: (Int, Int), theme: String = "parley-dark", most: Double = 30,
    environment: [String: String] = [:]
  ) throws -> SessionRoom {
    let script = SessionRoom.toFirstGoal + "\(moment) note \"Time has passed\"\n"
    let room = try SessionRoom(
      after: script, size: (columns: size.0, rows: size.1), theme: theme, environment: environment)
    try room.see("0 of 4 heard")
    // What the last key and the start have brought is painted by the second that comes next.
    _ = room.screen.listen(seconds: 1.5)
    let wakeUps = try Self.wakeUps(room.screen.workerID)
    let (began, seconds) = (ContinuousClock.now, 6.0)
    let bytes = room.screen.listen(seconds: seconds)
    let woken = try Self.wakeUps(room.screen.workerID) - wakeUps
    let took = (ContinuousClock.now - began) / .seconds(1)
    #expect(bytes > 0, "the countdown runs")
    #expect(Double(bytes) <= most * (took + 1), "\(bytes) bytes in \(took) s")
    #expect(Double(woken) <= took + 2, "\(woken) wake-ups in \(took) s")
    try room.stop()
    return room
  }

  /// How often the threads of a process have gone to sleep of their own accord, and so how often they woke.
  private static func wakeUps(_ process: pid_t) throws -> Int {
    let folder = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, thread in
      let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
      return sum + (line?.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0)
    }
  }
}
