import ParleyJournal
import ParleyUI
import ParleyWire

/// What shows a session to its facilitator.
protocol Display {
  /// Shows it over a line on which hello has been said, until the person leaves.
  func show(_ link: TerminalLink, relaunch: @escaping () throws -> TerminalLink) throws(EventLoopFault) -> Farewell
  /// Puts the terminal back.
  func leave()
}

extension Display {
  /// Reaches the session's host, or starts one, and shows the session.
  func run(_ reach: HostReach) throws(Failure) -> Farewell {
    defer { leave() }
    try reach.begin()
    let hello = TerminalMessage.Hello(role: .facilitator)
    let link = try reach.link(hello)
    do throws(EventLoopFault) {
      return try show(link) { try reach.link(hello) }
    } catch {
      throw .host(.loop(error))
    }
  }
}

/// Line by line.
struct PlainDisplay: Display {
  func show(_ link: TerminalLink, relaunch: @escaping () throws -> TerminalLink) throws(EventLoopFault) -> Farewell {
    try PlainProcess(link: link, session: PlainSession(commandPrefix: .random()), relaunch: relaunch).run()
  }

  func leave() {}
}

extension Farewell {
  /// Ends the command as the terminal ended, and says how to come back.
  func end(_ file: SessionFile) throws(Failure) {
    if self == .stopped { HostReach.awaitEnd(of: file) }
    if let sentence = sentence(session: file.id) { Output.complain("parley: \(oneLine(sentence))") }
    if exitStatus != 0 { throw .ended(exitStatus) }
  }
}
