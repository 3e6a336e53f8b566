import ArgumentParser
import ParleyCore

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what this terminal, locale, store and host can do, what is set where, and what is missing.",
    discussion: example("parley doctor", "parley doctor --json"))

  @Flag(help: "Say it as JSON.")
  var json = false

  @OptionGroup var place: StoreOption

  func run() throws {
    let findings =
      Finding.terminal() + Finding.store(place.known, said: place.source) + Finding.maps(place.known)
      + [Finding.hosts(), Finding.settings()] + Finding.hooks() + Finding.environment() + Finding.themes()
      + Finding.libraries()
    if json {
      try Output.write(json: JSON.object([.init("findings", .array(findings.map(\.json)))]).pretty + "\n")
    } else {
      try Output.write(findings.map { oneLine($0.line) + "\n" }.joined())
    }
    if let code = findings.compactMap(\.code).first { throw Failure.ended(code.rawValue) }
  }
}
