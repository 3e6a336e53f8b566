import ArgumentParser
import CLinux
import Glibc

@main
struct Parley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Runs stakeholder-alignment sessions over a goal-oriented roadmap.",
    discussion: example("parley demo", "parley new q3.yaml", "parley check q3.yaml", "parley run q3.yaml"),
    version: "parley \(version)",
    subcommands: [
      Demo.self, New.self, Check.self, PrereadCommand.self, MapCommand.self, Run.self, Resume.self, Sessions.self,
      Join.self, Invite.self, Host.self, Send.self, Status.self, Rehearse.self, Play.self, ReplayCommand.self,
      RecordCommand.self, LogCommand.self, Due.self,
      ScorecardCommand.self, Measure.self, CommentCommand.self, Update.self, Recall.self, JournalCommand.self,
      Verify.self,
      ThemesCommand.self, Doctor.self, HostProcessCommand.self,
    ])

  static let version = "0.1.0"

  static func main() {
    parley_ignore_write_signals()
    parley_keep_freed_memory()
    Glibc.exit(Invocation(Array(Swift.CommandLine.arguments.dropFirst())).run())
  }
}

/// How every help ends.
func example(_ lines: String...) -> String {
  (["Example:"] + lines.map { "  $ \($0)" }).joined(separator: "\n")
}
