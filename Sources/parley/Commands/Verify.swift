import ArgumentParser
import ParleyCore
import ParleyJournal

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that a session is as it was written; without one, all of the store.",
    discussion: example("parley verify", "parley verify q3-alignment"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String?

  @OptionGroup var place: StoreOption

  func run() throws {
    let files = if let session { [try place.find(session)] } else { try place.store().files() }
    if files.isEmpty { place.tellEmpty("no session is here", "there is nothing to check") }
    var worst: JournalFault?
    for report in files.map(VerifyReport.init) {
      if let fault = report.fault {
        worst = worst ?? fault
        Output.complain("parley: \(oneLine(fault.description))")
      } else {
        try Output.write(
          "\(oneLine(report.file.id)): \(counted(report.entries, "entry, as it was written", "entries, as they were written"))\n"
        )
      }
    }
    if let worst { throw Failure.ended(Failure.journal(worst).code) }
  }
}
