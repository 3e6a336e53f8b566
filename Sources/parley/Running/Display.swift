import ParleyCore
import ParleyJournal
import ParleyUI
import ParleyWire

/// Shows a session to the person at this terminal.
protocol Display {
  /// Shows it over a line that has said hello, until the person leaves.
  func show(
    _ link: TerminalLink, to speaker: Speaker, relaunch: @escaping () throws -> TerminalLink?
  ) throws(EventLoopFault) -> ExitReason
  /// Shows a past session again, until the person leaves; with who spoke in it, where it was a rehearsal.
  func replay(_ replay: Replay, voices: Performance?, speed: Int) throws(Failure) -> ExitReason
  /// Shows a rehearsal, whose host is in this process and whose time is the display's; with what to read before.
  func rehearse(_ start: RehearsalStart, brief: [String], speed: Int) throws(Failure) -> ExitReason
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

  /// Shows a session that is live already. When its host is lost, it waits and does not start one: only a terminal that
  /// may stop the host starts it.
  func join(_ connector: any JoinConnector, as hello: TerminalMessage.Hello) throws(Failure) -> ExitReason {
    defer { leave() }
    var link = try connector.link(hello)
    do throws(EventLoopFault) {
      var end: Int64?
      return try show(link, to: hello.speaker) {
        var again = hello
        // A code is used up by now; the host has given this terminal a ticket to come back with.
        if let ticket = link.welcome?.ticket { again.pass = .ticket(ticket) }
        again.number = link.welcome?.number
        if let found = connector.again(again, movedTo: link.movedTo) {
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

/// How long it looks for a lost host, in milliseconds: the facilitator may come back and start it.
private let searchMs: Int64 = 60_000

/// Line by line.
struct PlainDisplay: Display {
  func show(
    _ link: TerminalLink, to speaker: Speaker, relaunch: @escaping () throws -> TerminalLink?
  ) throws(EventLoopFault) -> ExitReason {
    let session = PlainSession(speaker: speaker, commandPrefix: .random(), called: link.sessionName)
    return try TerminalProcess(lines: session, link: link, relaunch: relaunch).run()
  }

  /// Prints all of it at once: a listener goes through it at their own pace.
  func replay(_ replay: Replay, voices: Performance?, speed: Int) throws(Failure) -> ExitReason {
    var (replay, told) = (replay, 0)
    while replay.next != nil {
      replay.tellNext()
      let said = voices?.said(until: replay.last.at) ?? []
      for word in said.dropFirst(told) {
        try Output.write("\(word.at.clock)  \(replay.session.state.name(word.who)): “\(oneLine(word.text))”\n")
      }
      told = said.count
      let told = replay.last.sentence(in: replay.session.state) ?? replay.last.line
      try Output.write("\(replay.last.at.clock)  \(oneLine(told))\n")
    }
    return .detached
  }

  func rehearse(_ start: RehearsalStart, brief: [String], speed: Int) throws(Failure) -> ExitReason {
    try Output.write(brief.map { oneLine($0) + "\n" }.joined())
    let host = start.host
    let session = PlainSession(rehearsing: start.performance, at: host.time.now.at, speed: speed)
    let link = host.terminal()
    do throws(EventLoopFault) {
      return try TerminalProcess(lines: session, link: link, onBeat: { host.pass(to: $0) }) { link }.run()
    } catch {
      throw .host(.loop(error))
    }
  }

  func leave() {}
}

extension ExitReason {
  /// Ends the command as the terminal ended, and says how to come back.
  func end(_ connector: HostConnector) throws(Failure) {
    if endsHost { HostConnector.awaitEnd(of: connector.file) }
    if let sentence = sentence(session: connector.name) {
      Output.complain("parley: \(oneLine(sentence))")
    }
    if exitStatus != 0 { throw .ended(exitStatus) }
  }
}
