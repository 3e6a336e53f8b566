import ParleyCore
import ParleyJournal
import ParleyPlan

/// The time of a session that was played: it went by in a moment, at whatever day its script says. From its end on it
/// lives in real time, as any other (M31).
enum PlayedTime {
  /// Milliseconds from a session's own time to the machine's.
  static func lag(_ clock: Store.LastClock) -> Int64 {
    let lag = clock.map { $0.reading.localTime.milliseconds - $0.at.milliseconds } ?? 0
    // A live session can be an hour or two off: clocks are changed, people travel, a plan has another zone.
    return abs(lag) < 86_400_000 ? 0 : lag
  }
}

extension Record {
  /// Puts the comment window of a session that was played into real time: it runs from the moment it was played (M31).
  mutating func liveOn(from clock: Store.LastClock) {
    guard let clock, let ended, PlayedTime.lag(clock) != 0 else { return }
    commentZone = zone ?? MachineZone.current
    let last = clock.reading.time(in: commentZone)
    commentsUntil = last.adding(seconds: ended.seconds(since: clock.at)).endOfComments
  }
}

extension MachineZone {
  /// The zone of this machine, as this process is told.
  static var current: String? { name(said: Environment.value(.zone)) }
}
