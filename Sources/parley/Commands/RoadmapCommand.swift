import ArgumentParser
import Glibc
import ParleyCore
import ParleyDocuments
import ParleyJournal

struct RoadmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadmap",
    abstract: "Prints the roadmap on one page, to hang up: goals by timeframe, metrics, owners, dots.",
    discussion: example("parley roadmap q3-alignment -o roadmap.html", "parley roadmap q3.yaml --format md"))

  @Argument(
    help: ArgumentHelp(
      "The plan, or a session: its id or title, the beginning of one, or its file.", valueName: "plan|session"))
  var file: String

  @Option(help: "How to write it: html, which prints on a page of A4, or md.")
  var format: Format = .html

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case html, md }

  func run() throws {
    let (record, isWhole) = try record()
    let words = try language.words(record.language)
    let text =
      switch format {
      case .html: try RoadmapDocument.html(record, in: words)
      case .md: try RoadmapDocument.markdown(record, in: words)
      }
    try target.write(text)
    // What a damaged file still holds has been printed; a script must not take it for all there was.
    if !isWhole { throw Failure.ended(Sysexit.input.rawValue) }
  }

  /// A file is a plan. Anything else is a session.
  private func record() throws(Failure) -> (Record, isWhole: Bool) {
    var found = stat()
    guard file.hasSuffix(SessionFile.ending) || stat(file, &found) != 0 else {
      let plan = try requirePlan(file).plan.settingApartWhatEnded
      let opened = plan.starts ?? Instant(CalendarDate(daysSince1970: 0))
      return (Record(of: Session(opening: plan, id: "plan", at: opened)), true)
    }
    let (session, isWhole) = try StoreOption.read(try place.find(file)) { journal throws(JournalFault) in
      try journal.session()
    }
    return (Record(of: session), isWhole)
  }
}
