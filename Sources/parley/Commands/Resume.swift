import ArgumentParser
import ParleyJournal

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Goes on with a session; without one, with the last that is still open.",
    discussion: example("parley resume", "parley resume q3-alignment"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String?

  @OptionGroup var loss: LossOption

  @OptionGroup var display: DisplayOptions

  @OptionGroup var sharing: ShareOption

  @OptionGroup var place: StoreOption

  func run() throws {
    let settings = try UserSettings.read()
    let sockets = try sharing.place()
    let connector =
      if let session {
        HostConnector(try place.find(session), place: sockets)
      } else {
        try HostConnector(lastOf: try place.store().openSessions, place: sockets)
      }
    try refuseRehearsal(connector.file)
    try sharing.check(connector.file, sockets)
    try display.requirePossible(settings)
    guard let acceptsLoss = try loss.choice(for: connector.file) else { return }
    connector.acceptsLoss = acceptsLoss
    try display.display(settings).run(connector).end(connector)
  }

  /// A rehearsal has a clock of its own, and people whom its own terminal plays.
  private func refuseRehearsal(_ file: SessionFile) throws(Failure) {
    guard (try? Journal.plan(of: file))?.rehearsal != nil else { return }
    throw .usage(
      command: "resume", problem: "\(file.id) is a rehearsal; parley rehearse begins one, parley replay shows it")
  }
}
