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
