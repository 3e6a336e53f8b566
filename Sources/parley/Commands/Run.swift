import ArgumentParser
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Starts a session from a plan, full screen.",
    discussion: example("parley run q3.yaml", "parley run q3.yaml --share product", "parley run q3.yaml --new"))

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var file: String

  @OptionGroup var display: DisplayOptions

  @OptionGroup var already: LiveAlready

  @OptionGroup var sharing: ShareOption

  @OptionGroup var place: StoreOption

  func run() throws {
    let settings = try UserSettings.read()
    let host =
      display.isPossible(settings) ? try Failure.host { () throws(HostFault) in try WaitingHost() } : nil
    var (plan, map) = try requirePlan(file, shared: sharing.share != nil)
    let sockets = try sharing.place()
    let store = try place.store()
    try display.requirePossible(settings)
    guard let host else { throw Failure.terminal(.notATerminal) }
    plan.phrases.merge(settings.phrases) { own, _ in own }
    if let (live, answer) = try already.choice(for: plan, at: self.file, in: store, of: [.goOn, .another, .leave]),
      answer != .another
    {
      host.dismiss()
      if answer == .leave { return }
      try sharing.check(live, sockets)
      let connector = HostConnector(live, place: sockets)
      return try display.display(settings).run(connector).end(connector)
    }
    let terminal = try display.display(settings)
    let new = NewSession(now: try plan.goingOn(from: store), map)
    EndingSignals.hold()
    let file = try new.reserve(in: store)
    do throws(Failure) {
      let listening = sockets ?? .current
      let request = SpawnRequest(order: HostOrder(file: file, place: listening), opening: try new.opening(file.id))
      try Failure.host { () throws(HostFault) in try host.send(request) }
      EndingSignals.letThrough()
      let connector = HostConnector(file, place: listening, launched: host.launcher)
      try terminal.run(connector).end(connector)
    } catch {
      NewSession.giveUp(file)
      throw error
    }
  }
}
