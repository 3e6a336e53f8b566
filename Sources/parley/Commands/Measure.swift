import ArgumentParser
import ParleyCore
import ParleyJournal

struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds a reading of a goal's main metric to the scorecard.",
    discussion: example("parley measure churn 6.5", "parley measure churn 6.5 --note 'After the win-back mails'"))

  @Argument(help: "The goal's id.")
  var goal: String

  @Argument(help: "The value, in the metric's unit.")
  var value: Double

  @Option(help: "What to know about it.")
  var note: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    guard value.isFinite else { throw ValidationError("a value is a finite number") }
  }

  func run() throws {
    let (records, _, store) = try place.everything()
    let kept = records.sessions.filter { $0.record.ended != nil }
    let goals = kept.flatMap { $0.record.goals.map(\.goal) }
    guard goals.contains(where: { $0.id.text == goal }) else {
      let near = nearName(to: goal, among: Set(goals.map(\.id.text)).sorted())
      throw Failure.unknown(
        goal, what: "no closed session has a goal of this id",
        remedy: near.map { "did you mean \($0)?" } ?? "`parley scorecard --format json` lists them")
    }
    let entry = LedgerEntry(
      at: ClockReading.now().localTime, what: .measured(GoalID(goal), value, note: note?.cleaned))
    try Failure.journal { () throws(JournalFault) in try Ledger(store).append(entry) }
  }
}
