import ArgumentParser
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
      commandName: "list", abstract: "Lists the themes.", discussion: example("parley themes list"))

    func run() throws {
      try Output.write(Themes.catalogue.names.map { oneLine($0) + "\n" }.joined())
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows how everything looks in a theme; into a file, its text to change.",
      discussion: example("parley themes show light", "parley themes show light > mine.toml"))

    @Argument(help: "The theme: its name or its file.")
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
      commandName: "check", abstract: "Tells the errors of a theme's file with line and column.",
      discussion: example("parley themes check mine.toml"))

    @Argument(help: "The theme's file.")
    var file: String

    func run() throws {
      let path = file.contains("/") ? file : "./\(file)"
      for warning in try Themes.load(path).warnings { Output.complain("advice: \(oneLine(warning.description))") }
    }
  }
}
