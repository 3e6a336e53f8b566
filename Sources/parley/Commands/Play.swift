import ArgumentParser
import ParleyCore
import ParleyJournal

struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Plays a script of commands on a virtual clock, and prints the record.",
    discussion: example("parley play q3.yaml q3.script --format json"))

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var file: String

  @Argument(help: "The script, one command a line.")
  var script: String

  @Option(help: ArgumentHelp("Keep the played session in this store.", valueName: "dir"))
  var store: String?

  @Option(help: "How to print the record: md, html, json, csv, ics, eml or roadmap.")
  var format: RecordFormat = .md

  @OptionGroup var language: LanguageOption

  @Flag(help: "Exit with 65 when a line was refused.")
  var strict = false

  func run() throws {
    let (plan, map) = try requirePlan(file)
    let lines = try Script(path: script).lines
    let kept = store.map(Store.init(directory:))
    let reads = kept ?? StoreOption.usual
    let player = try Player(try plan.goingOn(from: reads), map, in: kept)
    defer { player.close() }
    let wasRefused = try play(lines, player)
    var record = Record(of: player.session)
    record.liveOn(from: player.lastClock)
    try Output.write(try format.text(of: record, in: try language.words(record.language)))
    if strict, wasRefused { throw Failure.ended(Sysexit.input.rawValue) }
  }

  private func play(_ lines: [String], _ player: Player) throws(Failure) -> Bool {
    var wasRefused = false
    for (index, line) in lines.enumerated() {
      guard let refusal = try player.play(line) else { continue }
      wasRefused = true
      Output.complain("\(oneLine(script)):\(index + 1): \(oneLine(refusal.description))")
    }
    return wasRefused
  }
}
