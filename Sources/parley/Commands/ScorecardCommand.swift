import ArgumentParser
import ParleyCore
import ParleyDocuments

struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Prints the goals that count now: baseline, target, current value, trend.",
    discussion: example("parley scorecard", "parley scorecard q3 --format html -o scorecard.html"))

  @Argument(help: "The session that set the goals; else the last one that is closed and set some.")
  var session: String?

  @Option(help: "How to write it: md, html or json.")
  var format: Format = .md

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, json }

  func run() throws {
    let (records, ledger, _) = try place.everything()
    let record = try place.goalSetting(session, in: records).record
    let card = Scorecard(record, readings: records.readings(of: record, ledger))
    let words = try language.words(record.language)
    let text =
      switch format {
      case .md: try ScorecardDocument.markdown(card, in: words)
      case .html: try ScorecardDocument.html(card, in: words)
      case .json: ScorecardDocument.json(card).escapingTreachery
      }
    try target.write(text)
  }
}
