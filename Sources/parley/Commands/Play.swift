import ArgumentParser
import ParleyCore
import ParleyDocuments

struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a script of commands on a virtual clock, and prints the record.",
    discussion: example("parley play q3.yaml q3.script --format json"))

  @Argument(help: "The plan.")
  var file: String

  @Argument(help: "The script, one command a line.")
  var script: String

  @Option(help: "How to print the record: md or json.")
  var format: RecordFormat = .md

  @Flag(help: "Exit with 65 when a line was refused.")
  var strict = false

  func run() throws {
    let plan = try requirePlan(file)
    let lines = try Script(path: script).lines
    let opening = plan.starts ?? Play.usualStart
    var player = Player(Session(opening: plan, id: "session", at: opening))
    var wasRefused = false
    for (index, line) in lines.enumerated() {
      guard let refusal = try player.play(line, keep: { _ throws(Failure) in }) else { continue }
      wasRefused = true
      Output.complain("\(oneLine(script)):\(index + 1): \(oneLine(refusal.description))")
    }
    try Output.write(try format.text(of: Record(of: player.session)))
    if strict, wasRefused { throw Failure.reported(.input) }
  }

  /// When a session begins whose plan does not say.
  private static let usualStart = Instant(milliseconds: 946_717_200_000)
}
