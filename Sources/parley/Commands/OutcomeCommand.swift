import ArgumentParser
import ParleyCore
import ParleyJournal

struct OutcomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: "Keeps what came of a decision, a disagreement, a condition or a follow-up; the record stays as it is.",
    discussion: example(
      "parley outcome q3-alignment/F1 'The sync is designed' --result met",
      "parley outcome q3-alignment/D1 'Two deals were lost over it' --result partly-met",
      "parley outcome q3-alignment/X1 'The pilot has begun'"))

  @Argument(
    help: ArgumentHelp(
      "What it is about: a name from the second column of `parley due`, or a decision's.", valueName: "session/ref"))
  var name: String

  @Argument(help: "What came of it.")
  var text: String

  @Option(help: "How it ended: met, partly-met, missed or stopped. Without it, it is not over.")
  var result: LaterOutcome.Result?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if text.cleaned.isEmpty { throw ValidationError("say in a few words what came of it") }
  }

  func run() throws {
    let (records, _, store) = try place.everything()
    let named = try NamedPart(name, of: "REF", command: "outcome", place: place, in: records)
    let record = named.session.record
    let ref = try named.meant(among: record.leftBehind.map(\.ref), what: "decision, disagreement or task")
    let at = ClockReading.now().localTime
    let outcome = LaterOutcome(ref: ref, text: text.cleaned, result: result, at: at)
    let entry = LedgerEntry(at: at, what: .outcome(session: record.id, outcome))
    try Failure.journal { () throws(JournalFault) in try Ledger(store).append(entry) }
  }
}

extension LaterOutcome.Result: ExpressibleByArgument {}
