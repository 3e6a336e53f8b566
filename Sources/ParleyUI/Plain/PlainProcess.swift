import Glibc
import ParleyCore
import ParleyScreens
import ParleyWire

/// A terminal at work without a screen: lines in, sentences out. It needs no tty and sends no escape sequence.
public final class PlainProcess {
  private let input: Int32
  private let output: Int32
  private let loop: EventLoop
  private let relaunch: () throws -> TerminalLink?
  private var link: TerminalLink
  private var session: PlainSession
  private var reader = LineReader()
  private var clock: EventLoopTimer?
  private var farewell: ExitReason?
  private var losses = HostLosses()
  private var isAtPrompt = false

  /// - Parameter relaunch: starts the host again after it was lost, or finds it, and says hello to it; nil when it is
  ///   not there yet. It is asked again and again until it throws.
  public init(
    input: Int32 = 0, output: Int32 = 1, link: TerminalLink, session: PlainSession, loop: EventLoop = EventLoop(),
    relaunch: @escaping () throws -> TerminalLink?
  ) {
    self.input = input
    self.output = output
    self.link = link
    self.session = session
    self.loop = loop
    self.relaunch = relaunch
  }

  /// Runs until the input ends, or someone leaves.
  public func run() throws(EventLoopFault) -> ExitReason {
    try loop.signals([SIGTERM, SIGHUP, SIGINT]) { [weak self] signal in
      self?.farewell = signal == SIGHUP ? .hungUp : .signalled(signal)
    }
    clock = try loop.timer { [weak self] in self?.tick() }
    loop.watch(input, reading: { [weak self] in self?.takeLines() })
    watchLink()
    while farewell == nil { _ = try loop.runOnce(timeoutMs: 86_400_000) }
    let deadline = EventLoop.boottimeMs() + 2000
    while link.isOpen, EventLoop.boottimeMs() < deadline, link.unsentBytes > 0 || farewell?.endsHost == true {
      _ = try loop.runOnce(timeoutMs: 50)
      _ = link.receive()
    }
    link.close()
    if isAtPrompt { write("\n") }
    return farewell ?? .hungUp
  }

  private var now: Instant {
    session.model.instant(atBoottimeMs: EventLoop.boottimeMs()) ?? Instant(milliseconds: 0)
  }

  private func watchLink() {
    guard let descriptor = link.descriptor else { return }
    loop.watch(
      descriptor, reading: { [weak self] in self?.takeMessages() }, writing: { [weak self] in self?.link.flush() })
    loop.wantsToWrite(link.unsentBytes > 0, on: descriptor)
  }

  private func takeLines() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(input, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      loop.unwatch(input)
      let rest = reader.rest().map { session.handle(line: $0, at: now) } ?? []
      return perform(rest + session.end(at: now))
    }
    for line in reader.add(buffer.prefix(count)) {
      // Who types ends the prompt's line with Enter.
      isAtPrompt = false
      perform(session.handle(line: line, at: now))
    }
    tick()
  }

  private func takeMessages() {
    let descriptor = link.descriptor
    for message in link.receive() where farewell == nil {
      let moment: Instant = if case .welcome(let welcome) = message { welcome.now } else { now }
      perform(session.handle(message: message, at: moment))
    }
    if !link.isOpen, farewell == nil {
      if let descriptor { loop.unwatch(descriptor) }
      regain()
    }
    tick()
  }

  private func regain() {
    let wasThere = session.model.link != .lost
    perform(session.loseHost(at: now))
    do {
      guard losses.add(wasThere: wasThere) else {
        farewell = .hostLost("it was lost five times within a minute")
        return
      }
      var found = try relaunch()
      while found == nil {
        poll(nil, 0, 100)
        found = try relaunch()
      }
      link = found ?? link
      watchLink()
    } catch {
      farewell = .hostLost("\(error)")
    }
  }

  private func tick() {
    guard farewell == nil else { return }
    let moment = now
    perform(session.tick(at: moment))
    let next = session.nextMoment(after: moment).map { EventLoop.boottimeMs() + $0.milliseconds - moment.milliseconds }
    clock?.set(atBoottimeMs: next)
  }

  private func perform(_ effects: [PlainSession.Effect]) {
    for effect in effects where farewell == nil {
      switch effect {
      case .say(let text):
        write((isAtPrompt ? "\n" : "") + text + "\n")
        isAtPrompt = false
      case .prompt:
        if !isAtPrompt { write("> ") }
        isAtPrompt = true
      case .send(let message):
        link.send(message)
        if let descriptor = link.descriptor { loop.wantsToWrite(link.unsentBytes > 0, on: descriptor) }
      case .leave(let reason): farewell = reason
      }
    }
  }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        farewell = farewell ?? .hungUp
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
