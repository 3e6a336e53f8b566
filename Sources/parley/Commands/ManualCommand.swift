import ArgumentParser

/// Prints a page of the manual as `man` reads it. For packages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints a man page; without a name, the names.", shouldDisplay: false)

  @Argument(help: "The page: parley.1, parley-plan.5 …")
  var page: String?

  func run() throws {
    let pages = try Manual.pages()
    guard let page else { return try Output.write(pages.map { "\($0.fileName)\n" }.joined()) }
    guard let found = pages.first(where: { $0.fileName == page }) else {
      throw Failure.unknown(page, what: "there is no such page", remedy: "parley manual lists them")
    }
    try Output.write(found.roff)
  }
}
