import ArgumentParser
import ParleyJournal

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Starts a session from a plan, full screen.",
    discussion: example("parley run q3.yaml"))

  @Argument(help: "The plan.")
  var file: String

  @Option(help: "The theme: its name or its file.")
  var theme: String?

  @OptionGroup var place: StoreOption

  func run() throws {
    let (plan, map) = try requirePlan(file)
    let terminal = try FacilitatorTerminal(theme: theme)
    let journal = try NewSession(now: plan, map).create(in: place.store)
    let session = journal.file
    journal.close()
    try terminal.run(HostReach(session)).end(session)
  }
}
