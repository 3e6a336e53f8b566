import ArgumentParser
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyUI

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows a session half way, to try everything at once; nothing of it is kept.",
    discussion: example("parley demo"))

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let settings = try UserSettings.read()
    try display.requirePossible(settings)
    let terminal = try display.display(
      settings, isDemonstration: true, afterwards: "nothing of the demonstration is kept")
    let folder = try PrivateFolder()
    defer { folder.remove() }
    let file = try Demo.prepare(in: Store(directory: folder.path), settings)
    // Nobody comes back to this session if this terminal vanishes.
    let connector = HostConnector(file, patience: SessionHost.Patience(whileOpen: 60_000))
    connector.runsHooks = false
    let exitReason = try terminal.run(connector)
    HostConnector.stopHost(of: file)
    if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
  }

  /// Plays the first half of the demonstration.
  private static func prepare(in store: Store, _ settings: Settings) throws(Failure) -> SessionFile {
    let reading = PlanReading(text: DemoPlan.text, name: "demo", privateText: DemoPlan.privateText)
    guard var plan = reading.plan, let map = reading.map else { throw .unexpected("the demonstration's plan is wrong") }
    plan.phrases.merge(settings.phrases) { own, _ in own }
    let player = try Player(plan, map, in: store)
    defer { player.close() }
    for line in DemoScript.text.split(separator: "\n") {
      if let refusal = try player.play(String(line)) { throw .unexpected("\(line): \(refusal)") }
    }
    return store.file(player.session.state.id)
  }
}
