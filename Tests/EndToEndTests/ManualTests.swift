import Foundation
import TerminalProbe
import Testing

@Suite("Man pages")
struct ManualTests {
  static let pages = ["parley.1", "parley-plan.5", "parley-config.5", "parley-commands.7", "parley-keys.7"]

  static func isThere(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") }

  @Test("are five, and the first has every command with its options")
  func listed() throws {
    let program = try Program()
    #expect(try program.run("manual").output == Self.pages.map { "\($0)\n" }.joined())
    let page = try program.run("manual", "parley.1").output
    for name in try program.run("--help").output.matches(of: /\n  ([a-z]+) +[A-Z]/).map({ String($0.1) }) {
      #expect(page.contains(".SS \"parley \(name)") || name == "help", "\(name)")
    }
    #expect(page.contains("\\fB\\-o, \\-\\-output <file>\\fR") && page.allSatisfy(\.isASCII))
    #expect(try program.run("manual", "nothing").isFault(66))
  }

  @Test("Every command for people stands in the manual, has help of its own, and is completed; none of the others is")
  func everyCommand() throws {
    let program = try Program()
    let dump = try members(try program.run("--experimental-dump-help").output)
    let root = try #require(dump["command"] as? [String: Any])
    let page = try program.run("manual", "parley.1").output
    let completed = try program.shell("$parley complete -- ''").output.split(separator: "\n").map {
      $0.prefix { $0 != "\t" }
    }
    let topics = try program.shell("$parley complete -- help ''").output.split(separator: "\n").map {
      $0.prefix { $0 != "\t" }
    }
    var names: [String] = []
    for command in try list(root, "subcommands") {
      let name = try #require(command["commandName"] as? String)
      let isShown = command["shouldDisplay"] as? Bool == true
      if name == "help" { continue }
      if isShown { names.append(name) }
      #expect(page.contains("\n.SS \"parley \(name.replacing("-", with: "\\-"))") == isShown, "\(name)")
      #expect(completed.contains(name[...]) == isShown && topics.contains(name[...]) == isShown, "\(name)")
      guard isShown else { continue }
      let help = try program.run(name, "--help")
      #expect(help.code == 0 && help.output.contains("Example:"), "\(name)")
    }
    #expect(Set(["tutor", "drill", "roadmap", "wording", "map", "config"]).isSubset(of: names) && names.count > 35)
  }

  @Test("say nothing that mandoc finds fault with", .enabled(if: isThere("mandoc")), arguments: pages)
  func lint(page: String) throws {
    let program = try Program()
    let run = try program.shell("$parley manual \(page) > \(page) && mandoc -Tlint -Wwarning \(page)")
    #expect(run.code == 0 && run.output.isEmpty, "\(run.output)")
  }

  @Test("are formatted by man without a warning", .enabled(if: isThere("man") && isThere("groff")), arguments: pages)
  func formatted(page: String) throws {
    let program = try Program()
    let run = try program.shell("$parley manual \(page) > \(page) && MANWIDTH=80 man --warnings -l ./\(page) | col -b")
    #expect(run.code == 0 && run.errors.isEmpty && run.output.count > 2000, "\(run.errors)")
    #expect(!run.output.contains("\\["))
  }
}
