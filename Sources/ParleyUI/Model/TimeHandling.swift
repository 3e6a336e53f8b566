import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What the countdown has already called attention to (M26). Each is said once a step or conflict, and
/// extension.
struct Alarm: Hashable, Sendable {
  var step: Step?
  /// The conflict it is about, by when it was opened; nil for the step itself.
  var conflict: Instant?
  var planned = 0
  var phase: Countdown.Phase?

  /// Whether there is something new to call out. What was over time when this terminal came to it is not new.
  mutating func advances(to phase: Countdown.Phase, of about: Alarm) -> Bool {
    if step != about.step || conflict != about.conflict || planned != about.planned {
      self = about
      self.phase = phase
      return false
    }
    defer { self.phase = phase }
    return self.phase != phase
  }
}

// Time: what happens when a second passes, and when the next one matters.
extension TerminalModel {
  /// A moment has come; to be called at ``nextMoment(after:)`` and after every entry.
  ///
  /// - Parameter size: how large the screen is, and so how many keys it names and how far its panes scroll.
  public mutating func tick(at now: Instant, size: Size) -> [Effect] {
    screen = size
    waitingSince = link == .live && !pending.isEmpty ? waitingSince ?? now : nil
    let played = play(to: now) + sendAnswered(at: now)
    runsOver = state.flatMap { SessionTime($0, at: now) }.map { $0.delta > 0 } ?? false
    refreshFooter(at: now, columns: footerColumns(size))
    guard let state else { return played }
    return played + ping(state, now) + (isReplay ? [] : warn(state, now)) + titleEffects(at: now)
      + progressEffects(at: now)
  }

  /// When the screen next changes by itself; nil while nothing runs, so that nothing wakes up.
  public func nextMoment(after now: Instant) -> Instant? {
    [answerDue, nextSecond(after: now)].compactMap { $0 }.min()
  }

  private func nextSecond(after now: Instant) -> Instant? {
    // How long the host has been silent is counted, too.
    if link == .lost || waitingSince != nil { return now.adding(seconds: 1) }
    guard let state, state.ended == nil else { return nil }
    // Before the first step and while it is paused the room's clock goes on, and the end goes with it.
    let wait = Countdown(foremostIn: state, at: now)?.untilNextSecond.map(Int64.init) ?? now.untilNextMinute
    return Instant(milliseconds: now.milliseconds + wait)
  }

  /// Whether a command or a ping has waited for its answer longer than any disk takes.
  func isUnanswered(at now: Instant) -> Bool {
    [waitingSince, pingedSince].contains { $0.map { now.seconds(since: $0) >= 3 } ?? false }
  }

  /// Asks whether a host that has said nothing for long is still there; only where the second that passes is seen, so
  /// that nothing is woken up for it.
  private mutating func ping(_ state: State, _ now: Instant) -> [Effect] {
    guard link == .live, stage == nil, pending.isEmpty, pingedSince == nil, let lastHeard,
      now.seconds(since: lastHeard) >= 10, Countdown(foremostIn: state, at: now)?.untilNextSecond != nil
    else { return [] }
    pingedSince = now
    return [.send(.ping)]
  }

  /// While a conflict is open, its time is what counts; the step's end waits until it is over.
  private mutating func warn(_ state: State, _ now: Instant) -> [Effect] {
    if let conflict = Countdown(ofConflictIn: state, at: now) { return warn(ofConflict: conflict, state) }
    let comesFromConflict = conflictAlarm.conflict != nil
    conflictAlarm = Alarm()
    guard let countdown = Countdown(state, at: now) else {
      alarm = Alarm()
      return []
    }
    guard alarm.advances(to: countdown.phase, of: Alarm(step: state.step, planned: countdown.planned)) else {
      return []
    }
    switch countdown.phase {
    case .calm: return []
    case .lastTwoMinutes:
      say("two minutes left", .warning)
      return []
    case .lastMinute:
      say("one minute left: what do we need to say before we settle?", .warning)
      return []
    case .overtime:
      forgetWarning()
      // What to do at zero is the facilitator's to say, and one bell in the room is enough.
      guard speaker == .facilitator else { return [] }
      offersOvertime = !isSolo
      return comesFromConflict || notes != nil ? [] : [.ring]
    }
  }

  /// A warning goes when its moment has gone: nobody may be there to press a key.
  mutating func forgetWarning() {
    notices.removeAll { $0.severity == .warning }
  }

  private mutating func warn(ofConflict countdown: Countdown, _ state: State) -> [Effect] {
    let about = Alarm(step: state.step, conflict: state.openConflict?.opened, planned: countdown.planned)
    guard conflictAlarm.advances(to: countdown.phase, of: about) else { return [] }
    let key = key(of: .conflict)
    switch countdown.phase {
    case .calm: return []
    case .lastTwoMinutes:
      say("two minutes left for the conflict: \(key) has four ways out", .warning)
      return []
    case .lastMinute:
      say("one minute left: resolve, experiment, escalate or postpone?", .warning)
      return []
    case .overtime:
      say("the conflict's time is up; \(key) ends it in one of four ways", .warning)
      return speaker == .facilitator ? [.ring] : []
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

  /// How far the time has gone, whenever the percentage changes: a second costs the line nothing besides.
  private mutating func progressEffects(at now: Instant) -> [Effect] {
    guard showsProgress, let state else { return [] }
    let next = Countdown(foremostIn: state, at: now).map(TabProgress.init)
    guard next != progress else { return [] }
    progress = next
    return [.progress(next)]
  }

  /// What the bell at zero is about, in a title and a text that anyone may see.
  var timeIsUp: (title: String, text: String)? {
    guard let state else { return nil }
    let what = state.openConflict.map { "the conflict “\($0.topic)”" } ?? state.titles(of: state.step).short
    return (state.plan.title, "the time for \(what) is up")
  }

  static func title(of state: State, at now: Instant) -> String {
    let step = state.openConflict == nil ? state.titles(of: state.step).short : "Conflict"
    guard let countdown = Countdown(foremostIn: state, at: now) else { return "\(step) · \(state.plan.title)" }
    let time =
      switch countdown.left {
      case 121...: "\((countdown.left + 59) / 60) min"
      case 1...120: "\((countdown.left + 9) / 10 * 10) s"
      default: "+\(-countdown.left / 60) min"
      }
    let mark = state.plan.rehearsal == nil ? "" : "REHEARSAL · "
    return "\(mark)\(countdown.isPaused ? "paused, " : "")\(time) · \(step)"
  }
}

extension TabProgress {
  fileprivate init(_ countdown: Countdown) {
    let percent = countdown.planned > 0 ? min(100, countdown.elapsed * 100 / countdown.planned) : 100
    self = countdown.left <= 0 ? .over : countdown.isPaused ? .paused(percent: percent) : .running(percent: percent)
  }
}

extension Instant {
  /// Milliseconds until a clock without seconds shows something else.
  fileprivate var untilNextMinute: Int64 {
    let past = milliseconds % 60_000
    return 60_000 - (past < 0 ? past + 60_000 : past)
  }
}
