import TerminalProbe
import TestFixtures
import Testing

@Suite("A session on terminals of any kind")
struct SessionTerminalKindTests {
  @Test(
    "Where the locale is not UTF-8, no byte beyond printable ASCII is sent, the window's title included",
    arguments: [["LC_ALL": "C"], ["LANG": "POSIX"], ["LC_ALL": "en_US.ISO-8859-1"]], [(80, 24), (120, 34)])
  func ascii(_ locale: [String: String], size: (columns: Int, rows: Int)) throws {
    let room = try SessionRoom(size: size, environment: locale)
    try look(around: room)
    try room.press("q", "Leave?")
    try room.screen.send("s")
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(room.screen.leftovers == [])
    let foreign = room.screen.transcript.filter { $0 > 0x7e }
    #expect(foreign.isEmpty, "\(foreign.prefix(12))")
    #expect(String(decoding: room.screen.transcript, as: UTF8.self).contains("\u{1b}]2;10 min - Activation\u{7}"))
  }

  /// All kinds of things that are drawn.
  private func look(around room: SessionRoom) throws {
    try room.press("n", "Head count for Q3")
    try room.press("n", "Deals stall in evaluation")
    try room.press("n", "now: Improve activation rate")
    try room.press("r", "what it is about")
    try room.press("Not this quarter\nh\n", "about the time horizon")
    try room.press("c", "are silent on \"Improve activation rate\"; ask Victor Sand by name")
    try room.press("pAb “ü” 漢字", "Raised by")
    try room.escape("Raised by")
    for (key, words) in [
      (2, "3/3 full"), (3, "not heard in this step"), (7, "Agenda"), (8, "more not on the table"),
    ] {
      try room.view(key, words)
    }
    try room.press("?", "Enter does it")
    try room.escape("Enter does it")
    try room.press(":", "next goes on to the next step")
    try room.escape("next goes on to the next step")
    try room.press("1", "Goals by timeframe")
  }

  @Test("NO_COLOR takes every colour, and leaves what is bold")
  func noColor() throws {
    let room = try SessionRoom(size: (120, 34), environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"])
    try room.press("n", "Head count for Q3")
    try room.press("n", "Deals stall")
    try room.press("n", "now: Improve activation rate")
    let picture = try room.press("g", "Carla Stein: green")
    let styles = picture.cells.flatMap { $0.map(\.style) }
    #expect(styles.allSatisfy { $0.foreground == Style.plain.foreground && $0.background == Style.plain.background })
    #expect(styles.contains { $0.bold || $0.reverse || $0.underline })
    try room.stop()
  }

  @Test(
    "It runs, and leaves nothing behind",
    arguments: ["vt100", "xterm", "xterm-256color", "screen-256color", "linux", "xterm-kitty", "foot"])
  func kind(_ term: String) throws {
    let room = try SessionRoom(environment: ["TERM": term])
    try room.press("n", "Head count for Q3")
    try room.press("n", "Deals stall")
    try room.press("n", "now: Improve activation rate")
    try room.press("g", "Carla Stein: green on Improve activation rate")
    try room.screen.key(.down, .up)
    try room.press("oShort\n", "noted: Short")
    try room.stop()
  }

  @Test("On a terminal that cannot place its cursor, the session goes on line by line", arguments: ["dumb", ""])
  func dumb(term: String) throws {
    let program = try Program()
    let screen = try program.screen("run", example("saas-q3.yaml"), environment: ["TERM": term])
    try screen.wait(until: "the prompt") { $0.rows.contains(">") }
    let why = term.isEmpty ? "TERM is empty" : "`dumb` cannot place its cursor"
    #expect(screen.picture.words.contains("\(why), so the session goes on line by line"))
    try screen.send("next\n")
    try screen.wait(until: "the first step") { $0.words.contains("now: What is open today") }
    try screen.send("stop\n")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.leftovers == [])
    #expect(!screen.transcript.contains(0x1b))
  }
}
