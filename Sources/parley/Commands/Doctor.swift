import ArgumentParser

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what this terminal, locale, store and host can do.",
    discussion: example("parley doctor"))

  @OptionGroup var place: StoreOption

  func run() throws {
    let findings =
      Finding.terminal() + Finding.store(place.known) + Finding.maps(place.known)
      + [Finding.hosts(), Finding.settings()]
    try Output.write(findings.map { oneLine($0.line) + "\n" }.joined())
    if let code = findings.compactMap(\.code).first { throw Failure.ended(code.rawValue) }
  }
}
