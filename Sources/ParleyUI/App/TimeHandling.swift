import ParleyCore
import ParleyTerminal

/// What the countdown has already called attention to (M26). Each is said once a step and extension.
struct Alarm: Hashable, Sendable {
  var step: Step?
  var planned = 0
  var phase: Countdown.Phase?
}

// Time: what happens when a second passes, and when the next one matters.
extension TerminalModel {
  /// A moment has come; to be called at ``nextMoment(after:)`` and after every entry.
  ///
  /// - Parameter columns: how wide the screen is, and so how many keys it names.
  public mutating func tick(at now: Instant, columns: Int) -> [Effect] {
    refreshFooter(at: now, columns: columns)
    guard let state else { return [] }
    return warn(Countdown(state, at: now), state) + titleEffects(at: now)
  }

  /// When the screen next changes by itself; nil while nothing runs, so that nothing wakes up.
  public func nextMoment(after now: Instant) -> Instant? {
    guard let state, link != .lost, let wait = Countdown(state, at: now)?.untilNextSecond else { return nil }
    return Instant(milliseconds: now.milliseconds + Int64(wait))
  }

  private mutating func warn(_ countdown: Countdown?, _ state: State) -> [Effect] {
    guard let countdown else {
      alarm = Alarm()
      return []
    }
    // A step that was over time when this terminal came to it has nothing new to say.
    if alarm.step != state.step || alarm.planned != countdown.planned {
      alarm = Alarm(step: state.step, planned: countdown.planned, phase: countdown.phase)
      return []
    }
    guard alarm.phase != countdown.phase else { return [] }
    alarm.phase = countdown.phase
    switch countdown.phase {
    case .calm: return []
    case .lastTwoMinutes:
      say("two minutes left", .warning)
      return []
    case .lastMinute:
      say("one minute left: what do we need to say before we settle?", .warning)
      return []
    case .overtime:
      offersOvertime = true
      return [.ring]
    }
  }

  /// The title of the window: to the minute above two minutes, to ten seconds below, to spare the line.
  private mutating func titleEffects(at now: Instant) -> [Effect] {
    guard let state else { return [] }
    let next = TerminalModel.title(of: state, at: now)
    guard next != title else { return [] }
    title = next
    return [.title(next)]
  }

  static func title(of state: State, at now: Instant) -> String {
    let step = state.titles(of: state.step).short
    guard let countdown = Countdown(state, at: now) else { return "\(step) · \(state.plan.title)" }
    let time =
      switch countdown.left {
      case 121...: "\((countdown.left + 59) / 60) min"
      case 1...120: "\((countdown.left + 9) / 10 * 10) s"
      default: "+\(-countdown.left / 60) min"
      }
    return "\(countdown.isPaused ? "paused, " : "")\(time) · \(step)"
  }
}
