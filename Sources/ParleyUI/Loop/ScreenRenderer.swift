import Glibc
import ParleyCore
import ParleyTerminal
import ParleyWire

/// A session on the whole screen: keys in, frames out.
final class ScreenRenderer: Renderer {
  var model: TerminalModel
  private let screen: any Screen
  /// The frame that the next answer will most likely show.
  private var speculation: SpeculativeFrame?
  /// When a paste without brackets came last, in milliseconds of CLOCK_BOOTTIME.
  private var pastedMs: Int64?
  /// The frame of this moment, when it was made before.
  private var ready: Frame?

  init(screen: any Screen, model: TerminalModel) {
    self.screen = screen
    self.model = model
    self.model.showsUnicode = screen.showsUnicode
    self.model.showsProgress = screen.showsProgress
  }

  let signals: [Int32] = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP]

  var inputDescriptor: Int32? { screen.inputDescriptor }
  var showsNewsAtOnce: Bool { model.speaker == .facilitator }

  func readInput() -> [Input] {
    speculation = nil
    let typed = screen.nextKeys()
    if let isLight = screen.hasLightBackground { model.themes.suit(lightBackground: isLight) }
    let now = EventLoop.boottimeMs()
    let keys = model.reading(typed, isRest: pastedMs.map { now - $0 < Burst.restMs } ?? false)
    if keys != typed { pastedMs = .max }
    return keys.map(Input.key)
  }

  func handle(_ input: Input, at now: Instant) -> [Effect] {
    guard case .key(let key) = input else { return [] }
    return model.handle(key: key, at: now)
  }

  func handle(_ message: HostMessage, at now: Instant) -> [Effect] { model.handle(message: message, at: now) }

  func loseHost(at now: Instant) -> [Effect] { model.loseHost(at: now) }

  func perform(_ effect: Effect, at now: Instant) {
    switch effect {
    case .ring: ring()
    case .title(let title): screen.setTitle(title)
    case .progress(let progress): screen.setProgress(progress)
    case .copy: copy(at: now)
    case .suspend: screen.suspend()
    case .repaint: screen.resize()
    case .wipe: wipe(at: now)
    case .closeMemory: ProcessMemory.close()
    case .send, .leave: break
    }
  }

  func prepareAnswer(at now: Instant) {
    guard speculation == nil else { return }
    speculation = model.speculativeFrame(
      at: now, size: screen.size, depth: screen.colorDepth, showsUnicode: screen.showsUnicode)
    if let speculation { screen.prepare(speculation.frame) }
  }

  /// What was foreseen and has come is shown before it is taken in: that is the shortest road to the eye.
  func expect(_ messages: [HostMessage], at now: Instant) {
    for message in messages where speculation?.hear(message) == false { speculation = nil }
    if let speculation, speculation.holds(at: now, size: screen.size) { screen.present(speculation.frame) }
  }

  func tick(at now: Instant) -> [Effect] {
    let borneOut = speculation.flatMap { $0.holds(at: now, size: screen.size) ? $0 : nil }
    speculation = nil
    ready = borneOut?.frame
    model.footer = borneOut?.footer ?? model.footer
    return model.tick(at: now, size: screen.size)
  }

  func present(at now: Instant) {
    screen.present(ready ?? frame(at: now))
    ready = nil
    // However long this took, what waited meanwhile is the paste's rest.
    if pastedMs == .max { pastedMs = EventLoop.boottimeMs() }
  }

  func wait(after now: Instant) -> Int64? { model.wait(after: now) }

  func hideBallot(at now: Instant) {
    if model.putBallotAway() { screen.present(frame(at: now)) }
  }

  func leave() { screen.leave() }

  private func frame(at now: Instant) -> Frame {
    model.frame(size: screen.size, at: now, depth: screen.colorDepth, showsUnicode: screen.showsUnicode)
  }

  /// The bell is for the room; beside it, whoever is away from the window is told.
  private func ring() {
    screen.ring()
    if let (title, text) = model.timeIsUp { screen.notify(title, text) }
  }

  private func copy(at now: Instant) {
    guard let clip = model.clip(at: now, size: screen.size) else { return }
    model.say(screen.copy(clip.text), of: clip)
  }

  /// What is cleared may go to the scrollback of a terminal that has no second screen: so first it is painted over.
  private func wipe(at now: Instant) {
    screen.present(frame(at: now))
    screen.resize()
  }
}
