import ArgumentParser
import ParleyCore
import ParleyJournal

struct FeatureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feature",
    abstract: "Says where a feature stands: shipped, blocked or next. The weekly update reports it.",
    discussion: example(
      "parley feature q3-alignment/health shipped",
      "parley feature q3-alignment/crm blocked --owner vp-sales --note 'Waits for the contract'"))

  @Argument(help: ArgumentHelp("The session and the feature's id.", valueName: "session/feature"))
  var name: String

  @Argument(help: "Where it stands: shipped, blocked or next.")
  var state: FeatureProgress.Standing

  @Option(help: ArgumentHelp("Who has it in hand, by id; else the goal's owner.", valueName: "who"))
  var owner: String?

  @Option(help: "What to know about it.")
  var note: String?

  @OptionGroup var place: StoreOption

  func run() throws {
    let (records, _, store) = try place.everything()
    let named = try NamedPart(name, of: "FEATURE", command: "feature", place: place, in: records)
    let record = named.session.record
    let features = record.goals.flatMap(\.goal.features).map(\.id.text)
    let id = FeatureID(try named.meant(among: features, what: "feature"))
    let at = ClockReading.now().localTime
    let note = note?.cleaned
    let progress = FeatureProgress(
      state: state, owner: try owner.map { name throws(Failure) in try person(name, of: record) },
      note: note?.isEmpty == true ? nil : note, at: at)
    let entry = LedgerEntry(at: at, what: .feature(session: record.id, id, progress))
    try Failure.journal { () throws(JournalFault) in try Ledger(store).append(entry) }
  }

  private func person(_ name: String, of record: Record) throws(Failure) -> StakeholderID {
    let people = record.attendance
    if let one = people.first(where: { $0.who.text == name || $0.name.lowercased() == name.lowercased() }) {
      return one.who
    }
    let known = people.map(\.who.text)
    throw .unknown(
      name, what: "nobody of this id was asked to the session",
      remedy: nearName(to: name, among: known).map { "did you mean \($0)?" }
        ?? "they are \(known.joined(separator: ", "))")
  }
}

extension FeatureProgress.Standing: ExpressibleByArgument {}
