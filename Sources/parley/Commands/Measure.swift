import ArgumentParser
import ParleyCore
import ParleyJournal

struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Adds a reading of a goal's main metric to the scorecard.",
    discussion: example(
      "parley measure churn 6.5", "parley measure churn 6.5 --note 'After the win-back mails'",
      "parley measure churn 6.5 --session q3-alignment"))

  @Argument(help: "The goal's id.")
  var goal: String

  // Taken as typed, since a number below zero looks like an option.
  @Argument(parsing: .allUnrecognized, help: "The value, in the metric's unit; it may be below zero.")
  var value: [String]

  @Option(help: "What to know about it.")
  var note: String?

  @Option(help: "The session that has the goal, where several have one of this id.")
  var session: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if number == nil { throw ValidationError("a value is one finite number, such as 6.5 or -3") }
  }

  private var number: Double? { value.count == 1 ? Double(decimal: value[0]) : nil }

  func run() throws {
    guard let value = number else { return }
    let (records, _, store) = try place.everything()
    let goal = GoalID(goal)
    let kept = try session.map { try chosen($0, goal, in: records) } ?? only(goal, in: records)
    let entry = LedgerEntry(
      at: ClockReading.now().localTime, what: .measured(goal, value, note: note?.cleaned, session: kept.record.id))
    try Failure.journal { () throws(JournalFault) in try Ledger(store).append(entry) }
  }

  private func chosen(
    _ name: String, _ goal: GoalID, in records: StoreRecords
  ) throws(Failure) -> StoreRecords.SessionRecord {
    let file = try place.find(name)
    guard let kept = records.sessions.first(where: { $0.file == file }), kept.record.ended != nil, kept.has(goal) else {
      throw Failure.unknown(
        goal.text, what: "\(file.id) is no closed session with a goal of this id",
        remedy: "`parley scorecard \(file.id) --format json` lists them")
    }
    return kept
  }

  /// The one session that the id can mean. Of those that carry the goal forward it is the last.
  private func only(_ goal: GoalID, in records: StoreRecords) throws(Failure) -> StoreRecords.SessionRecord {
    let meant = records.meant(by: goal)
    if meant.count > 1 { throw .severalMeant(goal.text, sessions: meant.map(\.file.id)) }
    if let one = meant.first { return one }
    let known = records.sessions.filter { $0.record.ended != nil }.flatMap { $0.record.goals.map(\.goal.id.text) }
    let near = nearName(to: goal.text, among: Set(known).sorted())
    throw Failure.unknown(
      goal.text, what: "no closed session has a goal of this id",
      remedy: near.map { "did you mean \($0)?" } ?? "`parley scorecard --format json` lists them")
  }
}
