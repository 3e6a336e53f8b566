import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyJournal
import ParleyPlan

struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Lists what is owed and by when, over all sessions; exits with 1 when something is overdue.",
    discussion: example("parley due", "parley due --done q3-alignment-2027-06-28/F1"))

  @Option(
    help: ArgumentHelp(
      "Marks what was done, by the name in the second column; may be given again.", valueName: "session/ref"))
  var done: [String] = []

  @Flag(help: "List it as JSON.")
  var json = false

  @Option(help: "How to write it: text, or ics (one calendar over all sessions).")
  var format: Format = .text

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, ics }

  func validate() throws {
    if json, format == .ics { throw ValidationError("--json and --format ics do not go together") }
  }

  func run() throws {
    var (records, ledger, store) = try place.everything()
    let now = ClockReading.now().localTime
    for name in done {
      let item = try meant(name, among: records.owed(ledger))
      let entry = LedgerEntry(at: now, what: .done(session: item.session.record.id, key: item.owed.key))
      try Failure.journal { () throws(JournalFault) in try Ledger(store).append(entry) }
      ledger.add(entry)
    }
    let owed = records.owed(ledger) + records.ended(ledger, since: now.adding(seconds: -14 * 86_400))
    if format == .ics {
      let entries = owed.filter { !$0.isEnded }.map { ($0.session.record, $0.owed, $0.zoneTimes) }
      try target.write(DueDocument.ics(entries, in: try language.words(nil)))
    } else if json {
      let text = JSON.array(owed.map { $0.json(at: now) }).pretty + "\n"
      try target.write(text.escapingTreachery)
    } else {
      if owed.isEmpty { place.tellEmpty("nothing is owed", "what a closed session leaves to be done stands here") }
      try target.write(owed.map { $0.line(at: now) }.joined())
    }
    if owed.contains(where: { $0.isOverdue(at: now) }) { throw Failure.ended(1) }
  }

  /// The whole name, or its end if that is unambiguous.
  private func meant(_ name: String, among owed: [OwedItem]) throws(Failure) -> OwedItem {
    if let item = owed.first(where: { $0.name == name }) { return item }
    let ending = owed.filter { $0.owed.key.lowercased() == name.lowercased() }
    guard let item = ending.first, ending.count == 1 else {
      let what = ending.isEmpty ? "nothing of this name is owed" : "several sessions owe this"
      throw .unknown(name, what: what, remedy: "take a name from the second column of `parley due`")
    }
    return item
  }
}

extension OwedItem {
  /// The clock of its moment.
  fileprivate var zoneTimes: ZoneTimes? {
    guard case .moment(let moment)? = owed.due else { return session.record.zoneTimes }
    return session.record.commentZone.flatMap { ZoneTimes(of: $0, around: moment) }
  }

  func isOverdue(at now: Instant) -> Bool { !isEnded && owed.due?.isPast(at: now) ?? false }

  /// `OVERDUE  2027-07-05  q3-alignment-2027-06-28/F1  Follow-up: … (Vera Engel)`, with what came of it so far.
  fileprivate func line(at now: Instant) -> String {
    let state = outcome?.result?.inOneWord ?? (isOverdue(at: now) ? "OVERDUE" : "       ")
    let day = owed.due.map { "\($0.date)" } ?? "no day    "
    let who = people.isEmpty || owed.kind == .recall ? "" : " (\(people.joined(separator: ", ")))"
    let came = outcome.map { " — \($0.result == nil ? "so far: " : "")\($0.text)" } ?? ""
    return oneLine("\(state)  \(day)  \(name)  \(owed.sentence)\(who)\(came)").withoutMentions + "\n"
  }

  fileprivate func json(at now: Instant) -> JSON {
    let due: String? =
      switch owed.due {
      case .day(let date): "\(date)"
      case .moment(let instant): "\(instant)"
      case nil: nil
      }
    return [
      "name": .string(name), "session": .string(session.record.id), "kind": .string(owed.kind.rawValue),
      "what": .string(owed.sentence), "who": JSON(owed.who), "due": JSON(due), "overdue": .bool(isOverdue(at: now)),
      "outcome": outcome.map {
        ["text": .string($0.text), "result": JSON($0.result?.rawValue), "at": JSON($0.at)]
      } ?? .null,
    ]
  }
}

extension LaterOutcome.Result {
  /// As wide as the column in which it stands.
  fileprivate var inOneWord: String {
    switch self {
    case .met: "met    "
    case .partlyMet: "partly "
    case .missed: "missed "
    case .stopped: "stopped"
    }
  }
}
