import Glibc
import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// A terminal at work: one thread that waits for keys, for the host, for signals and for the next second.
///
/// It holds no rule: what comes in goes to the model, what the model wants is done, and the frame is shown. When
/// nothing runs and nobody types, nothing wakes it.
public final class TerminalProcess {
  private let screen: any Screen
  private let loop: EventLoop
  private let relaunch: () throws -> TerminalLink?
  private var link: TerminalLink
  public private(set) var model: TerminalModel
  private(set) var farewell: ExitReason?
  private var clock: EventLoopTimer?
  private var patience: EventLoopTimer?
  private var search: EventLoopTimer?
  private var losses = HostLosses()
  private var isSlow = false
  private var foresight: Foresight?
  private var turn = Turn()
  /// Whether what others did is to be shown in a moment; until then no more is read of it.
  private var isInTurn = false
  private let onBeat: ((Instant) -> Void)?

  /// - Parameters:
  ///   - link: a line on which the hello has been said.
  ///   - onBeat: moves the time of a host in this process, whenever the stage's clock has moved.
  ///   - relaunch: starts the host again after it was lost, or finds it, and says hello to it; nil when it is not there
  ///     yet. It is asked again and again until it throws.
  public init(
    screen: any Screen, link: TerminalLink, model: TerminalModel, loop: EventLoop = EventLoop(),
    onBeat: ((Instant) -> Void)? = nil, relaunch: @escaping () throws -> TerminalLink?
  ) {
    self.onBeat = onBeat
    self.screen = screen
    self.link = link
    self.model = model
    self.loop = loop
    self.relaunch = relaunch
  }

  /// The signals that this process reads from the loop; they are to be blocked before the screen is opened.
  public static let signals: [Int32] = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP]

  /// Runs until the terminal leaves; puts the screen back, whatever happened.
  public func run() throws(EventLoopFault) -> ExitReason {
    defer { screen.leave() }
    if leads { ProcessorTurns.takeShort() }
    try loop.signals(Self.signals) { [weak self] in self?.take(signal: $0) }
    try start()
    while farewell == nil { _ = try loop.runOnce(timeoutMs: 86_400_000) }
    if model.putBallotAway() { present(at: now) }
    try depart()
    return farewell ?? .hungUp
  }

  /// Begins to watch; for tests that turn the loop themselves.
  func start() throws(EventLoopFault) {
    clock = try loop.timer { [weak self] in self?.show() }
    search = try loop.timer { [weak self] in self?.lookForHost() }
    patience = try loop.timer { [weak self] in self?.beSlow() }
    patience?.set(atBoottimeMs: EventLoop.boottimeMs() + 300)
    if let input = screen.inputDescriptor { loop.watch(input, reading: { [weak self] in self?.takeKeys() }) }
    watchLink()
    if link.descriptor == nil { show() }
  }

  /// Takes the keys that were pressed, and shows what they did.
  func takeKeys() {
    beat()
    foresight = nil
    // What a key says stands last, so what others did before it is heard first.
    catchUp()
    for key in screen.nextKeys() where farewell == nil {
      perform(model.handle(key: key, at: now))
      // A key may have put the clock forward.
      beat()
      hearAtOnce()
    }
    showSoon()
  }

  private func beSlow() {
    isSlow = true
    show()
  }

  /// Shows what has changed; while an answer is to come in no time, with that answer, so that a command costs one
  /// picture and not three. That one is made while the answer is awaited.
  private func showSoon() {
    guard model.isAwaitingAnswer else { return show() }
    endTurn()
    // The kernel puts whom this process woke on its own processor, to run once it sleeps, though another may be idle
    // (0.7 ms of a command's 2.3): so the host goes first.
    if link.descriptor != nil { sched_yield() }
    patience?.set(atBoottimeMs: EventLoop.boottimeMs() + 40)
    guard foresight == nil else { return }
    foresight = model.foresight(
      at: now, size: screen.size, depth: screen.colorDepth, showsUnicode: screen.showsUnicode)
    if let foresight { screen.prepare(foresight.frame) }
  }

  private func beat() {
    model.beat(atBoottimeMs: EventLoop.boottimeMs())
    if let stage = model.stage { onBeat?(stage.clock.now) }
  }

  /// A host in this process has answered already, and has no descriptor to wait for.
  private func hearAtOnce() {
    guard link.descriptor == nil else { return }
    for _ in 0..<1000 {
      let messages = link.receive()
      if messages.isEmpty { return }
      for message in messages where farewell == nil { perform(model.handle(message: message, at: now)) }
    }
  }

  private var now: Instant {
    model.instant(atBoottimeMs: EventLoop.boottimeMs()) ?? Instant(milliseconds: 0)
  }
}

extension TerminalProcess {
  private func watchLink() {
    guard let descriptor = link.descriptor else { return }
    let reading = { [weak self] () -> Void in self?.takeMessages() }
    loop.watch(descriptor, reading: isInTurn ? nil : reading, writing: { [weak self] in self?.flush() })
    loop.wantsToWrite(link.unsentBytes > 0, on: descriptor)
  }

  private func flush() {
    link.flush()
    if let descriptor = link.descriptor { loop.wantsToWrite(link.unsentBytes > 0, on: descriptor) }
  }

  func takeMessages() {
    if isOthersNews { return waitForTurn() }
    hear()
    showSoon()
  }

  private func hear() {
    let descriptor = link.descriptor
    beat()
    let messages = link.receive()
    for message in messages where foresight?.hear(message) == false { foresight = nil }
    showForeseen()
    for message in messages where farewell == nil {
      let moment: Instant = if case .welcome(let welcome) = message { welcome.now } else { now }
      perform(model.handle(message: message, at: moment))
    }
    if let ending = link.ending, farewell == nil {
      if let descriptor { loop.unwatch(descriptor) }
      regain(after: ending)
    }
  }

  /// What was foreseen and has come is shown before it is taken in: that is the shortest road to the eye.
  private func showForeseen() {
    if let foresight, foresight.holds(at: now, size: screen.size) { screen.present(foresight.frame) }
  }

  /// Whether what has come can only be what others did, at a terminal that shows that when it is its turn.
  private var isOthersNews: Bool {
    !leads && model.session != nil && model.link == .live && !model.isAwaitingAnswer && link.descriptor != nil
  }

  /// Until then it is not even read: to take in an entry costs about as much as to show it.
  private func waitForTurn() {
    isInTurn = true
    watchLink()
    patience?.set(atBoottimeMs: turn.dueMs(at: EventLoop.boottimeMs()))
  }

  private var leads: Bool { model.speaker == .facilitator }

  private func catchUp() {
    guard isInTurn else { return }
    endTurn()
    hear()
  }

  private func endTurn() {
    guard isInTurn else { return }
    isInTurn = false
    watchLink()
  }

  /// The host is lost: says so, starts it again and goes on. What was given and not answered is given again once
  /// it has told the session.
  private func regain(after ending: ConnectionEnding) {
    let wasThere = model.link != .lost
    perform(model.loseHost(at: now))
    show()
    guard losses.add(wasThere: wasThere) else {
      farewell = .hostLost("it was lost five times within a minute")
      return
    }
    lookForHost()
  }

  /// Keys are taken meanwhile, and how long it has been silent is shown.
  private func lookForHost() {
    guard farewell == nil else { return }
    do {
      guard let found = try relaunch() else {
        search?.set(atBoottimeMs: EventLoop.boottimeMs() + 100)
        return
      }
      link = found
      watchLink()
    } catch {
      farewell = .hostLost("\(error)")
    }
  }

  private func take(signal: Int32) {
    switch signal {
    case SIGWINCH, SIGCONT: screen.resize()
    case SIGTSTP: perform(model.suspend())
    case SIGHUP: farewell = .hungUp
    default: farewell = .signalled(signal)
    }
    if farewell == nil { show() }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let message):
        link.send(message)
        if link.unsentBytes > 0 { flush() }
      case .ring: screen.ring()
      case .title(let title): screen.setTitle(title)
      case .suspend: screen.suspend()
      case .repaint: screen.resize()
      case .wipe: wipe()
      case .closeMemory: ProcessMemory.close()
      case .leave(let reason): farewell = farewell ?? reason
      }
    }
  }

  /// Shows the moment, and sets the clock for the next one. Until the host has told the session nothing is painted,
  /// unless that takes long.
  private func show() {
    beat()
    catchUp()
    hearAtOnce()
    guard farewell == nil, model.session != nil || model.isWaiting || isSlow || model.link == .lost else { return }
    let moment = now
    let foreseen = foresight.flatMap { $0.holds(at: moment, size: screen.size) ? $0 : nil }
    foresight = nil
    model.footer = foreseen?.footer ?? model.footer
    perform(model.tick(at: moment, size: screen.size))
    hearAtOnce()
    if let foreseen { screen.present(foreseen.frame) } else { present(at: moment) }
    let shown = EventLoop.boottimeMs()
    turn.shown(at: shown)
    clock?.set(atBoottimeMs: model.wait(after: moment).map { leads ? shown + $0 : turn.tickMs(at: shown, wait: $0) })
    if model.session != nil { patience?.set(atBoottimeMs: nil) }
  }

  private func present(at moment: Instant) {
    screen.present(
      model.frame(size: screen.size, at: moment, depth: screen.colorDepth, showsUnicode: screen.showsUnicode))
  }

  /// What is cleared may go to the scrollback of a terminal that has no second screen: so first it is painted over.
  private func wipe() {
    present(at: now)
    screen.resize()
  }

  /// Lets the last words reach the host. A host that was told to stop is waited for, so that the session can be
  /// resumed at once.
  private func depart() throws(EventLoopFault) {
    let deadline = EventLoop.boottimeMs() + 2000
    while link.isOpen, EventLoop.boottimeMs() < deadline, link.unsentBytes > 0 || farewell?.endsHost == true {
      _ = try loop.runOnce(timeoutMs: 50)
      for case .ended(.failed(let why)) in link.receive() { farewell = .disconnected(.failed(why)) }
    }
    link.close()
  }
}
