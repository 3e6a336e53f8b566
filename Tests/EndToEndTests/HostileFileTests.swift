import ParleyCore
import ParleyJournal
import TerminalProbe
import TestFixtures
import Testing

@Suite("Files that are not what they seem")
struct HostileFileTests {
  @Test("What is read ends a command by a line and its exit code, and in no other way")
  func read() throws {
    let program = try Program()
    _ = try program.playExample()
    program.scratch.write(String(repeating: "{{#goals}}", count: 3000), to: "deep.md")
    #expect(try program.run("record", "q3", "--template", "deep.md").isFault(65))
    program.scratch.write("{{" + String(repeating: "a(", count: 4000) + "}}", to: "narrow.md")
    #expect(try program.run("record", "q3", "--template", "narrow.md").isFault(65))
    _ = try program.shell("mkdir -p config/parley")
    program.scratch.write("t={g=\"\",s=[}", to: "config/parley/config.toml")
    let config = ["XDG_CONFIG_HOME": program.scratch.path("config")]
    #expect(try program.run("replay", "q3", "--cast", "-", environment: config).isFault(78))
    program.scratch.write("t={g=\"\",s=[}", to: "mine.toml")
    #expect(try program.run("themes", "show", "mine.toml").isFault(65))
  }

  @Test("Nothing that a file holds turns round or hides what a terminal shows")
  func shown() throws {
    let program = try Program()
    let words = "\u{202E}abc\u{200B}\u{E0041}\u{9B}"
    let plan = Plan(title: "Q3", timeframes: [], stakeholders: [], goals: [])
    let at = Instant(milliseconds: 1_814_191_200_000)
    let opening = try #require(Session(opening: plan, id: "q3", at: at).entries.first)
    let journal = try Journal.create(
      in: Store(directory: program.store), id: "q3", opening: opening, commandID: "a", clock: .now())
    let forged = Entry(number: 1, at: at, by: .facilitator, line: words, events: [Noted(text: words).event])
    _ = try journal.append(forged, commandID: "b", clock: .now())
    journal.close()
    let printed = try program.run("journal", "q3").output
    #expect(!printed.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" })
    let line = try #require(printed.split(separator: "\n").last)
    #expect(line.contains(#""line":"\u202eabc\u200b\udb40\udc41\u009b""#))
    #expect(try members(String(line))["line"] as? String == words)
    let screen = try program.terminal("journal", "q3")
    try screen.wait(for: #"\u202eabc"#)
  }

  @Test("Only a file is ever replaced", arguments: [["record", "q3", "-o"], ["replay", "q3", "--cast"]])
  func replaced(command: [String]) throws {
    let program = try Program()
    _ = try program.playExample()
    _ = try program.shell("mkfifo pipe; mkdir folder; ln -s nowhere lost; ln -s old.txt link; ln -s /dev/null device")
    program.scratch.write("old", to: "old.txt")
    let forced = { (path: String) in try program.shell("\"$parley\" \(command.joined(separator: " ")) \(path) --force")
    }
    for path in ["pipe", "folder", "lost", "device"] { #expect(try forced(path).isFault(73), "\(path)") }
    #expect(try forced("link").code == 0)
    #expect(try #require(program.scratch.read("old.txt")).count > 100)
    let kinds = try program.shell("stat -c '%F' pipe folder lost link device; ls")
    #expect(
      kinds.output.hasPrefix(
        "fifo\ndirectory\nsymbolic link\nsymbolic link\nsymbolic link\n"))
    #expect(!kinds.output.contains(".new"))
  }
}
