import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("Completion")
struct CompletionTests {
  /// What is typed before Tab, and the line after it.
  static let lines = [
    ("parley che", "parley check"),
    ("parley run q", "parley run q3.yaml"),
    ("parley play q3.yaml q", "parley play q3.yaml q3.script"),
    ("parley record q3-a", "parley record q3-alignment-2027-06-28"),
    ("parley new x.yaml --kind pre", "parley new x.yaml --kind pre-mortem"),
    ("parley run q3.yaml --theme hi", "parley run q3.yaml --theme high-contrast"),
    ("parley join --as vp-s", "parley join --as vp-sales"),
    ("parley measure acti", "parley measure activation"),
    ("parley due --done q3-alignment-2027-06-28/F", "parley due --done q3-alignment-2027-06-28/F1"),
    ("parley record q3 --form", "parley record q3 --format"),
    ("parley record q3 --format=js", "parley record q3 --format=json"),
    ("parley help exit", "parley help exit-codes"),
    ("parley sessions --store sto", "parley sessions --store store/"),
  ]

  /// Every command, from the fewest letters that mean no other.
  private func commands(_ program: Program) throws -> [(String, String)] {
    let all = try program.shell("$parley complete -- ''").output.split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "\t" }) }
    return all.compactMap { name in
      let beginnings = (1..<name.count).map { name.prefix($0) }
      let only = beginnings.first { beginning in all.count { $0.hasPrefix(beginning) } == 1 }
      return only.map { ("parley \($0)", "parley \(name)") }
    }
  }

  private func program() throws -> Program {
    let program = try Program()
    #expect(try program.playExample().code == 0)
    #expect(
      try program.shell("mkdir bin && ln -s \"$parley\" bin/parley && touch q3.yaml q3.script notes.txt").code == 0)
    return program
  }

  /// Types each line in a shell, as it comes, and looks at what Tab makes of it.
  private func type(in shell: [String], _ setUp: String) throws {
    let program = try program()
    let path = "\(program.scratch.path("bin")):/usr/local/bin:/usr/bin:/bin"
    let probe = try Probe(
      command: shell, environment: program.environment.merging(["PATH": path]) { $1 }, size: (120, 30),
      directory: program.scratch.path)
    try probe.send("\(setUp)\n")
    try probe.wait(until: "the prompt") { $0.rows.contains { $0.hasPrefix("ready>") } }
    try probe.send("clear\n")
    try probe.wait(until: "an empty screen") { $0.rows[0] == "ready>" && !$0.text.contains("completions") }
    let commands = try commands(program)
    #expect(commands.count > 30)
    for (typed, completed) in Self.lines + commands {
      try probe.send(typed)
      try probe.wait(until: "what was typed") { $0.rows[0] == "ready> \(typed)" }
      try probe.key(.tab)
      try probe.wait(for: "ready> \(completed)")
      try probe.key(.control("u"))
      try probe.wait(until: "an empty line") { $0.rows[0] == "ready>" }
    }
    try probe.send("exit\n")
    _ = try probe.waitForExit()
  }

  static func isThere(_ shell: String) -> Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") }

  @Test("in bash: files where files are due, and what the store has", .enabled(if: isThere("bash")))
  func bash() throws {
    try type(in: ["bash", "--norc", "--noprofile", "-i"], "PS1='ready'; PS1+='> '; source <(parley completions bash)")
  }

  @Test("in zsh: the same", .enabled(if: isThere("zsh")))
  func zsh() throws {
    try type(
      in: ["zsh", "-f", "-i"],
      "PS1='ready'; PS1+='> '; autoload -U compinit; compinit -u -D; source <(parley completions zsh)")
  }

  @Test("in fish: the same", .enabled(if: isThere("fish")))
  func fish() throws {
    try type(
      in: ["fish", "--no-config", "-i"],
      "function fish_prompt; printf 'rea'; printf 'dy> '; end; set -g fish_autosuggestion_enabled 0; "
        + "parley completions fish | source")
  }

  @Test("knows what each argument of each command may be, or says that it is free words")
  func everyArgument() throws {
    let program = try program()
    let dump = try members(try program.run("--experimental-dump-help").output)
    let free: Set = [
      "account", "group", "id", "line", "minutes", "n", "name", "note", "step", "text", "token", "value", "who=yyn",
      "words", "page", "order",
    ]
    var unknown: [String] = []
    func walk(_ command: [String: Any], _ path: [String]) throws {
      for argument in command["arguments"] as? [[String: Any]] ?? [] where argument["kind"] as? String != "flag" {
        let name = argument["valueName"] as? String ?? ""
        if argument["allValues"] != nil || free.contains(name) { continue }
        let names = argument["names"] as? [[String: Any]]
        let option = names?.first { $0["kind"] as? String == "long" }?["name"] as? String
        let places = (command["arguments"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "positional" }
        let index = places.firstIndex { $0["valueName"] as? String == name } ?? 0
        let before = option.map { ["--\($0)"] } ?? Array(repeating: "q3", count: index)
        let words = (path + before + [""]).map { "'\($0)'" }.joined(separator: " ")
        let answer = try program.shell("\"$parley\" complete -- \(words)").output
        if answer == ":words\n" || answer.isEmpty {
          unknown.append("\(path.joined(separator: " ")) <\(name)>: \(answer)")
        }
      }
      for inner in command["subcommands"] as? [[String: Any]] ?? [] where inner["shouldDisplay"] as? Bool == true {
        try walk(inner, path + [inner["commandName"] as? String ?? ""])
      }
    }
    let root = try #require(dump["command"] as? [String: Any])
    for inner in root["subcommands"] as? [[String: Any]] ?? [] {
      let name = inner["commandName"] as? String ?? ""
      if inner["shouldDisplay"] as? Bool == true, name != "help" { try walk(inner, [name]) }
    }
    #expect(unknown.isEmpty, "\(unknown)")
  }

  @Test("offers no option twice, and none after --")
  func options() throws {
    let program = try program()
    let first = try program.shell("$parley complete -- record q3 --format md --").output
    #expect(first.contains("--output\t") && !first.contains("--format\t"))
    #expect(try program.shell("$parley complete -- record -- --").output == ":words\n")
    #expect(try program.shell("$parley complete -- nonsense ''").output == ":words\n")
  }
}
