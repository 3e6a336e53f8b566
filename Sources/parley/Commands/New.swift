import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal
import ParleyPlan

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented plan to fill in, from nothing, an export, or the session before.",
    discussion: example(
      "parley new q3.yaml", "parley new q3-review.yaml --kind review", "parley new q4.yaml --from q3-alignment",
      "parley new august.yaml --kind check-in --from q3-alignment",
      "parley new q3.yaml --from jira.csv --columns columns.csv", "parley new q3.yaml --from jira.csv --dry-run",
      "parley new q3.yaml --from jira.csv --merge"))

  @Argument(help: "The plan to write; it must not be there yet, or must be with --merge. With `-` it is printed.")
  var file: String

  @Option(help: "The kind of session: \(kinds).", transform: kind(named:))
  var kind: SessionKind?

  @Option(
    help: ArgumentHelp(
      "What to make it of: a .csv or .tsv file (Jira, Linear, Asana, Productboard, Aha!, Trello, Notion, GitHub, Azure DevOps, ClickUp, Monday, Airtable, a sheet), a board of Trello (.json), or a session.",
      valueName: "table|session"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "What the columns of the .csv mean: a table with the columns `column` and `means`.", valueName: "file"))
  var columns: String?

  @Flag(name: .customLong("dry-run"), help: "Prints the plan, or with --merge what would change, and writes nothing.")
  var isDryRun = false

  @Flag(
    help:
      "Adds what is new in the export to the plan that is there, matched by `ref`; nothing in it is changed or reformatted."
  )
  var merge = false

  @OptionGroup var place: StoreOption

  func validate() throws {
    guard merge else { return }
    guard let from, New.isExport(from) else { throw ValidationError("--merge adds an export: name it with --from") }
    if file == "-" { throw ValidationError("--merge changes a plan: name its file") }
    if kind != nil { throw ValidationError("--merge leaves the plan its kind: leave --kind out") }
  }

  func run() throws {
    let inAWeek = ClockReading.now().localTime.date.adding(days: 7)
    guard let from else {
      return try write(PlanTemplate.text(kind: kind ?? .alignment, starts: inAWeek), to: file)
    }
    if merge {
      try add(from, starts: inAWeek)
    } else if New.isExport(from) {
      try write(try imported(from, starts: inAWeek), to: file)
    } else {
      try goOn(from)
    }
  }

  private var isPrinted: Bool { isDryRun || file == "-" }

  private static func isExport(_ name: String) -> Bool {
    name == "-" || [".csv", ".tsv", ".txt", ".json"].contains(where: name.lowercased().hasSuffix)
  }

  /// Adds an export to the plan that is there.
  private func add(_ path: String, starts: CalendarDate) throws {
    let bytes = try fileBytes(file, atMost: ImportedPlan.limit << 1)
    let export = try read(path, starts: starts)
    let merged: MergedPlan
    do throws(MergedPlan.Unreadable) {
      merged = try MergedPlan(bytes, name: file, adding: export)
    } catch {
      for fault in error.faults { Output.complain(oneLine(fault.report)) }
      throw Failure.ended(Sysexit.input.rawValue)
    }
    tell(merged.importNotices, path)
    for notice in merged.notices { Output.complain(oneLine(notice.report)) }
    Output.complain("parley: \(oneLine(file)): \(merged.summary)")
    if isDryRun { return try Output.write(merged.difference(from: bytes, name: oneLine(file))) }
    guard !merged.isUnchanged else { return }
    guard merged.text.utf8.count <= ImportedPlan.limit else {
      throw Failure.tooLarge(file, limit: "what a plan may hold, 256 KiB, with what would be added")
    }
    try writeFile(merged.text, to: file, replacing: true, remedy: "name another file")
  }

  private func tell(_ notices: [CsvFault], _ path: String) {
    for notice in notices { Output.complain("parley: \(oneLine("\(path):\(notice.line): \(notice.message)"))") }
  }

  /// A plan holds the map, or will: nobody else reads it (M1).
  private func write(_ text: String, to path: String) throws {
    let text = (path == file ? PlanSchemaFile.modeline(writing: !isPrinted) ?? "" : "") + text
    if isPrinted { return try Output.write(text) }
    try writeFile(text, to: path, replacing: false, remedy: "name another file, or remove this one first", mode: 0o600)
  }

  private func imported(_ path: String, starts: CalendarDate) throws(Failure) -> String {
    let plan = try read(path, starts: starts)
    guard plan.text.utf8.count <= ImportedPlan.limit else {
      throw .tooLarge(path, limit: "what a plan may hold, 256 KiB")
    }
    tell(plan.notices, path)
    return plan.text
  }

  private func read(_ path: String, starts: CalendarDate) throws(Failure) -> ImportedPlan {
    let table = try fileBytes(path, atMost: 16 << 20)
    let known = try columns.map { own throws(Failure) in
      let bytes = try fileBytes(own, atMost: 1 << 20)
      return try told(own) { () throws(CsvFault) in try CsvColumns(own: bytes) }
    }
    let name = (file == "-" ? path : file).split(separator: "/").last.map(String.init) ?? file
    let title = name.split(separator: ".").first.map(String.init) ?? name
    return try told(path) { () throws(CsvFault) in
      try ImportedPlan(
        bytes: table, columns: known ?? CsvColumns(), title: title, kind: kind ?? .alignment, starts: starts)
    }
  }

  private func told<Value>(_ path: String, _ body: () throws(CsvFault) -> Value) throws(Failure) -> Value {
    do throws(CsvFault) {
      return try body()
    } catch {
      Output.complain("parley: \(oneLine("\(path):\(error.line): \(error.message)"))")
      throw .ended(Sysexit.input.rawValue)
    }
  }

  /// The day of the next check-in, where one is asked for: the first that is owed and not over, else in a week.
  private func look(after record: Record) throws -> CalendarDate? {
    switch kind {
    case nil, .review: return nil
    case .checkIn:
      let today = ClockReading.now().localTime.date
      let days = record.owed.filter { $0.kind == .checkIn || $0.kind == .monthlyCheckIn }.compactMap(\.due?.date)
      return days.first { $0 >= today } ?? max(today, record.asOf.date).adding(days: 7)
    case .alignment, .goalsOnly, .featuresOnly, .decisionJournal, .preMortem, .oneOnOne:
      throw Failure.usage(command: "new", problem: "a session goes on with a review or a check-in")
    }
  }

  /// Writes the next plan, and its private file if the session has one. It writes neither when one of them exists.
  private func goOn(_ name: String) throws {
    let source = try place.find(name)
    let (session, map) = try Failure.journal { () throws(JournalFault) -> (Session, StakeholderMap) in
      let journal = try Journal.open(source, access: .reading)
      defer { journal.close() }
      return (try journal.session(), try source.readMap())
    }
    let (records, ledger, _) = try place.everything()
    let record = Record(of: session)
    let readings = records.readings(of: record, ledger)
    let since = NextPlan.Since(
      readings: readings.compactMapValues(\.last?.value), outcomes: ledger.outcomes[record.id] ?? [],
      features: ledger.features[record.id] ?? [:], done: Set((ledger.done[record.id] ?? [:]).keys))
    let next = NextPlan(after: record, session.state.plan, map, since: since, look: try look(after: record))
    let privatePath = PlanFile.privatePath(of: file)
    if !next.privateText.isEmpty, !isPrinted, access(privatePath, F_OK) == 0 {
      throw Failure.exists(privatePath, remedy: "name another file, or remove this one first")
    }
    try write(next.text, to: file)
    // What is printed is for every eye.
    if !next.privateText.isEmpty, !isPrinted { try write(next.privateText, to: privatePath) }
  }
}

private let kinds = SessionKind.allCases.map(\.rawValue).joined(separator: ", ")

private func kind(named name: String) throws -> SessionKind {
  guard let kind = SessionKind(rawValue: name) else { throw ValidationError("it is none of \(kinds)") }
  return kind
}
