import Glibc
import TerminalProbe
import Testing

@Suite("The probe: a program in a terminal")
struct ProbeTests {
  private func shell(_ script: String, size: (columns: Int, rows: Int) = (80, 24)) throws -> Probe {
    try Probe(command: ["sh", "-c", script], size: size)
  }

  @Test("shows what a program writes, where and how it is drawn")
  func draws() throws {
    let probe = try shell(#"printf 'plain \033[1;4;31mred\033[0m \033[7;38;2;1;2;3mtrue\033[0m'; read x"#)
    let picture = try probe.wait(for: "true")
    #expect(picture.rows.first == "plain red true")
    #expect(picture.text == "plain red true")
    #expect(picture.style(of: "plain") == .plain)
    #expect(picture.style(of: "red") == Style(foreground: .palette(1), bold: true, underline: true))
    #expect(
      picture.style(of: "true") == Style(foreground: .rgb(red: 1, green: 2, blue: 3), reverse: true))
    #expect(picture.cursor == Position(row: 0, column: 14))
    #expect(picture.style(at: Position(row: 99, column: 0)) == nil)
  }

  @Test("counts wide characters as two cells and keeps marks with their letter")
  func wideCharacters() throws {
    let probe = try shell(#"printf '日本 e\314\201x'; read x"#)
    let picture = try probe.wait(for: "x")
    #expect(picture.rows[0] == "日本 e\u{301}x")
    #expect(picture.position(of: "本") == Position(row: 0, column: 2))
    #expect(picture.position(of: "x") == Position(row: 0, column: 6))
    #expect(picture.cells[0][1].width == 0)
  }

  @Test("types to the program, and the keys arrive as a terminal sends them")
  func types() throws {
    let probe = try shell("stty raw -echo; printf ready; dd bs=1 count=9 2>/dev/null | od -An -tx1; stty sane")
    try probe.wait(for: "ready")
    try probe.send("a\n")
    try probe.key(.up, .control("c"), .escape, .function(1))
    try probe.wait(for: "61 0d 1b 5b 41 03 1b 1b 4f")
  }

  @Test("cursor keys follow the mode the program chose")
  func applicationKeys() throws {
    let probe = try shell(#"stty raw -echo; printf '\033[?1hready'; dd bs=1 count=3 2>/dev/null | od -An -tx1"#)
    try probe.wait(for: "ready")
    try probe.key(.up)
    try probe.wait(for: "1b 4f 41")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.leftovers.contains("the cursor keys are still in application mode"))
  }

  @Test("brackets a paste only for a program that asked for it")
  func pastes() throws {
    let probe = try shell(#"stty raw -echo; printf '\033[?2004hready'; dd bs=1 count=14 2>/dev/null | od -An -c"#)
    try probe.wait(for: "ready")
    try probe.paste("hi")
    try probe.wait(for: "0   ~   h   i 033   [   2   0   1")
  }

  @Test("answers what a program asks the terminal")
  func answers() throws {
    let probe = try shell(#"stty raw -echo; printf 'ab\033[6n'; dd bs=1 count=6 2>/dev/null | od -An -c"#)
    try probe.wait(for: "1   ;   3   R")
  }

  @Test("a new size reaches the program together with its signal")
  func resizes() throws {
    let probe = try shell("trap 'stty size' WINCH; stty size; while :; do read x; done")
    try probe.wait(for: "24 80")
    probe.resize(columns: 100, rows: 30)
    let picture = try probe.wait(for: "30 100")
    #expect(picture.columns == 100 && picture.rows.count == 30)
  }

  @Test("an absurd size reaches the program, and the screen survives it", arguments: [0, 65535])
  func absurdSizes(size: Int) throws {
    let probe = try shell("trap 'stty size' WINCH; stty size; while :; do read x; done")
    try probe.wait(for: "24 80")
    probe.resize(columns: size, rows: size)
    probe.resize(columns: 40, rows: 10)
    let picture = try probe.wait(for: "10 40")
    #expect(picture.columns == 40 && picture.rows.count == 10)
  }

  @Test("knows the bell, the title, the cursor and the alternate screen")
  func modes() throws {
    let probe = try shell(
      #"printf '\007\007\033]2;Minutes\007\033[?1049h\033[?25lthere'; read x; printf '\033[?1049l\033[?25h'"#)
    let picture = try probe.wait(for: "there")
    #expect(picture.bells == 2)
    #expect(picture.title == "Minutes")
    #expect(picture.isAlternate && !picture.cursorIsVisible)
    #expect(!probe.terminalIsAsBefore)
    try probe.send("\n")
    try probe.waitForExit()
    #expect(probe.leftovers == [])
  }

  @Test("reports what a program left behind in the terminal, its line settings too")
  func leftBehind() throws {
    let probe = try shell(#"stty -echo; printf '\033[?1000h\033[?2004h\033[31m'"#)
    try probe.waitForExit()
    let left = probe.leftovers.joined(separator: "\n")
    for word in ["line settings", "mouse", "pastes", "styled"] { #expect(left.contains(word)) }
    #expect(probe.termios?.echoes == false)
  }

  @Test(
    "tells an exit code from a signal", arguments: [("exit 7", Ending.exited(7)), ("kill -9 $$", .signalled(9))])
  func ends(script: String, status: Ending) throws {
    #expect(try shell(script).waitForExit() == status)
  }

  @Test("has read all of the program's output when it reports its end")
  func readsToTheEnd() throws {
    let probe = try shell("seq 1 20000")
    try probe.waitForExit()
    #expect(String(decoding: probe.transcript, as: UTF8.self).hasSuffix("\r\n20000\r\n"))
    #expect(probe.picture.contains("20000"))
    #expect(probe.bytesOut == probe.transcript.count)
  }

  @Test("sends a signal to the program")
  func terminates() throws {
    let probe = try shell("trap 'echo caught; exit 3' TERM; echo ready; while :; do read x; done")
    try probe.wait(for: "ready")
    probe.terminate()
    #expect(try probe.waitForExit() == .exited(3))
    #expect(probe.picture.contains("caught"))
  }

  @Test("a program can be stopped from the keyboard and continued, as in a shell")
  func stops() throws {
    let probe = try Probe(command: ["cat"])
    try probe.send("one\n")
    try probe.wait(until: "the echo and the copy") { $0.rows.filter { $0.hasSuffix("one") }.count == 2 }
    try probe.key(.control("z"))
    #expect(try probe.waitForStop() == SIGTSTP)
    probe.foreground()
    try probe.send("two\n")
    try probe.wait(until: "the echo and the copy") { $0.rows.filter { $0.hasSuffix("two") }.count == 2 }
    try probe.key(.control("d"))
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test("closing the window hangs the program up")
  func hangsUp() throws {
    let probe = try shell("echo ready; exec sleep 1000")
    try probe.wait(for: "ready")
    probe.hangUp()
    #expect(try probe.waitForExit() == .signalled(SIGHUP))
  }

  @Test("waiting in vain reports for what, how long, and the screen instead")
  func timesOut() throws {
    let probe = try shell("printf 'something else'; read x", size: (20, 2))
    try probe.wait(for: "something else")
    let failure = #expect(throws: ProbeFailure.self) { try probe.wait(for: "the agenda", timeout: 0.05) }
    let message = "\(try #require(failure))"
    #expect(message.contains(#"waited 0.05 s in vain for "the agenda""#))
    #expect(message.contains("|something else      |"))
    #expect(message.contains("cursor at row 0, column 14"))
  }

  @Test("waiting for something that a program can no longer do fails at once, and reports how it ended")
  func endsWhileWaitedFor() throws {
    let probe = try shell("echo oops; exit 2")
    let failure = #expect(throws: ProbeFailure.self) { try probe.wait(for: "the agenda", timeout: 60) }
    let message = "\(try #require(failure))"
    #expect(message.contains("exit code 2") && message.contains("oops"))
  }

  @Test("a missing program is reported before anything runs")
  func notThere() {
    #expect(throws: ProbeFailure.self) { try Probe(command: ["no-such-program"]) }
    #expect(throws: ProbeFailure.self) { try Probe(command: ["/no/such/program"]) }
  }

  @Test("the environment is clean, and the directory is the given one")
  func environment() throws {
    setenv("PARLEY_PROBE_LEAK", "1", 1)
    let scratch = try Scratch()
    let probe = try Probe(
      command: ["sh", "-c", "echo $TERM $LANG $GREETING; test $HOME = $PWD && env | grep -c LEAK"],
      environment: ["GREETING": "hello"], directory: scratch.path)
    #expect(try probe.waitForExit() == .exited(1))
    #expect(probe.picture.rows.prefix(2) == ["xterm-256color C.UTF-8 hello", "0"])
  }

  @Test("code in this process can draw on a terminal without a program")
  func noProgram() throws {
    let probe = try Probe(size: (10, 3))
    let device = open(probe.devicePath, O_RDWR | O_NOCTTY)
    write(device, "here", 4)
    close(device)
    #expect(try probe.wait(for: "here").rows.count == 3)
  }
}
