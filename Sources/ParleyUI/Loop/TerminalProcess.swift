import Glibc
import ParleyCore
import ParleyTerminal
import ParleyWire

/// A terminal at work: one thread that waits for input, for the host, for signals and for the next second.
///
/// It holds no rule: what comes in goes to the renderer and its model, what these want is done, and what has changed is
/// shown. When nothing runs and nobody types, nothing wakes it.
public final class TerminalProcess {
  private let renderer: any Renderer
  private let loop: EventLoop
  private let relaunch: () throws -> TerminalLink?
  private var link: TerminalLink
  private(set) var exitReason: ExitReason?
  /// Set for the moment at which what is shown changes by itself.
  private var nextChange: EventLoopTimer?
  /// Set for the moment from which on it is shown that the session is not here yet.
  private var sessionOverdue: EventLoopTimer?
  private var isSessionOverdue = false
  /// Whether the process has been stopped since keys were read last.
  private var hasComeBack = false
  /// Set for the moment at which a command without an answer is shown as such.
  private var answerOverdue: EventLoopTimer?
  /// Set for the moment at which the news of others is read and shown.
  private var newsDue: EventLoopTimer?
  /// Until then it is not even read: to take in an entry costs about as much as to show it.
  private var isNewsWaiting = false
  /// Set for the next look for a lost host.
  private var hostSearch: EventLoopTimer?
  private var losses = HostLosses()
  private var schedule = RepaintSchedule()
  private let onBeat: ((Instant) -> Void)?

  /// Shows a session on the whole screen.
  ///
  /// - Parameters:
  ///   - link: a line on which the hello has been said.
  ///   - onBeat: moves the time of a host in this process, whenever the stage's clock has moved.
  ///   - relaunch: starts the host again after it was lost, or finds it, and says hello to it; nil when it is not there
  ///     yet. It is asked again and again until it throws.
  public convenience init(
    screen: any Screen, link: TerminalLink, model: TerminalModel, loop: EventLoop = EventLoop(),
    onBeat: ((Instant) -> Void)? = nil, relaunch: @escaping () throws -> TerminalLink?
  ) {
    self.init(
      ScreenRenderer(screen: screen, model: model), link: link, loop: loop, onBeat: onBeat, relaunch: relaunch)
  }

  /// Shows a session line by line.
  ///
  /// - Parameters:
  ///   - input: a descriptor that lines are read from.
  ///   - output: a descriptor that sentences are written to.
  ///   - relaunch: as above.
  public convenience init(
    lines session: PlainSession, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, link: TerminalLink,
    loop: EventLoop = EventLoop(), onBeat: ((Instant) -> Void)? = nil, relaunch: @escaping () throws -> TerminalLink?
  ) {
    self.init(
      LineRenderer(session, input: input, output: output), link: link, loop: loop, onBeat: onBeat, relaunch: relaunch)
  }

  private init(
    _ renderer: any Renderer, link: TerminalLink, loop: EventLoop, onBeat: ((Instant) -> Void)? = nil,
    relaunch: @escaping () throws -> TerminalLink?
  ) {
    self.renderer = renderer
    self.link = link
    self.loop = loop
    self.onBeat = onBeat
    self.relaunch = relaunch
  }

  /// What this terminal shows and knows.
  public var model: TerminalModel { renderer.model }

  /// Runs until the terminal leaves; puts it back, whatever happened.
  public func run() throws(EventLoopFault) -> ExitReason {
    defer { renderer.leave() }
    if model.speaker == .facilitator { ProcessorTurns.takeShort() }
    try loop.signals(renderer.signals) { [weak self] in self?.handle(signal: $0) }
    try start()
    while exitReason == nil { _ = try loop.runOnce(timeoutMs: 86_400_000) }
    renderer.hideBallot(at: now)
    try depart()
    return exitReason ?? .hungUp
  }

  /// Begins to watch; for tests that turn the loop themselves.
  func start() throws(EventLoopFault) {
    nextChange = try loop.timer { [weak self] in self?.show() }
    answerOverdue = try loop.timer { [weak self] in self?.show() }
    newsDue = try loop.timer { [weak self] in self?.show() }
    hostSearch = try loop.timer { [weak self] in self?.lookForHost() }
    sessionOverdue = try loop.timer { [weak self] in self?.showBeforeSession() }
    sessionOverdue?.set(atBoottimeMs: EventLoop.boottimeMs() + 300)
    if let input = renderer.inputDescriptor { loop.watch(input, reading: { [weak self] in self?.readInput() }) }
    watchLink()
    if link.descriptor == nil { show() }
  }

  /// Handles what was typed, and shows what it did.
  func readInput() {
    beat()
    let typed = renderer.readInput()
    // What someone types here is answered last, so the news of others is heard first.
    readNews()
    for input in typed where exitReason == nil {
      if input == .end, let descriptor = renderer.inputDescriptor { loop.unwatch(descriptor) }
      perform(renderer.handle(input, at: now))
      // A key may have put the clock forward.
      beat()
      hearAtOnce()
    }
    readTypedAhead()
    showSoon()
  }

  /// What was typed before a stop has been read already: its descriptor does not tell of it.
  private func readTypedAhead() {
    guard hasComeBack, exitReason == nil else { return }
    hasComeBack = false
    readInput()
  }

  private func showBeforeSession() {
    isSessionOverdue = true
    show()
  }

  /// Shows what has changed. An answer that is to come in no time is waited for, so that a command costs one frame
  /// and not three.
  private func showSoon() {
    guard model.isAwaitingAnswer else { return show() }
    watchNews()
    // The kernel puts whom this process woke on its own processor, to run once it sleeps, though another may be idle
    // (0.7 ms of a command's 2.3): so the host goes first.
    if link.descriptor != nil { sched_yield() }
    answerOverdue?.set(atBoottimeMs: EventLoop.boottimeMs() + 40)
    renderer.prepareAnswer(at: now)
  }

  private func beat() {
    renderer.model.beat(atBoottimeMs: EventLoop.boottimeMs())
    if let stage = model.stage { onBeat?(stage.clock.now) }
  }

  private var now: Instant {
    model.instant(atBoottimeMs: EventLoop.boottimeMs()) ?? Instant(milliseconds: 0)
  }

  private func handle(signal: Int32) {
    switch signal {
    case SIGWINCH, SIGCONT: renderer.perform(.repaint, at: now)
    case SIGTSTP:
      perform(renderer.model.suspend())
      readTypedAhead()
    case SIGHUP: exitReason = .hungUp
    default: exitReason = .signalled(signal)
    }
    if exitReason == nil { show() }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let message):
        link.send(message)
        if link.unsentBytes > 0 { flush() }
      case .leave(let reason): exitReason = exitReason ?? reason
      case .suspend:
        renderer.perform(effect, at: now)
        hasComeBack = true
      case .ring, .title, .progress, .copy, .repaint, .wipe, .closeMemory: renderer.perform(effect, at: now)
      }
    }
  }

  /// Shows the moment, and sets the timer for the next one. Until the host has told the session nothing is shown,
  /// unless that takes long.
  private func show() {
    beat()
    readNews()
    hearAtOnce()
    guard exitReason == nil, model.session != nil || model.isWaiting || isSessionOverdue || model.link == .lost else {
      return
    }
    let moment = now
    perform(renderer.tick(at: moment))
    hearAtOnce()
    renderer.present(at: moment)
    let shown = EventLoop.boottimeMs()
    schedule.shown(at: shown)
    nextChange?.set(
      atBoottimeMs: renderer.wait(after: moment).map {
        renderer.showsNewsAtOnce ? shown + $0 : schedule.tickMs(at: shown, wait: $0)
      })
    guard model.session != nil else { return }
    for timer in [sessionOverdue, answerOverdue, newsDue] { timer?.set(atBoottimeMs: nil) }
  }
}

// The host: what it says, and what is done when it is gone.
extension TerminalProcess {
  private func watchLink() {
    guard let descriptor = link.descriptor else { return }
    let reading = { [weak self] () -> Void in self?.readMessages() }
    loop.watch(descriptor, reading: isNewsWaiting ? nil : reading, writing: { [weak self] in self?.flush() })
    loop.wantsToWrite(link.unsentBytes > 0, on: descriptor)
  }

  private func flush() {
    link.flush()
    if let descriptor = link.descriptor { loop.wantsToWrite(link.unsentBytes > 0, on: descriptor) }
  }

  private func readMessages() {
    if isNews { return postponeNews() }
    hear()
    showSoon()
  }

  private func hear() {
    let descriptor = link.descriptor
    beat()
    let messages = link.receive()
    renderer.expect(messages, at: now)
    for message in messages where exitReason == nil {
      let moment: Instant = if case .welcome(let welcome) = message { welcome.now } else { now }
      perform(renderer.handle(message, at: moment))
    }
    guard link.ending != nil, exitReason == nil else { return }
    if let descriptor { loop.unwatch(descriptor) }
    regain()
  }

  /// A host in this process has answered already, and has no descriptor to wait for.
  private func hearAtOnce() {
    guard link.descriptor == nil else { return }
    for _ in 0..<1000 {
      let messages = link.receive()
      if messages.isEmpty { return }
      for message in messages where exitReason == nil { perform(renderer.handle(message, at: now)) }
    }
  }

  /// Whether what has come can only be what others did, at a terminal that shows it when it is its turn.
  private var isNews: Bool {
    !renderer.showsNewsAtOnce && model.session != nil && model.link == .live && !model.isAwaitingAnswer
      && link.descriptor != nil
  }

  private func postponeNews() {
    isNewsWaiting = true
    watchLink()
    newsDue?.set(atBoottimeMs: schedule.dueMs(at: EventLoop.boottimeMs()))
  }

  private func readNews() {
    guard isNewsWaiting else { return }
    watchNews()
    hear()
  }

  private func watchNews() {
    guard isNewsWaiting else { return }
    isNewsWaiting = false
    newsDue?.set(atBoottimeMs: nil)
    watchLink()
  }

  /// The host is lost: says so, and looks for it. What was given and not answered is given again once it has told the
  /// session.
  private func regain() {
    let wasThere = model.link != .lost
    perform(renderer.loseHost(at: now))
    show()
    guard losses.add(wasThere: wasThere) else {
      exitReason = .hostLost("it was lost five times within a minute")
      return
    }
    lookForHost()
  }

  /// Input and signals are taken meanwhile, and how long it has been silent is shown.
  private func lookForHost() {
    guard exitReason == nil else { return }
    do {
      guard let found = try relaunch() else {
        hostSearch?.set(atBoottimeMs: EventLoop.boottimeMs() + 100)
        return
      }
      link = found
      watchLink()
    } catch {
      exitReason = .hostLost("\(error)")
    }
  }

  /// Lets the last words reach the host. A host that was told to stop is waited for, so that the session can be
  /// resumed at once.
  private func depart() throws(EventLoopFault) {
    let deadline = EventLoop.boottimeMs() + 2000
    while link.isOpen, EventLoop.boottimeMs() < deadline, link.unsentBytes > 0 || exitReason?.endsHost == true {
      _ = try loop.runOnce(timeoutMs: 50)
      for case .ended(.failed(let why)) in link.receive() { exitReason = .disconnected(.failed(why)) }
    }
    link.close()
  }
}
