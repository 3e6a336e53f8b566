import ParleyCore
import ParleyJournal
import ParleyUI
import ParleyWire

/// What shows a session to whoever sits there.
protocol Display {
  /// Shows it over a line on which hello has been said, until the person leaves.
  func show(
    _ link: TerminalLink, to speaker: Speaker, relaunch: @escaping () throws -> TerminalLink?
  ) throws(EventLoopFault) -> ExitReason
  /// Shows a past session again, until the person leaves.
  func replay(_ replay: Replay, speed: Int) throws(Failure) -> ExitReason
  /// Puts the terminal back.
  func leave()
}

extension Display {
  /// Reaches the session's host, or starts one, and shows the session.
  func run(_ connector: HostConnector) throws(Failure) -> ExitReason {
    defer { leave() }
    try connector.begin()
    let hello = TerminalMessage.Hello(role: .facilitator)
    let link = try connector.link(hello)
    do throws(EventLoopFault) {
      return try show(link, to: .facilitator) { try connector.link(hello) }
    } catch {
      throw .host(.loop(error))
    }
  }

  /// Shows a session that is live already. Its host is waited for when it is lost, not started: that is for the
  /// terminal that may stop it.
  func join(_ connector: any JoinConnector, as hello: TerminalMessage.Hello) throws(Failure) -> ExitReason {
    defer { leave() }
    var link = try connector.link(hello)
    do throws(EventLoopFault) {
      var end: Int64?
      return try show(link, to: hello.speaker) {
        var again = hello
        // A code is used up by now; the host has given this terminal something of its own to come back with.
        if let ticket = link.welcome?.ticket { again.pass = .ticket(ticket) }
        if let found = connector.again(again) {
          (link, end) = (found, nil)
          return found
        }
        end = end ?? EventLoop.boottimeMs() + searchMs
        guard let end, EventLoop.boottimeMs() < end else { throw Failure.nobodyLive(name: connector.id) }
        return nil
      }
    } catch {
      throw .host(.loop(error))
    }
  }
}

/// How long a lost host is looked for, in milliseconds: whoever holds the session may come back and start it.
private let searchMs: Int64 = 60_000

/// Line by line.
struct PlainDisplay: Display {
  func show(
    _ link: TerminalLink, to speaker: Speaker, relaunch: @escaping () throws -> TerminalLink?
  ) throws(EventLoopFault) -> ExitReason {
    let session = PlainSession(speaker: speaker, commandPrefix: .random())
    return try PlainProcess(link: link, session: session, relaunch: relaunch).run()
  }

  /// All of it at once: who listens goes through it at a pace of their own.
  func replay(_ replay: Replay, speed: Int) throws(Failure) -> ExitReason {
    var replay = replay
    while replay.next != nil {
      replay.tellNext()
      let told = replay.last.sentence(in: replay.session.state) ?? replay.last.line
      try Output.write("\(replay.last.at.clock)  \(oneLine(told))\n")
    }
    return .detached
  }

  func leave() {}
}

extension ExitReason {
  /// Ends the command as the terminal ended, and says how to come back.
  func end(_ file: SessionFile) throws(Failure) {
    if endsHost { HostConnector.awaitEnd(of: file) }
    if let sentence = sentence(session: file.id) { Output.complain("parley: \(oneLine(sentence))") }
    if exitStatus != 0 { throw .ended(exitStatus) }
  }
}
