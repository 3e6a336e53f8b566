import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints the completion for a shell: commands, files, sessions, people, goals, themes.",
    discussion: example(
      "source <(parley completions bash)", "parley completions zsh > ~/.zfunc/_parley",
      "parley completions fish > ~/.config/fish/completions/parley.fish"))

  @Argument(help: "The shell.")
  var shell: CompletionScript

  func run() throws {
    try Output.write(shell.text)
  }
}

/// Tells a shell what may stand in place of the word that is being typed. Not for people.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Answers a shell's completion.", shouldDisplay: false)

  @Argument(parsing: .postTerminator, help: "The words after the program's name; the last is being typed.")
  var words: [String] = []

  func run() throws {
    let request = CompletionRequest(words, in: try CommandTree.whole())
    try Output.write(request.lines.map { $0 + "\n" }.joined())
  }
}
