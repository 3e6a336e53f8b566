import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("Clipboard, links, notifications, progress and hooks of the built program")
struct TerminalServiceTests {
  private func said(_ probe: Probe) -> String { String(decoding: probe.transcript, as: UTF8.self) }

  /// How often a text was sent.
  private func count(_ text: String, _ probe: Probe) -> Int { said(probe).ranges(of: text).count }

  private let ghostty = ["TERM_PROGRAM": "ghostty"]

  @Test("Progress comes with the first step, and is taken away at the end; an unknown terminal gets none")
  func progress() throws {
    let room = try SessionRoom(environment: ghostty)
    #expect(count("\u{1b}]9;4;1;", room.screen) == 0)
    try room.press("n", "Head count for Q3")
    try room.screen.wait(until: "progress") { _ in self.count("\u{1b}]9;4;1;0\u{1b}\\", room.screen) == 1 }
    try room.stop()
    #expect(said(room.screen).contains("\u{1b}]9;4;0\u{1b}\\"))
    let other = try SessionRoom()
    try other.press("n", "Head count for Q3")
    try other.stop()
    #expect(!said(other.screen).contains("\u{1b}]9;4"))
  }

  @Test("It is taken away by whoever restores the terminal, too", arguments: [SIGKILL, SIGTERM, SIGSEGV])
  func torn(_ signal: Int32) throws {
    let room = try SessionRoom(environment: ghostty)
    try room.press("n", "Head count for Q3")
    let before = count("\u{1b}]9;4;0\u{1b}\\", room.screen)
    room.screen.terminateWorker(signal)
    _ = try room.screen.waitForExit()
    #expect(count("\u{1b}]9;4;0\u{1b}\\", room.screen) == before + 1)
    #expect(room.screen.leftovers == [])
  }

  @Test("A suspended screen leaves the tab empty")
  func suspended() throws {
    let room = try SessionRoom(environment: ghostty)
    try room.press("n", "Head count for Q3")
    try room.screen.key(.control("z"))
    _ = try room.screen.waitForStop()
    #expect(count("\u{1b}]9;4;0\u{1b}\\", room.screen) == 1)
    room.screen.foreground()
    try room.see("Head count for Q3")
    try room.stop()
  }

  @Test("At zero a terminal that knows how is told beside the bell, once")
  func notified() throws {
    let script = SessionRoom.toFirstGoal + "+09:58 note \"Time has passed\"\n"
    let room = try SessionRoom(after: script, environment: ghostty)
    try room.see("Time is up")
    try room.screen.wait(until: "a notification") { _ in
      self.count("\u{1b}]777;notify;Q3 alignment;the time for Activation is up\u{1b}\\", room.screen) == 1
    }
    try room.stop()
  }

  @Test("C-y copies the view, and from the record the document that parley record prints; OSC 52 has it")
  func copied() throws {
    let room = try SessionRoom()
    try room.view(4, "Push notifications")
    try room.screen.key(.control("y"))
    try room.see("sent to the clipboard: “Parking lot”")
    #expect(try #require(clipboard(room.screen)).hasPrefix("Parking lot, "))
    try room.view(8, "Record so far")
    try room.screen.key(.control("y"))
    try room.see("sent to the clipboard: the record")
    let record = try #require(clipboard(room.screen))
    #expect(record.contains("# Q3 alignment"))
    try room.stop()
    // The opening is all there was, so that both are of one moment.
    #expect(try room.program.run("record", "q3").output.prefix(300) == record.prefix(300))
  }

  /// What was put on the clipboard last.
  private func clipboard(_ probe: Probe) -> String? {
    guard
      let coded = said(probe).components(separatedBy: "\u{1b}]52;c;").dropFirst().last?.prefix(while: { $0 != "\u{1b}" }
      )
    else { return nil }
    return Data(base64Encoded: String(coded)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("In tmux it is tmux that is given the text; where there is none to ask, the terminal is told")
  func tmux() throws {
    let program = try Program()
    let script = """
      mkdir bin && printf '#!/bin/sh\\necho "$@" > ARGS\\ncat > BUFFER\\n' | sed "s|ARGS|$PWD/args|;s|BUFFER|$PWD/buffer|" > bin/tmux
      chmod +x bin/tmux
      """
    #expect(try program.shell(script).code == 0)
    let inside = ["TMUX": "/tmp/none,1,0", "PATH": "\(program.scratch.path("bin")):/usr/bin:/bin"]
    let room = try SessionRoom(environment: inside, in: program)
    try room.view(4, "Push notifications")
    try room.screen.key(.control("y"))
    try room.see("copied to tmux, and from there to the clipboard where that is allowed: “Parking lot”")
    #expect(program.scratch.read("args") == "load-buffer -w -\n")
    #expect(program.scratch.read("buffer")?.hasPrefix("Parking lot, ") == true && clipboard(room.screen) == nil)
    _ = try program.shell("printf '#!/bin/sh\\nexit 1\\n' > bin/tmux")
    try room.screen.key(.control("y"))
    try room.see("sent to the clipboard: “Parking lot”")
    #expect(clipboard(room.screen) == program.scratch.read("buffer"))
    try room.stop()
  }

  @Test("config.toml turns each of them off")
  func off() throws {
    let program = try Program()
    _ = try program.shell("mkdir -p config/parley")
    program.scratch.write(
      "clipboard = false\nnotifications = false\nprogress = false\nlinks = false\n", to: "config/parley/config.toml")
    let environment = ghostty.merging(["XDG_CONFIG_HOME": program.scratch.path("config")]) { $1 }
    let room = try SessionRoom(environment: environment, in: program)
    try room.press("n", "Head count for Q3")
    try room.screen.key(.control("y"))
    try room.see("this terminal has no clipboard for programs, or config.toml says clipboard = false")
    try room.stop()
    #expect(!said(room.screen).contains("\u{1b}]9;4") && !said(room.screen).contains("\u{1b}]52"))
    let doctor = try program.screen("doctor", size: (200, 50), environment: environment)
    try doctor.wait(for: "services: none; the bell tells that the time is up")
    _ = try doctor.waitForExit()
    let known = try program.screen("doctor", size: (200, 50), environment: ghostty)
    try known.wait(
      for: "services: the clipboard (OSC 52), notifications (OSC 777), progress in the tab (OSC 9;4), links (OSC 8)")
    _ = try known.waitForExit()
  }

  @Test("An address printed at a terminal is a link; a pipe, a dumb terminal and NO_HYPERLINKS get the text alone")
  func links() throws {
    let program = try Program()
    let plan = try String(contentsOfFile: example("saas-q3.yaml"), encoding: .utf8)
    program.scratch.write(
      plan + "links:\n  - {name: Roadmap, url: \"https://roadmap.example.org/q3_(new)\"}\n", to: "plan.yaml")
    let plain = try program.run("preread", "plan.yaml").output
    #expect(plain.contains("example.org/q3_") && !plain.contains("\u{1b}"))
    let screen = try program.screen("preread", "plan.yaml", size: (120, 200))
    _ = try screen.waitForExit()
    let opened = said(screen).ranges(of: "\u{1b}]8;;https://roadmap.example.org/q3_").count
    #expect(opened == 1 && said(screen).ranges(of: "\u{1b}]8;;\u{1b}\\").count == 1)
    let text = said(screen).replacing(/\u{1b}\]8;;[^\u{1b}]*\u{1b}\\/, with: "").replacing("\r\n", with: "\n")
    #expect(text == plain)
    for environment in [["NO_HYPERLINKS": "1"], ["TERM": "dumb"], ["TERM": "linux"]] {
      let none = try program.screen("preread", "plan.yaml", size: (120, 200), environment: environment)
      _ = try none.waitForExit()
      #expect(!said(none).contains("\u{1b}]8"), "\(environment)")
    }
  }

  @Test("A hook of the settings runs when its session is closed, and can print the record; a demonstration has none")
  func hooks() throws {
    let program = try Program()
    _ = try program.shell("mkdir -p config/parley")
    let path = program.scratch.path("")
    program.scratch.write(
      """
      [hooks]
      on-start = "echo started > '\(path)/started'"
      on-close = "\(try builtProgram("parley")) record \\"$PARLEY_SESSION\\" > '\(path)/record.md'"
      on-step = "exit 7"
      """, to: "config/parley/config.toml")
    let environment = [
      "XDG_CONFIG_HOME": program.scratch.path("config"), "XDG_STATE_HOME": program.scratch.path("state"),
    ]
    let demo = try program.screen("demo", environment: environment)
    try demo.wait(for: "Riders who stay")
    try demo.send("b")
    try demo.wait(for: "▶ Damage")
    try demo.send("q")
    try demo.wait(for: "Leave the demonstration?")
    try demo.send("l")
    _ = try demo.waitForExit()
    #expect(program.scratch.read("started") == nil)
    let room = try SessionRoom(environment: environment, in: program)
    try room.press("n", "the hook on-step failed: exit 7")
    try room.command("close early because=\"Fire alarm\"", "closed early")
    try room.stop()
    // The host waits for it, after it has let go of the session.
    try room.program.waits(for: "record.md", "# Q3 alignment")
    #expect(program.scratch.read("started") == "started\n")
    try room.program.waits(for: "state/parley/hooks.log", "on-close: done in ")
    let doctor = try program.run("doctor", environment: environment).output
    #expect(doctor.contains("ok    hooks: on-start, on-step, on-close; last: "), "\(doctor)")
  }
}

extension Program {
  /// Waits until a file says something.
  fileprivate func waits(for name: String, _ words: String) throws {
    let script =
      "for i in $(seq 400); do grep -q \"\(words)\" '\(name)' 2>/dev/null && exit 0; sleep 0.05; done; exit 1"
    #expect(try shell(script).code == 0, "\(name) does not say “\(words)”")
  }
}
