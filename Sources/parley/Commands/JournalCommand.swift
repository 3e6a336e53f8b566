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
    let lines = try Failure.journal { () throws(JournalFault) in
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      return try journal.lines()
    }
    try Output.write(json: lines.map { $0 + "\n" }.joined())
  }
}
