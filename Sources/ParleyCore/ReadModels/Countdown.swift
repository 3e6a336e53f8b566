/// The time left for the current step or conflict (M26). It is computed from instants, so that it is right after sleep,
/// a restart, or a stay at another step.
public struct Countdown: Hashable, Sendable {
  /// Seconds, extensions included.
  public var planned: Int
  /// Whole seconds spent at the step over all visits, pauses not counted.
  public var elapsed: Int
  public var isPaused: Bool
  /// Milliseconds since the last whole second of ``elapsed``.
  private var fraction: Int

  /// Nil in the lobby and after closing, which have no timebox.
  public init?(_ state: State, at now: Instant) {
    guard let time = state.times.first(where: { $0.step == state.step }) else { return nil }
    self.init(planned: time.planned, past: time.past - time.pastPaused, state.visit, at: now)
  }

  /// The countdown of the open conflict (M18); nil when none is open, or the plan gives it no time.
  public init?(ofConflictIn state: State, at now: Instant) {
    guard let conflict = state.openConflict, conflict.planned > 0 else { return nil }
    self.init(planned: conflict.planned, past: 0, conflict.visit, at: now)
  }

  /// The countdown that the room follows: the conflict's while one is open, else the step's.
  public init?(foremostIn state: State, at now: Instant) {
    guard let countdown = Countdown(ofConflictIn: state, at: now) ?? Countdown(state, at: now) else { return nil }
    self = countdown
  }

  private init(planned: Int, past: Int64, _ visit: Visit, at now: Instant) {
    let spent = past + visit.length(at: now) - visit.pause(at: now)
    self.planned = planned
    elapsed = Int(max(0, spent) / 1000)
    fraction = Int(max(0, spent) % 1000)
    isPaused = visit.pausedSince != nil
  }

  /// Seconds; below zero in overtime.
  public var left: Int { planned - elapsed }

  /// How pressing the time is (M26).
  public enum Phase: Hashable, Sendable, CaseIterable {
    case calm, lastTwoMinutes, lastMinute, overtime
  }

  /// How pressing the time is now.
  public var phase: Phase {
    switch left {
    case ...0: .overtime
    case ...60: .lastMinute
    case ...120: .lastTwoMinutes
    default: .calm
    }
  }

  /// `9:59`; in overtime `+0:01`.
  public var text: String { left > 0 ? minutesAndSeconds(left) : "+\(minutesAndSeconds(-left))" }

  /// `10:00`: the planned time of the step.
  public var plannedText: String { minutesAndSeconds(planned) }

  /// Milliseconds until the text changes; nil while it stands still.
  public var untilNextSecond: Int? { isPaused ? nil : 1000 - fraction }
}
