import ArgumentParser
import CLinux
import Glibc

@main
struct Parley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Runs stakeholder-alignment sessions over a goal-oriented roadmap.",
    discussion: example(
      "parley demo", "parley tutor", "parley new q3.yaml", "parley check q3.yaml", "parley run q3.yaml")
      + "\n\n" + HelpTopics.list,
    version: "parley \(version)",
    subcommands: [
      Demo.self, TutorCommand.self, HostProcessCommand.self, CompleteCommand.self, ManualCommand.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Before",
        subcommands: [
          New.self, Check.self, PrereadCommand.self, MapCommand.self, Rehearse.self, DrillCommand.self,
        ]),
      CommandGroup(
        name: "During",
        subcommands: [
          Run.self, Resume.self, Join.self, Invite.self, Seats.self, Host.self, Send.self, Status.self, Sessions.self,
        ]),
      CommandGroup(
        name: "After",
        subcommands: [
          RecordCommand.self, CommentCommand.self, Due.self, OutcomeCommand.self, LogCommand.self, Measure.self,
          FeatureCommand.self, RoadmapCommand.self, ScorecardCommand.self, Update.self, Recall.self, ReplayCommand.self,
        ]),
      CommandGroup(
        name: "Program",
        subcommands: [
          Play.self, JournalCommand.self, Verify.self, ThemesCommand.self, WordingCommand.self, ConfigCommand.self,
          SchemaCommand.self,
          Completions.self, Doctor.self,
        ]),
    ])

  static let version = "0.1.0"
  /// The day of this version, for the manual.
  static let edition = "2026-11-30"

  static func main() {
    let arguments = Array(Swift.CommandLine.arguments.dropFirst())
    FullScreen.leaveCaretaker(arguments)
    parley_ignore_write_signals()
    parley_keep_freed_memory()
    Glibc.exit(Invocation(arguments).run())
  }
}

/// The end of every help text.
func example(_ lines: String...) -> String {
  (["Example:"] + lines.map { "  $ \($0)" }).joined(separator: "\n")
}
