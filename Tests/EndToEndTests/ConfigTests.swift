import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("Settings put down, and told")
struct ConfigTests {
  private func config(_ program: Program) -> [String: String] { ["XDG_CONFIG_HOME": program.scratch.path("config")] }

  @Test("config --write puts the commented file down once, and nothing holds that it says in comments")
  func write() throws {
    let program = try Program()
    let path = program.scratch.path("config/parley/config.toml")
    let run = try program.run("config", "--write", environment: config(program))
    #expect(run.code == 0 && run.output == "\(path)\n", "\(run.errors)")
    #expect(program.scratch.read("config/parley/config.toml") == (try program.run("config").output))
    #expect(try program.run("doctor", environment: config(program)).output.contains("config.toml sets nothing\n"))
    program.scratch.write("theme = \"light\"\n", to: "config/parley/config.toml")
    #expect(try program.run("config", "--write", environment: config(program)).isFault(73))
    #expect(program.scratch.read("config/parley/config.toml") == "theme = \"light\"\n")
    #expect(try program.run("config", "--write", "--force", environment: config(program)).code == 0)
    #expect(program.scratch.read("config/parley/config.toml")?.contains("# theme = \"light\"\n") == true)
  }

  @Test("Every line of the commented file holds once its # is gone")
  func uncommented() throws {
    let program = try Program()
    let script = """
      mkdir -p config/parley
      $parley config | sed -n 's/^# \\([a-z[][^ ]* = .*\\|\\[.*\\]\\)$/\\1/p' > config/parley/config.toml
      """
    #expect(try program.shell(script).code == 0)
    let doctor = try program.run("doctor", environment: config(program))
    let line = try #require(doctor.output.split(separator: "\n").first { $0.contains(" settings: ") })
    #expect(line.hasPrefix("ok "), "\(line)")
    for key in ["theme", "mouse", "defaults.store", "keys.confirm", "phrases.redirect"] {
      #expect(line.contains(key), "\(key)")
    }
  }

  @Test("doctor tells what is set by which file and variable, and which theme has faults; as JSON too")
  func doctor() throws {
    let program = try Program()
    _ = try program.shell("mkdir -p config/parley/themes")
    program.scratch.write("theme = \"light\"\n[keys]\nnext = \"f5\"\n", to: "config/parley/config.toml")
    program.scratch.write("[styles]\nbanana = {fg = \"red\"}\n", to: "config/parley/themes/mine.toml")
    let run = try program.run("doctor", environment: config(program))
    #expect(run.output.contains("config.toml sets keys.next, theme"), "\(run.output)")
    #expect(run.output.contains("store: \(program.store), made with the first session; as PARLEY_STORE says"))
    #expect(run.output.contains("environment: PARLEY_STORE=\(program.store)"))
    #expect(run.output.contains("warn  theme: mine: ") && run.output.contains("unknown role `banana`"))
    let json = try program.run("doctor", "--json", environment: config(program))
    let findings = try list(try members(json.output), "findings")
    #expect(findings.count == run.output.split(separator: "\n").count)
    #expect(findings.contains { $0["about"] as? String == "theme" && $0["state"] as? String == "warn" })
    #expect(findings.allSatisfy { ($0["remedy"] is String) == ($0["state"] as? String != "ok") })
    let themes = try program.run("themes", environment: config(program))
    #expect(themes.code == 0 && themes.output.hasSuffix("mine\n") && themes.errors.contains("mine.toml:2:1: "))
    #expect(try program.run("themes", "check", "mine", environment: config(program)).code == 65)
  }

  @Test("A new plan begins with where an editor finds its schema, which is there and is of today")
  func modeline() throws {
    let program = try Program()
    #expect(try program.run("new", "plan.yaml").code == 0)
    let line = try #require(program.scratch.read("plan.yaml")?.split(separator: "\n").first)
    let path = try #require(line.wholeMatch(of: /# yaml-language-server: \$schema=(\/\S+)/)?.1)
    let schema = try program.run("schema", "plan").output
    #expect(try String(contentsOfFile: String(path), encoding: .utf8) == schema)
    _ = try program.shell("echo '{}' > '\(path)'")
    #expect(try program.run("new", "-", "--dry-run").output.hasPrefix("# A plan"))
    #expect(try program.run("new", "again.yaml").code == 0)
    #expect(try String(contentsOfFile: String(path), encoding: .utf8) == schema)
    #expect(try program.run("check", "again.yaml").code == 0)
  }

  @Test("An installed program points to the schema beside it, and writes none")
  func installed() throws {
    let program = try Program()
    let script = """
      mkdir -p usr/bin usr/share/parley/schemas && cp "$parley" usr/bin/parley
      ./usr/bin/parley schema plan > usr/share/parley/schemas/plan.schema.json
      ./usr/bin/parley new - | head -n 1; ls -a "$HOME/.local" 2>/dev/null; true
      """
    let run = try program.shell(script)
    let path = try #require(realpath(program.scratch.path("usr"), nil))
    defer { free(path) }
    #expect(
      run.output == "# yaml-language-server: $schema=\(String(cString: path))/share/parley/schemas/plan.schema.json\n")
  }
}
