import ArgumentParser
import ParleyCore

struct WordingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wording",
    abstract: "Lists the languages of documents, prints the words of one, checks a file.",
    discussion: example(
      "parley wording", "parley wording show en > ~/.config/parley/wording/nl.toml", "parley wording check nl"),
    subcommands: [List.self, Show.self, CheckWording.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the languages.", discussion: example("parley wording list"))

    func run() throws {
      let own = Wordings.names
      try Output.write((DocumentWording.shipped.filter { !own.contains($0) } + own).map { oneLine($0) + "\n" }.joined())
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Prints the words of a language, to begin a file of your own.",
      discussion: example("parley wording show de"))

    @Argument(help: "The language: en, de or fr.")
    var name: String

    func run() throws {
      guard let text = DocumentWording.file(name) else {
        throw Failure.unknown(
          name, what: "this language does not come with Parley",
          remedy: "take one of \(DocumentWording.shipped.joined(separator: ", "))")
      }
      try Output.write(text)
    }
  }

  struct CheckWording: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Tells the errors of a wording with line and column, and what it leaves out.",
      discussion: example("parley wording check nl", "parley wording check nl.toml"))

    @Argument(help: "The language, or its file.")
    var name: String

    func run() throws {
      for key in try Wordings.find(name).missing {
        Output.complain("advice: \(oneLine("\(name): \(key) is left out, and has English words"))")
      }
    }
  }
}
