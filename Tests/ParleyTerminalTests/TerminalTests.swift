import CLinux
import Glibc
import TerminalProbe
import Testing

/// `terminal-sample` in a real terminal.
@Suite("A real terminal", .serialized)
struct TerminalTests {
  private func start(
    _ environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> Probe {
    try Probe(command: [builtProgram("terminal-sample")], environment: environment, size: size)
  }

  @Test("the drawn frame is seen, and after the end the terminal is as before")
  func startAndQuit() throws {
    let probe = try start()
    let picture = try probe.wait(for: "漢字 ok")
    #expect(picture.isAlternate)
    #expect(!picture.cursorIsVisible)
    #expect(picture.rows[1] == "│ 80 x 24 xterm-256color" + String(repeating: " ", count: 55) + "│")
    #expect(picture.style(of: "80 x 24") == Style(foreground: .palette(36), bold: true))
    #expect(picture.rows.first?.hasPrefix("┌ Sample ─") == true)
    #expect(picture.rows.last?.hasSuffix("┘") == true)
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers.isEmpty)
    #expect(probe.picture.contains("bye"))
  }

  @Test("it is asked once the first frame is there; no answer is a key, and from then on large frames come whole")
  func answers() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    let first = String(decoding: probe.transcript, as: UTF8.self)
    let lead = first.split(separator: "\u{1b}]11;?", maxSplits: 1)
    #expect(lead.count == 2 && lead[0].contains("none") && !first.contains("?2026h"))
    // The emulator has said already that it does not know the mode; this answer comes while the other one is still expected.
    try probe.send(bytes: Array("\u{1b}[?2026;2$y\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\".utf8))
    try probe.send("m")
    try probe.wait(for: "key m")
    probe.resize(columns: 100, rows: 30)
    try probe.wait(for: "100 x 30")
    try probe.send("n")
    try probe.wait(for: "key n")
    let after = String(decoding: probe.transcript, as: UTF8.self)
    let (begins, ends) = (after.split(separator: "\u{1b}[?2026h"), after.split(separator: "\u{1b}[?2026l"))
    #expect(begins.count > 1 && begins.count == ends.count)
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers.isEmpty)
  }

  @Test("keys arrive by their names, also pastes")
  func keys() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    try probe.key(.up)
    try probe.wait(for: "key up")
    try probe.key(.function(5))
    try probe.wait(for: "key f5")
    try probe.key(.alt("x"))
    try probe.wait(for: "key M-x")
    try probe.key(.escape)
    try probe.wait(for: "key escape")
    try probe.key(.backTab)
    try probe.wait(for: "key backtab")
    try probe.key(.shift(.left))
    try probe.wait(for: "key left")
    try probe.send("ä")
    try probe.wait(for: "key ä")
    try probe.key(.control("z"))
    try probe.wait(for: "key C-z")
    try probe.paste("quit\rnow")
    try probe.wait(for: "key paste:quit now")
  }

  @Test("hostile text neither moves the cursor nor reaches the terminal")
  func hostile() throws {
    let probe = try start()
    try probe.wait(for: "calm")
    try probe.send("w")
    let picture = try probe.wait(for: "xyz")
    #expect(
      picture.row(containing: "xyz") == "│ xyz\u{fffd}[31m\u{fffd}2JDE👨e\u{301}|" + String(repeating: " ", count: 60)
        + "│")
    for sequence in ["\u{202e}", "\u{200b}", "\u{200d}", "\u{9b}", "\u{1b}[31m"] {
      #expect(!probe.transcript.contains(Array(sequence.utf8)))
    }
    try probe.send("t")
    try probe.wait(until: "the title") { $0.title.hasPrefix("14:22") }
    #expect(probe.picture.title == "14:22 \u{fffd}]0;evil\u{fffd}")
  }

  @Test("a prepared frame and its cursor are not seen until it is presented; another may be presented instead")
  func prepared() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    try probe.send("p")
    // The bell is rung after that, so what was sent before it has arrived.
    try probe.send("b")
    var picture = try probe.wait(until: "the bell") { $0.bells == 1 }
    #expect(picture.contains("key none") && picture.contains("│ 0") && !picture.cursorIsVisible)
    try probe.send("P")
    picture = try probe.wait(for: "│ 1")
    #expect(picture.contains("key P") && picture.cursorIsVisible)
    try probe.send("pbr")
    picture = try probe.wait(for: "key r")
    #expect(picture.contains("│ 0") && !picture.contains("│ 2") && !picture.cursorIsVisible)
  }

  @Test("a digit that counts up costs a few bytes, and an unchanged frame none")
  func fewBytes() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    try probe.send("n")
    try probe.wait(for: "│ 1")
    let before = probe.bytesOut
    for number in 2...9 {
      try probe.send("n")
      try probe.wait(for: "│ \(number)")
    }
    #expect(probe.bytesOut - before <= 8 * 4)
    try probe.send("b")
    try probe.wait(for: "key b")
    let drawn = probe.bytesOut
    try probe.send("b")
    try probe.wait(until: "the second bell") { $0.bells == 2 }
    #expect(Array(probe.transcript[drawn...]) == [7])
  }

  @Test("a bold and coloured digit costs less than thirty bytes")
  func styledDigit() throws {
    let probe = try start()
    try probe.send("m")
    try probe.wait(for: "key m")
    try probe.send("n")
    try probe.wait(for: "│ 1")
    let before = probe.bytesOut
    for number in 2...9 {
      try probe.send("n")
      try probe.wait(for: "│ \(number)")
    }
    #expect(probe.bytesOut - before < 8 * 30)
  }

  @Test("after two hundred resizes the picture is right", arguments: [false, true])
  func resizeStorm(_ types: Bool) throws {
    let probe = try start(size: (151, 61))
    try probe.wait(for: "漢字 ok")
    // The device, not the window: libvterm does not survive text that is wider than itself.
    let device = open(probe.devicePath, O_RDWR | O_NOCTTY)
    defer { close(device) }
    for step: Int32 in 0..<200 {
      #expect(parley_terminal_resize(device, 1 + step * 37 % 150, 1 + step * 17 % 60) == 0)
      if types { try probe.send("n") }
    }
    probe.resize(columns: 91, rows: 33)
    let picture = try probe.wait(until: "the last size") { $0.rows[1].hasPrefix("│ 91 x 33") }
    #expect(picture.rows[32].hasPrefix("└─"))
    #expect(picture.rows[32].hasSuffix("─┘"))
    #expect(picture.rows.dropFirst().dropLast().allSatisfy { $0.hasPrefix("│") && $0.hasSuffix("│") })
  }

  @Test("a terminal of no size counts as 80 × 24")
  func noSize() throws {
    let program = try builtProgram("terminal-sample")
    let probe = try Probe(command: ["sh", "-c", "stty cols 0 rows 0; exec \(program)"])
    try probe.wait(for: "80 x 24")
  }

  @Test("a terminal of one cell is no fault, nor a huge one")
  func oddSizes() throws {
    let probe = try start(size: (1, 1))
    try probe.send("n")
    probe.resize(columns: 1200, rows: 4)
    try probe.wait(for: "1000 x 4")
    probe.resize(columns: 40, rows: 600)
    try probe.wait(for: "40 x 500")
    probe.resize(columns: 60, rows: 10)
    try probe.wait(for: "60 x 10")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test(
    "a terminal newer than the system's database is taken for an xterm", arguments: ["xterm-kitty", "foot", "nonsense"])
  func unknownTerminal(_ term: String) throws {
    let probe = try start(["TERM": term])
    try probe.wait(for: "80 x 24 xterm-256color")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers.isEmpty)
  }

  @Test("a terminal that cannot place its cursor is refused", arguments: ["dumb", ""])
  func dumbTerminal(_ term: String) throws {
    let probe = try start(["TERM": term])
    #expect(try probe.waitForExit() == .exited(69))
    #expect(probe.picture.contains("cannotMoveCursor"))
    #expect(probe.leftovers.isEmpty)
  }

  @Test("without a terminal it says so, and writes nothing else")
  func noTerminal() throws {
    let run = try Run([builtProgram("terminal-sample")])
    #expect(run.code == 69)
    #expect(run.output.isEmpty)
    #expect(run.errors == "sample: notATerminal\n")
  }

  @Test("any colour is shown where COLORTERM says so, and the environment stays as it was")
  func trueColor() throws {
    let probe = try start(["COLORTERM": "truecolor", "TERMINFO": "/lib/terminfo"])
    let picture = try probe.wait(for: "80 x 24")
    #expect(picture.style(of: "80 x 24") == Style(foreground: .rgb(red: 0, green: 158, blue: 115), bold: true))
    #expect(picture.contains("TERMINFO /lib/terminfo"))
  }

  @Test("the user's palette is neither changed nor reset")
  func palette() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    try probe.send("q")
    try probe.waitForExit()
    for sequence in ["\u{1b}]104", "\u{1b}]4;"] {
      #expect(!probe.transcript.contains(Array(sequence.utf8)))
    }
  }

  @Test("NO_COLOR leaves the attributes and takes the colours")
  func noColor() throws {
    let probe = try start(["NO_COLOR": "1"])
    let picture = try probe.wait(for: "80 x 24")
    #expect(picture.style(of: "80 x 24") == Style(bold: true))
  }

  @Test("with eight colours a green is still green")
  func eightColors() throws {
    let probe = try start(["TERM": "xterm"])
    let picture = try probe.wait(for: "80 x 24")
    #expect(picture.style(of: "80 x 24") == Style(foreground: .palette(2), bold: true))
  }

  @Test("a locale that is not installed does not turn lines into question marks")
  func locale() throws {
    let probe = try start(["LANG": "de_DE.UTF-8"])
    let picture = try probe.wait(for: "漢字 ok")
    #expect(picture.rows.first?.hasPrefix("┌ Sample ─") == true)
  }

  @Test("where the locale is plain ASCII, nothing else reaches the terminal")
  func ascii() throws {
    let probe = try start(["LC_ALL": "C"])
    let picture = try probe.wait(for: "???? ok")
    #expect(picture.rows.first?.hasPrefix("+ Sample --") == true)
    #expect(probe.transcript.allSatisfy { $0 < 0x80 })
  }

  @Test("a stopped program gives the terminal back, and comes again as it was", arguments: ["s", "signal"])
  func suspend(_ way: String) throws {
    let probe = try start()
    try probe.send("nnk")
    try probe.wait(for: "│ 2")
    if way == "s" { try probe.send("s") } else { probe.terminate(SIGTSTP) }
    #expect(try probe.waitForStop() == SIGTSTP)
    _ = try probe.wait(until: "the main screen") { !$0.isAlternate }
    #expect(probe.leftovers.isEmpty)
    probe.resize(columns: 70, rows: 20)
    probe.foreground()
    let picture = try probe.wait(for: "70 x 20")
    #expect(picture.isAlternate)
    #expect(picture.contains("│ 2"))
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers.isEmpty)
  }

  @Test("after a stop that it could not foresee it sets the terminal up again")
  func unforeseenStop() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    probe.terminate(SIGSTOP)
    #expect(try probe.waitForStop() == SIGSTOP)
    #expect(try Run(["stty", "-F", probe.devicePath, "sane"]).code == 0)
    probe.foreground()
    try probe.wait(until: "raw settings") { _ in probe.termios?.echoes == false }
    try probe.send("x")
    try probe.wait(for: "key x")
    try probe.paste("ab")
    try probe.wait(for: "key paste:ab")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(!probe.picture.isAlternate)
  }

  @Test("a crash puts the terminal back and says why", arguments: ["c", "o", "a"])
  func crash(_ key: String) throws {
    let probe = try start()
    try probe.wait(for: "key none")
    try probe.send("t" + key)
    #expect(try probe.waitForExit() == .exited(70))
    #expect(probe.leftovers.isEmpty)
    #expect(probe.picture.contains("sample: fault — all is saved"))
    if key == "c" { #expect(probe.picture.contains("Index out of range")) }
    #expect(!probe.picture.contains("0x0"))
  }

  @Test("output to descriptor 2 does not disturb the picture, and is shown after it")
  func diagnostics() throws {
    let probe = try start()
    try probe.send("e")
    try probe.wait(for: "key e")
    #expect(!probe.picture.contains("from below"))
    try probe.send("q")
    try probe.waitForExit()
    #expect(probe.picture.contains("a word from below"))
  }

  @Test("when the window is closed the program ends")
  func hangUp() throws {
    let probe = try start()
    try probe.wait(for: "key none")
    probe.hangUp()
    #expect(try probe.waitForExit() == .exited(0))
  }
}
