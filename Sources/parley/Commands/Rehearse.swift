import ArgumentParser
import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyUI

struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Rehearses a session against simulated people, on a clock that goes faster.",
    discussion: example(
      "parley rehearse q3.yaml", "parley rehearse q3.yaml --solo", "parley rehearse --case sunset --mood hard",
      "parley rehearse --report", "parley rehearse q3.yaml --forecast"))

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var file: String?

  @Option(name: .customLong("case"), help: ArgumentHelp("A practice case that comes with Parley.", valueName: "case"))
  var practice: String?

  @Flag(help: "List the practice cases.")
  var cases = false

  @Option(
    help: ArgumentHelp("How many times faster than in earnest, 1 to 60; 6, alone and line by line 1.", valueName: "n"))
  var speed: Int?

  @Option(help: ArgumentHelp("The same number gives the same rehearsal.", valueName: "n"))
  var seed: Int?

  @Option(help: "How hard the people make it: easy, real or hard.")
  var mood: RehearsalMark.Mood = .real

  @Option(help: ArgumentHelp("The step to begin at: goal:churn, priorities …", valueName: "step"))
  var from: String?

  @Flag(help: "Without simulated people: timeboxes and cards only, for speaking aloud.")
  var solo = false

  @Flag(help: "Print the report and the debrief of the last rehearsal instead, of this plan or of any.")
  var report = false

  @Flag(help: "Print who will probably object, where, and what to have ready; as private as the map.")
  var forecast = false

  @OptionGroup var target: DocumentOutput

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws {
    if let speed { try requireSpeed(speed) }
    if let seed, seed.magnitude >= 1 << 48 { throw ValidationError("a seed is at most \((1 << 48) - 1)") }
    if file != nil, practice != nil { throw ValidationError("a plan or a case, not both") }
    if forecast, report || solo || cases { throw ValidationError("a forecast is of the plan alone") }
    if forecast, file == nil, practice == nil { throw ValidationError("a forecast is of a plan or a case: name one") }
    if target.output != nil, !forecast, !report { throw ValidationError("-o is for --report and --forecast") }
    if file == nil, practice == nil, !cases, !report { throw ValidationError("no plan and no --case is given") }
  }

  func run() throws {
    if cases { return try Output.write(PracticeCase.all.map(\.line).joined()) }
    if forecast { return try foretell() }
    let shelf = RehearsalShelf(beside: try place.store())
    if report { return try printLast(on: shelf) }
    let settings = try UserSettings.read()
    var (plan, map, mark) = try prepared()
    plan.phrases.merge(settings.phrases) { own, _ in own }
    mark.seed = seed ?? Int.random(in: 1...9999)
    try RehearsalStart.requireStep(of: plan, mark)
    try display.requirePossible(settings)
    var brief = mark.practice == nil || solo ? [] : RehearsalBrief(plan, map, lesson: mark.lesson).lines
    while true {
      let start = try RehearsalStart(plan, map, mark, in: shelf)
      let exitReason = try shown(start, brief, settings)
      guard case .again(let step) = exitReason else {
        try tell(start.journal.file, of: plan.title, on: shelf)
        if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
        return
      }
      mark.from = step.text
      brief = []
    }
  }

  private func shown(_ start: RehearsalStart, _ brief: [String], _ settings: Settings) throws(Failure) -> ExitReason {
    defer { start.end() }
    let shown = try display.display(settings, afterwards: "the rehearsal ended with it")
    // Line by line the clock cannot tell when someone writes, so it goes no faster than theirs.
    return try shown.rehearse(start, brief: brief, speed: speed ?? (solo || shown is PlainDisplay ? 1 : 6))
  }

  /// The plan, its people, and the mark of a rehearsal.
  private func prepared() throws -> (Plan, StakeholderMap, RehearsalMark) {
    var mark = RehearsalMark(mood: mood, from: from, isSolo: solo)
    guard let practice else {
      let (plan, map) = try requirePlan(file ?? "")
      return (plan, map, mark)
    }
    let (plan, map) = try PracticeCase.prepared(practice)
    let found = PracticeCase.named(practice)
    (mark.practice, mark.lesson) = (found?.name, found?.lesson)
    return (plan, map, mark)
  }

  private func foretell() throws {
    let (plan, map, _) = try prepared()
    Output.complain("parley: \(oneLine(file ?? practice ?? "")): this is private — keep it off every shared screen")
    try target.write(Forecast(plan, map).lines.map { oneLine($0) + "\n" }.joined(), mode: 0o600)
  }

  /// The report with the debrief: what people meant stands in it, so that it is as private as the map.
  private func document(_ report: RehearsalReport) -> String {
    report.document.map { oneLine($0) + "\n" }.joined()
  }

  private func printLast(on shelf: RehearsalShelf) throws {
    let title = file == nil && practice == nil ? nil : try prepared().0.title
    guard let last = shelf.kept(of: title).first else {
      throw Failure.unknown(shelf.store.directory, what: "there is no rehearsal", remedy: "parley rehearse makes one")
    }
    try target.write(document(shelf.report(of: last)), mode: 0o600)
  }

  private func tell(_ file: SessionFile, of title: String, on shelf: RehearsalShelf) throws {
    guard let kept = shelf.kept(of: title).first(where: { $0.file == file }) else { return }
    try Output.write(document(shelf.report(of: kept)))
    Output.complain("parley: this rehearsal is kept as \(file.path); parley replay shows it again")
  }
}

extension RehearsalMark.Mood: ExpressibleByArgument {}

extension PracticeCase {
  /// The plan and the people of the case with this name, or the beginning of it.
  static func prepared(_ name: String) throws(Failure) -> (plan: Plan, map: StakeholderMap) {
    guard let found = PracticeCase.named(name) else {
      let names = PracticeCase.all.map(\.name).joined(separator: ", ")
      throw .unknown("--case", what: "there is no case `\(name)`", remedy: "there are \(names)")
    }
    let reading = PlanReading(text: found.text, name: found.name, privateText: nil)
    guard let plan = reading.plan else { throw .unexpected("the case \(found.name) has faults") }
    return (plan, reading.map ?? StakeholderMap())
  }

  fileprivate var line: String {
    "\(name)\(String(repeating: " ", count: max(1, 24 - name.count)))\(about)\n"
      + "\(String(repeating: " ", count: 24))\(lesson.aim)\n"
  }
}
