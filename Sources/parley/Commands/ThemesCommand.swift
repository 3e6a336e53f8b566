import ArgumentParser
import Glibc
import ParleyScreens
import ParleyTerminal
import ParleyUI

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists themes, shows one, checks a file.",
    discussion: example("parley themes", "parley themes show light", "parley themes check mine.toml"),
    subcommands: [List.self, Show.self, CheckTheme.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the themes; on standard error, what is wrong with each.",
      discussion: example("parley themes list"))

    func run() throws {
      try Output.write(Themes.catalogue.names.map { oneLine($0) + "\n" }.joined())
      for name in Themes.catalogue.names {
        for fault in Themes.faults(of: name) {
          Output.complain("\(fault.isWarning ? "advice" : "parley"): \(oneLine(fault.description))")
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows how everything looks in a theme; into a file, its text to change.",
      discussion: example("parley themes show light", "parley themes show light > mine.toml"))

    @Argument(help: ArgumentHelp("The theme: its name or its file.", valueName: "theme"))
    var name: String

    func run() throws {
      let theme = try Themes.load(name).theme
      guard Output.isTerminal, let depth = try? TerminalProspect().colorDepth else {
        return try Output.write(try Failure.theme { () throws(ThemeFaults) in try Themes.catalogue.text(of: name) })
      }
      let mapped = theme.mapped(to: depth)
      try Output.write(Role.allCases.map { mapped[$0].applied(to: $0.rawValue) + "\n" }.joined())
    }
  }

  struct CheckTheme: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Tells the errors of a theme with line and column.",
      discussion: example("parley themes check mine.toml", "parley themes check mine"))

    @Argument(help: ArgumentHelp("The theme: its name or its file.", valueName: "theme"))
    var theme: String

    func run() throws {
      let isFile = theme.contains("/") || access(theme, F_OK) == 0
      let name = theme == "-" ? "/dev/stdin" : isFile && !theme.contains("/") ? "./\(theme)" : theme
      for warning in try Themes.load(name).warnings { Output.complain("advice: \(oneLine(warning.description))") }
    }
  }
}
