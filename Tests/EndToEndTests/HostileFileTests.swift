import TerminalProbe
import Testing

@Suite("Files that are not what they seem")
struct HostileFileTests {
  @Test("What is read ends a command by a line and its exit code, and in no other way")
  func read() throws {
    let program = try Program()
    _ = try program.playExample()
    program.scratch.write(String(repeating: "{{#goals}}", count: 3000), to: "deep.md")
    #expect(try program.run("record", "q3", "--template", "deep.md").isFault(65))
    program.scratch.write("{{=| |=}}|#a||/a|", to: "narrow.md")
    #expect(try program.run("record", "q3", "--template", "narrow.md").isFault(65))
    _ = try program.shell("mkdir -p config/parley")
    program.scratch.write("t={g=\"\",s=[}", to: "config/parley/config.toml")
    let config = ["XDG_CONFIG_HOME": program.scratch.path("config")]
    #expect(try program.run("replay", "q3", "--cast", "-", environment: config).isFault(78))
    program.scratch.write("t={g=\"\",s=[}", to: "mine.toml")
    #expect(try program.run("themes", "show", "mine.toml").isFault(65))
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
