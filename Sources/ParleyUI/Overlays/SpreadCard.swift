import ParleyCore
import ParleyScreens
import ParleyTerminal

/// How what is left of the session would be spread over the steps to come, before it is (M26): for the end that was
/// agreed on and, after a late start, for the one on the clock; each can be moved by five minutes.
public struct SpreadCard: Hashable, Sendable {
  /// Nil is the planned end, to the second.
  private var ends: [Instant?] = [nil]
  private var chosen = 0

  init(_ state: State) {
    guard let starts = state.plan.starts, case let end = starts.adding(seconds: state.plan.minutes * 60),
      let planned = state.agreedEnd ?? state.started?.adding(seconds: state.plan.minutes * 60),
      planned.clock != end.clock
    else { return }
    ends.append(end)
  }

  /// What a key did.
  enum Result {
    case stays, closes
    case gives(Rebalance)
  }

  mutating func handle(_ key: Key, in state: State, at now: Instant) -> Result {
    switch key {
    case .up, .character("k"): chosen = max(0, chosen - 1)
    case .down, .character("j"): chosen = min(ends.count - 1, chosen + 1)
    case .left, .character("h"), .character("-"): move(by: -5, state, now)
    case .right, .character("l"), .character("+"): move(by: 5, state, now)
    case .enter:
      return .gives(Rebalance(end: ends[chosen].flatMap { ClockTime($0.clock) }))
    case .escape, .control("c"), .control("g"), .character("q"): return .closes
    default: break
    }
    return .stays
  }

  /// On the next five minutes of the clock, so that the room can be told.
  private mutating func move(by minutes: Int, _ state: State, _ now: Instant) {
    let end = ends[chosen] ?? state.plannedEnd(at: now)
    let step = Int64(minutes) * 60_000
    let rounded = end.milliseconds - end.milliseconds % step
    let next = rounded + (rounded == end.milliseconds || minutes > 0 ? step : 0)
    ends[chosen] = Instant(milliseconds: next)
  }

  func lines(in state: State, at now: Instant, look: Look, width: Int) -> [BoxLine] {
    do throws(Refusal) {
      let spread = try TimeSpread(state, to: ends[chosen], at: now)
      return [BoxLine(spread.text, look[.phrase]), .empty] + steps(spread, state, look, width) + [.empty]
        + endLines(state, now, look) + [BoxLine(key: "Enter", "spread it so; u takes it back", look)] + leaving(look)
    } catch {
      return Text.wrapped(error.sentence(to: .facilitator), toWidth: width).map { BoxLine($0, look[.warning]) } + [
        .empty
      ]
        + endLines(state, now, look) + leaving(look)
    }
  }

  private func steps(_ spread: TimeSpread, _ state: State, _ look: Look, _ width: Int) -> [BoxLine] {
    spread.shares.map { share in
      let after = minutesAndSeconds(share.step.seconds)
      let before = minutesAndSeconds(share.step.seconds - share.change)
      let title = Text.padded(
        state.titles(of: share.step.step).title, toWidth: max(8, width - 18), ellipsis: look.ellipsis)
      return BoxLine(pieces: [
        (title, look[.text]), (Text.padded(before, toWidth: 7, alignment: .trailing), look[.dim]),
        (look.signs.arrow, look[.dim]),
        (Text.padded(after, toWidth: 7, alignment: .trailing), look[.countdownCalm]),
      ])
    }
  }

  private func endLines(_ state: State, _ now: Instant, _ look: Look) -> [BoxLine] {
    let rows = ends.enumerated().map { place, end in
      let words = place == 0 ? "as long as planned" : "by the clock of the plan"
      let shown = (end ?? state.plannedEnd(at: now)).clock
      let isChosen = place == chosen && ends.count > 1
      return BoxLine(
        key: isChosen ? look.signs.current : "", "ends \(shown), \(words)", look)
    }
    let choice = ends.count > 1 ? rows + [.empty, BoxLine(key: "↑ ↓", "the other end", look)] : []
    return choice + [BoxLine(key: "← →", "ends five minutes earlier, later", look)]
  }

  private func leaving(_ look: Look) -> [BoxLine] { [BoxLine(key: "Esc", "leave the times as they are", look)] }
}

extension TerminalModel {
  mutating func handle(_ key: Key, in card: SpreadCard, _ now: Instant) -> [Effect] {
    guard let state else { return [] }
    var card = card
    switch card.handle(key, in: state, at: now) {
    case .stays: replaceTop(.spread(card))
    case .closes: overlays.removeLast()
    case .gives(let rebalance):
      if let refusal = session?.refusal(of: rebalance, by: speaker, at: now) {
        say(refusal.sentence(to: speaker), .refusal)
        return []
      }
      overlays.removeLast()
      return give(Statement(rebalance), from: .action(.rebalance), at: now)
    }
    return []
  }
}
