import ArgumentParser
import ParleyJournal

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Goes on with a session; without one, with the last that is still open.",
    discussion: example("parley resume", "parley resume q3-alignment"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String?

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func run() throws {
    guard display.isPossible else { throw Failure.terminal(.notATerminal) }
    let file = try Failure.journal { () throws(JournalFault) in
      if let session { try place.store.find(session) } else { try place.store.lastOpen() }
    }
    try display.display(try UserSettings.read()).run(HostReach(file)).end(file)
  }
}
