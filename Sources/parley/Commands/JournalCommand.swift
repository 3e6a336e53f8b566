import ArgumentParser
import ParleyJournal

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Prints the events of a session as JSON lines.",
    discussion: example("parley journal q3-alignment"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @OptionGroup var place: StoreOption

  func run() throws {
    let file = try place.find(session)
    let (lines, _) = try StoreOption.read(file) { journal throws(JournalFault) in try journal.lines() }
    try Output.write(json: lines.map { $0 + "\n" }.joined())
  }
}
