import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// A rehearsal line by line: what people say is a sentence with their name, and the keys of the rehearsal's clock and
// report are words of one letter, as every key is here.
extension PlainSession {
  /// A rehearsal that stands at `now`, which it has yet to join.
  /// - Parameter performance: the people; nil alone.
  public init(rehearsing performance: Performance?, at now: Instant, speed: Int) {
    self.init(commandPrefix: .random())
    model = TerminalModel(rehearsing: performance, at: now, speed: speed)
    model.isLineByLine = true
  }

  /// Tells what was said since it was told last.
  mutating func hearStage(at now: Instant) -> [Effect] {
    guard model.stage != nil else { return [] }
    let effects = translated(model.play(to: now))
    let said = model.performance?.said ?? []
    let new = said.dropFirst(told).map { Effect.say("\(model.state?.name($0.who) ?? $0.who.text): “\($0.text)”") }
    told = said.count
    return new + effects
  }

  /// Does what a key of the rehearsal does, and says what came of it.
  mutating func performOnStage(_ id: Action.ID, _ now: Instant) -> [Effect] {
    let effects = translated(model.perform(id, at: now))
    if case .report(let page, _) = model.overlays.last {
      model.overlays.removeLast()
      let lines = id == .stageReport ? model.debrief(at: now)?.document ?? [] : page.lines
      return effects + lines.filter { !$0.isEmpty }.map { .say($0) }
    }
    let clock = [Action.ID.stageFaster, .stageSlower, .stagePause, .soloPause].contains(id)
    // A jump leads to a word, which is said at once.
    let heard = hearStage(at: model.stage?.clock.now ?? now)
    return effects + (clock ? [.say("the clock: \(model.shownSpeed)")] : []) + heard
  }

  /// Milliseconds of the machine's clock until something is to be said; nil while nothing is.
  func wait(after now: Instant) -> Int64? {
    let next = [nextMoment(after: now), model.nextOnStage].compactMap { $0 }.min()
    guard let stage = model.stage else { return next.map { $0.milliseconds - now.milliseconds } }
    return next.flatMap { stage.clock.wait(until: $0, isHeld: model.isBusy) }
  }
}
