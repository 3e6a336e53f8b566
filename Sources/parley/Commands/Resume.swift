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
    let reach =
      if let session {
        HostReach(try place.find(session))
      } else {
        try HostReach(lastOf: try place.store().openSessions)
      }
    try display.display(settings).run(reach).end(reach.file)
  }
}
