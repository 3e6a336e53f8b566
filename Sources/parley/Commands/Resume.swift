import ArgumentParser
import ParleyJournal

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Goes on with a session; without one, with the last that is still open.",
    discussion: example("parley resume", "parley resume q3-alignment"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String?

  @Option(help: "The theme: its name or its file.")
  var theme: String?

  @OptionGroup var place: StoreOption

  func run() throws {
    let file = try Failure.journal { () throws(JournalFault) in
      if let session { try place.store.find(session) } else { try place.store.lastOpen() }
    }
    try FacilitatorTerminal(theme: theme).run(HostReach(file)).end(file)
  }
}
