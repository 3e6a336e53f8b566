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
    let settings = try UserSettings.read()
    guard display.isPossible(settings) else { throw Failure.terminal(.notATerminal) }
    let store = try place.store()
    let file = try Failure.journal { () throws(JournalFault) in
      if let session { try store.find(session) } else { try store.lastOpen() }
    }
    try display.display(settings).run(HostReach(file)).end(file)
  }
}
