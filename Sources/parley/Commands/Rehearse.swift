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
      "parley rehearse --report"))

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

  @Flag(help: "Print the report of the last rehearsal instead, of this plan or of any.")
  var report = false

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws {
    if let speed { try requireSpeed(speed) }
    if let seed, seed.magnitude >= 1 << 48 { throw ValidationError("a seed is at most \((1 << 48) - 1)") }
    if file != nil, practice != nil { throw ValidationError("a plan or a case, not both") }
    if file == nil, practice == nil, !cases, !report { throw ValidationError("no plan and no --case is given") }
  }

  func run() throws {
    if cases { return try Output.write(PracticeCase.all.map(\.line).joined()) }
    let shelf = RehearsalShelf(beside: try place.store())
    if report { return try printLast(on: shelf) }
    let settings = try UserSettings.read()
    guard display.isPossible(settings) else { throw Failure.terminal(.notATerminal) }
    var (plan, map, mark) = try prepared()
    plan.phrases.merge(settings.phrases) { own, _ in own }
    mark.seed = seed ?? Int.random(in: 1...9999)
    let start = try RehearsalStart(plan, map, mark, in: shelf)
    let exitReason = try shown(start, settings)
    try tell(start.journal.file, of: plan.title, on: shelf)
    if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
  }

  private func shown(_ start: RehearsalStart, _ settings: Settings) throws(Failure) -> ExitReason {
    defer { start.end() }
    let shown = try display.display(settings, afterwards: "the rehearsal ended with it")
    // Line by line the clock cannot tell when someone writes, so it goes no faster than theirs.
    return try shown.rehearse(start, speed: speed ?? (solo || shown is PlainDisplay ? 1 : 6))
  }

  /// The plan, its people, and the mark of a rehearsal.
  private func prepared() throws -> (Plan, StakeholderMap, RehearsalMark) {
    var mark = RehearsalMark(mood: mood, from: from, isSolo: solo)
    guard let practice else {
      let (plan, map) = try requirePlan(file ?? "")
      return (plan, map, mark)
    }
    guard let found = PracticeCase.named(practice) else {
      let names = PracticeCase.all.map(\.name).joined(separator: ", ")
      throw Failure.unknown("rehearse", what: "there is no case `\(practice)`", remedy: "there are \(names)")
    }
    let reading = PlanReading(text: found.text, name: found.name, privateText: nil)
    guard let plan = reading.plan else { throw Failure.unexpected("the case \(found.name) has faults") }
    (mark.practice, mark.lesson) = (found.name, found.lesson)
    return (plan, reading.map ?? StakeholderMap(), mark)
  }

  private func printLast(on shelf: RehearsalShelf) throws {
    let title = file == nil && practice == nil ? nil : try prepared().0.title
    guard let last = shelf.kept(of: title).first else {
      throw Failure.unknown(shelf.store.directory, what: "there is no rehearsal", remedy: "parley rehearse makes one")
    }
    try Output.write(shelf.report(of: last).lines.map { oneLine($0) + "\n" }.joined())
  }

  private func tell(_ file: SessionFile, of title: String, on shelf: RehearsalShelf) throws {
    guard let kept = shelf.kept(of: title).first(where: { $0.file == file }) else { return }
    try Output.write(shelf.report(of: kept).lines.map { oneLine($0) + "\n" }.joined())
    Output.complain("parley: this rehearsal is kept as \(file.path); parley replay shows it again")
  }
}

extension RehearsalMark.Mood: ExpressibleByArgument {}

extension PracticeCase {
  fileprivate var line: String {
    "\(name)\(String(repeating: " ", count: max(1, 24 - name.count)))\(about)\n"
      + "\(String(repeating: " ", count: 24))\(lesson.aim)\n"
  }
}
