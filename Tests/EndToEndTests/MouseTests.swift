import Glibc
import TerminalProbe
import Testing

@Suite("The mouse in a real terminal")
struct MouseTests {
  @Test("Keys, views and rows are clicked; at the end the terminal has its mouse back")
  func clicks() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("dot for Carla Stein")
    try click("p park", in: room)
    try room.see("Raised by")
    try room.escape("Raised by")
    try room.view(4, "Esc back")
    try click("F3 People", in: room)
    try room.see("not heard in this step")
    try click("Esc back", in: room)
    try room.see("dot for Carla Stein")
    try click("g y r", in: room)
    try room.see("Carla Stein: green")
    try room.stop()
  }

  @Test("After kill -9, too, no mouse is left on", arguments: [SIGKILL])
  func killed(signal: Int32) throws {
    let shell = try ShellRoom("sh")
    try shell.runPlan()
    #expect(shell.screen.leftovers.contains { $0.contains("mouse") })
    try shell.signal(.worker, signal)
    try shell.isBack()
    #expect(!shell.screen.leftovers.contains { $0.contains("mouse") })
    try shell.hasEnded(128 + signal)
  }

  private func click(_ words: String, in room: SessionRoom) throws {
    try room.see(words)
    let rows = room.screen.picture.rows
    let row = try #require(rows.lastIndex { $0.contains(words) })
    let text = rows[row]
    let column = text.distance(from: text.startIndex, to: try #require(text.firstRange(of: words)).lowerBound)
    let place = "\(column + 1);\(row + 1)"
    try room.screen.send(bytes: Array("\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m".utf8))
  }
}
