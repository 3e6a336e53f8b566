import ArgumentParser
import ParleyCore
import ParleyJournal
import ParleyUI

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Shows a past session again on the real screen; nothing can be changed.",
    discussion: example("parley replay q3-alignment", "parley replay q3 --speed 30"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(help: ArgumentHelp("How many times faster than it was, 1 to 60.", valueName: "n"))
  var speed = 10

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws { try requireSpeed(speed) }

  func run() throws {
    let settings = try UserSettings.read()
    let entries = try found().entries
    guard let replay = Replay(entries) else { throw Failure.unexpected("a session without an opening") }
    guard display.isPossible(settings) else { throw Failure.terminal(.notATerminal) }
    let farewell = try display.display(settings).replay(replay, speed: speed)
    if farewell.exitStatus != 0 { throw Failure.ended(farewell.exitStatus) }
  }
}

extension ReplayCommand {
  /// The session that is meant; a rehearsal by its own name, which begins so.
  fileprivate func found() throws -> Session {
    guard session.hasPrefix("rehearsal-"), !session.contains("/") else { return try place.session(session) }
    let shelf = RehearsalShelf(beside: try place.store())
    return try StoreOption.session(try Failure.journal { () throws(JournalFault) in try shelf.store.find(session) })
  }
}

/// Throws unless a clock can go so many times faster.
func requireSpeed(_ speed: Int) throws {
  guard StageClock.speeds.contains(speed) else { throw ValidationError("the speed is a number from 1 to 60") }
}
