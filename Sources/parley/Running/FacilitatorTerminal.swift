import Glibc
import ParleyHost
import ParleyJournal
import ParleyTerminal
import ParleyUI
import ParleyWire

/// The facilitator's terminal on a session, full screen.
struct FacilitatorTerminal {
  private let screen: CursesScreen

  private let themes: [Theme]

  /// Whether there is a terminal to take.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Takes the terminal; nothing is shown before ``run(_:)``.
  init(theme: String? = nil) throws(Failure) {
    themes = try Themes.all(beginningWith: theme)
    do throws(TerminalFault) {
      screen = try CursesScreen(crashMessage: "parley: this terminal crashed; the session goes on: parley resume")
    } catch {
      throw .terminal(error)
    }
  }

  /// Shows the session until the person leaves, and says how to come back.
  func run(_ reach: HostReach) throws(Failure) -> Farewell {
    var reach = reach
    defer { screen.leave() }
    try reach.begin()
    let hello = TerminalMessage.Hello(role: .facilitator)
    let link = try reach.link(hello)
    let model = TerminalModel(commandPrefix: .random(), themes: themes)
    let process = TerminalProcess(screen: screen, link: link, model: model) { try reach.link(hello) }
    do throws(EventLoopFault) {
      return try process.run()
    } catch {
      throw .host(.loop(error))
    }
  }
}

extension Farewell {
  /// Ends the command as the terminal ended.
  func end(_ file: SessionFile) throws(Failure) {
    if self == .stopped { HostReach.awaitEnd(of: file) }
    if let sentence = sentence(session: file.id) { Output.complain("parley: \(oneLine(sentence))") }
    if exitStatus != 0 { throw .ended(exitStatus) }
  }
}
