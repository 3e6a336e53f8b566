import ArgumentParser
import ParleyCore
import ParleyPlan

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads a plan, and tells its errors and advice with line and column.",
    discussion: example("parley check q3.yaml", "parley check q3.yaml --audit"))

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var file: String

  @Flag(help: "Tell them as JSON on standard output.")
  var json = false

  @Flag(help: "Ask the four questions of the audit too: target, reasons to switch, horizons, red lines (M41).")
  var audit = false

  func run() throws {
    let reading = try readPlan(file)
    let more = (audit ? reading.audit : []) + languageAdvice(reading) + zoneAdvice(reading)
    if json {
      try Output.write(json: reading.json(with: more).pretty + "\n")
    } else {
      for fault in reading.faults + more { Output.complain(oneLine(fault.report)) }
      if let summary = reading.summary { try Output.write(summary + "\n") }
    }
    if !reading.errors.isEmpty { throw Failure.ended(Sysexit.input.rawValue) }
  }

  /// Whose clock an hour is by, where people elsewhere get it and the plan does not say.
  private func zoneAdvice(_ reading: PlanReading) -> [Fault] {
    guard let plan = reading.plan, let starts = plan.starts, let place = reading.startsPlace, plan.zone == nil,
      plan.goesElsewhere
    else { return [] }
    let taken =
      MachineZone.current.map { "\(starts.clock) is taken as the time in \($0), where this machine is" }
      ?? "nobody can tell in which time zone \(starts.clock) is"
    return [
      Fault(
        file: file, place: place, severity: .advice,
        message: "\(taken), and people elsewhere get it — write `zone: Europe/Berlin`, or where it is")
    ]
  }

  /// A plan may travel to a machine that has no such wording, so this is no error of the plan.
  private func languageAdvice(_ reading: PlanReading) -> [Fault] {
    guard let language = reading.plan?.language, let place = reading.languagePlace else { return [] }
    func advice(_ message: String) -> [Fault] {
      [Fault(file: file, place: place, severity: .advice, message: message)]
    }
    do throws(Failure) {
      return Wordings.gaps(try Wordings.find(language)).map { advice("language \(language): \($0)") } ?? []
    } catch {
      return error.sentence.map { advice($0) } ?? []
    }
  }
}
