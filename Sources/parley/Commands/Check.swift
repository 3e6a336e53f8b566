import ArgumentParser
import ParleyPlan

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a plan, and tells its errors and advice with line and column.",
    discussion: example("parley check q3.yaml"))

  @Argument(help: "The plan.")
  var file: String

  @Flag(help: "Tell them as JSON on standard output.")
  var json = false

  func run() throws {
    let reading = try readPlan(file)
    if json {
      try Output.write(reading.json.pretty + "\n")
    } else {
      for fault in reading.faults { Output.complain(oneLine(fault.report)) }
    }
    if !reading.errors.isEmpty { throw Failure.ended(Sysexit.input.rawValue) }
  }
}
