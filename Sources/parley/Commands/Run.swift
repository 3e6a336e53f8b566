import ArgumentParser
import ParleyCore
import ParleyHost
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
    let host = FacilitatorTerminal.isPossible ? try WaitingHost() : nil
    let (plan, map) = try requirePlan(file)
    let terminal = try FacilitatorTerminal(theme: theme)
    guard let host else { throw Failure.terminal(.notATerminal) }
    let new = NewSession(now: plan, map)
    let file = try new.reserve(in: place.store)
    try host.send(HostErrand(order: HostOrder(file: file), opening: try new.opening(file.id)))
    try terminal.run(HostReach(file, launched: host.launcher)).end(file)
  }
}
