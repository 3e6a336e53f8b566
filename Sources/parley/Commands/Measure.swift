import ArgumentParser
import ParleyCore
import ParleyJournal

struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds a reading of a goal's main metric to the scorecard.",
    discussion: example("parley measure churn 6.5", "parley measure churn 6.5 --note 'After the win-back mails'"))

  @Argument(help: "The goal's id.")
  var goal: String

  // Taken as typed, since a number below zero looks like an option.
  @Argument(parsing: .allUnrecognized, help: "The value, in the metric's unit; it may be below zero.")
  var value: [String]

  @Option(help: "What to know about it.")
  var note: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if number == nil { throw ValidationError("a value is one finite number, such as 6.5 or -3") }
  }

  private var number: Double? { value.count == 1 ? Double(decimal: value[0]) : nil }

  func run() throws {
    guard let value = number else { return }
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
