import Glibc
import ParleyHost
import ParleyJournal
import ParleyTerminal
import ParleyUI
import ParleyWire

/// The facilitator's terminal on a session, full screen.
struct FacilitatorTerminal {
  private let screen: CursesScreen

  /// Takes the terminal; nothing is shown before ``run(_:)``.
  init() throws(Failure) {
    do throws(TerminalFault) {
      screen = try CursesScreen(crashMessage: "parley: this terminal crashed; the session goes on: parley resume")
    } catch {
      throw .terminal(error)
    }
  }

  /// Whether there is a terminal to take; asked before anything is written.
  static func require() throws(Failure) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .terminal(.notATerminal) }
  }

  /// Shows the session until the person leaves, and says how to come back.
  func run(_ reach: HostReach) throws(Failure) -> Farewell {
    var reach = reach
    defer { screen.leave() }
    try reach.begin()
    let hello = TerminalMessage.Hello(role: .facilitator)
    let link = try reach.link(hello)
    let model = TerminalModel(commandPrefix: .random())
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
    if let sentence = sentence(session: file.id) { Output.complain("parley: \(oneLine(sentence))") }
    if exitStatus != 0 { throw .ended(exitStatus) }
  }
}
