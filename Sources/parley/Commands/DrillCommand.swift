import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal
import ParleyPlan
import ParleyScreens
import ParleyUI

struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Two minutes of practice: one utterance, one question, an answer that is explained.",
    discussion: example("parley drill", "parley drill q3.yaml", "parley drill --plain"))

  @Argument(
    help: ArgumentHelp("The plan whose people speak; without one those of the practice cases.", valueName: "plan"))
  var file: String?

  @Option(help: ArgumentHelp("The same number gives the same questions.", valueName: "n"))
  var seed: Int?

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let seed, seed.magnitude >= 1 << 48 { throw ValidationError("a seed is at most \((1 << 48) - 1)") }
  }

  func run() throws {
    let settings = try UserSettings.read()
    let kept = KeptStreak()
    guard let drill = Drill(try plans(), seed: seed ?? Int.random(in: 1...9999)) else {
      throw Failure.unknown(
        file ?? "drill", what: "nobody in it has anything to say", remedy: "name a plan with people")
    }
    let model = DrillModel(drill, kept.read())
    // Nothing of it is lost without a terminal, so it goes on line by line where there is none.
    guard !display.plain, Environment.value(.accessible) != "1", !settings.defaults.plain, FullScreen.isPossible else {
      return kept.write(try DrillLines(model).run().streak)
    }
    let screen = try display.fullScreen(settings, afterwards: "nothing of a drill is lost")
    kept.write(try screen.drill(model).streak)
  }

  private func plans() throws -> [(plan: Plan, map: StakeholderMap)] {
    if let file {
      let (plan, map) = try requirePlan(file)
      return [(plan, map)]
    }
    return PracticeCase.all.compactMap { practice in
      let reading = PlanReading(text: practice.text, name: practice.name, privateText: nil)
      return reading.plan.map { ($0, reading.map ?? StakeholderMap()) }
    }
  }
}

/// A drill line by line, on standard input and output.
struct DrillLines {
  private var model: DrillModel

  init(_ model: DrillModel) { self.model = model }

  /// Until `q`, the end of what is typed, or two minutes.
  func run() throws(Failure) -> DrillModel {
    var model = model
    let start = ClockReading.now().localTime
    repeat {
      let question = model.question
      try Output.write(oneLine(question.who) + "\n")
      try Output.write(oneLine(question.said.map { "“\($0)”" } ?? "says nothing") + "\n")
      try Output.write(oneLine(question.question) + "\n")
      for (place, choice) in question.choices.enumerated() {
        try Output.write(oneLine("\(place + 1)  \(choice)") + "\n")
      }
      guard try answered(&model) else { break }
      try Output.write(oneLine(question.verdict(model.given ?? 0)) + "\n\n")
      model.goOn()
    } while ClockReading.now().localTime.seconds(since: start) < Drill.seconds
    try Output.write(
      "\(model.right) of \(model.answered) right; \(model.streak.now) in a row, at best \(model.streak.best)\n")
    return model
  }

  private func answered(_ model: inout DrillModel) throws(Failure) -> Bool {
    while true {
      try Output.write("1 to \(model.question.choices.count), or q: ")
      guard let line = readLine(), line != "q", line != "quit" else { return false }
      if let place = Int(line.filter { $0 != " " }), model.answer(place - 1) { return true }
    }
  }
}

/// The streak, in a small file of this account's state. Nothing depends on it: what cannot be read counts from none,
/// and what cannot be written is not.
struct KeptStreak {
  private var path: String? { StateFolder.path.map { "\($0)/drill.json" } }

  func read() -> DrillStreak {
    guard let path, let bytes = try? fileBytes(path, atMost: 1 << 10) else { return DrillStreak() }
    return JSON(bytes).flatMap { DrillStreak(json: $0) } ?? DrillStreak()
  }

  func write(_ streak: DrillStreak) {
    guard let path, StateFolder.made() != nil else { return }
    try? writeFile(streak.json.line + "\n", to: path, replacing: access(path, F_OK) == 0, remedy: "", mode: 0o600)
  }
}
