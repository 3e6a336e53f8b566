import ArgumentParser
import ParleyHost
import ParleyJournal
import ParleyUI

struct TutorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Leads through a whole session in ten minutes, and says which key comes next; nothing of it is kept.",
    discussion: example("parley tutor"))

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let settings = try UserSettings.read()
    guard !display.isPlain(settings) else {
      throw Failure.usage(
        command: "tutor",
        problem: "the tutor teaches the keys of the full screen; parley rehearse --case NAME --plain is line by line")
    }
    try display.requirePossible(settings)
    let screen = try display.fullScreen(settings, afterwards: "nothing of the tutor is kept")
    defer { screen.leave() }
    var plan = Tutor.plan
    plan.phrases.merge(settings.phrases) { own, _ in own }
    let now = ClockReading.now().localTime
    let host = try Failure.journal { () throws(JournalFault) in try MemoryHost(opening: plan, id: "tutor", at: now) }
    let exitReason = try screen.tutor(host)
    if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
  }
}
