import ArgumentParser
import ParleyCore
import ParleyJournal
import ParleyUI

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Shows a past session again on the real screen; nothing can be changed.",
    discussion: example("parley replay q3-alignment", "parley replay q3 --cast q3.cast"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(help: ArgumentHelp("How many times faster than it was, 1 to 60.", valueName: "n"))
  var speed = 10

  @Option(help: ArgumentHelp("Write it as an asciicast v2 instead, for asciinema.", valueName: "file"))
  var cast: String?

  @Flag(help: "Replace the file that is there.")
  var force = false

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws { try requireSpeed(speed) }

  func run() throws {
    let settings = try UserSettings.read()
    let file = try found()
    let entries = try StoreOption.session(file).entries
    guard let replay = Replay(entries) else { throw Failure.unexpected("a session without an opening") }
    let voices = Performance(of: entries, (try? file.readMap()) ?? StakeholderMap())
    if let cast { return try write(replay, voices, to: cast, settings) }
    try display.requirePossible(settings)
    let terminal = try display.display(settings, afterwards: "nothing is lost: parley replay shows it again")
    let exitReason = try terminal.replay(replay, voices: voices, speed: speed)
    if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
  }
}

extension ReplayCommand {
  /// To a file, or to standard output when the path is `-`.
  fileprivate func write(_ replay: Replay, _ voices: Performance?, to path: String, _ settings: Settings) throws {
    let themes = try Themes.shelf(beginningWith: display.theme, or: settings.theme)
    let text = Asciicast(replay, voices: voices, speed: speed, themes: themes).text
    if path == "-" { return try Output.write(text) }
    try writeFile(text, to: path, replacing: force, remedy: "name another file, or give --force")
  }

  /// The session that the name means. Rehearsals have names of their own, which begin so.
  fileprivate func found() throws -> SessionFile {
    guard session.hasPrefix("rehearsal-"), !session.contains("/") else { return try place.find(session) }
    let shelf = RehearsalShelf(beside: try place.store())
    return try Failure.journal { () throws(JournalFault) in try shelf.store.find(session) }
  }
}

/// Throws unless a clock can run this many times faster.
func requireSpeed(_ speed: Int) throws {
  guard StageClock.speeds.contains(speed) else { throw ValidationError("the speed is a number from 1 to 60") }
}
