import ParleyCore

/// Turns the machine's time into the session's: ``Instant``s that run on evenly from the opening, whatever
/// the wall clock is set to meanwhile, and through sleep, a restart of the host and one of the machine (M26).
public struct SessionClock: Hashable, Sendable {
  /// The session's time at ``bootMs``.
  public let origin: Instant
  /// CLOCK_BOOTTIME in milliseconds at ``origin``.
  public let bootMs: Int64

  /// The clock of a session that opens at `origin`, when the machine's clocks say `reading`.
  public init(opening origin: Instant, reading: ClockReading) {
    self.origin = origin
    bootMs = reading.bootMs
  }

  /// The clock of a session that goes on: its last entry was made at `last`, when the clocks said `reading`.
  ///
  /// As long as the machine was not restarted, what has passed since is the difference of its boottimes.
  /// After a restart only the wall clock is left to tell. Time never runs backwards.
  public init(after last: Instant, reading: ClockReading, now: ClockReading) {
    let sameBoot = reading.bootID == now.bootID && !now.bootID.isEmpty && now.bootMs >= reading.bootMs
    let passed = sameBoot ? now.bootMs - reading.bootMs : now.wallMs - reading.wallMs
    origin = Instant(milliseconds: last.milliseconds + max(0, passed))
    bootMs = now.bootMs
  }

  /// The session's time when CLOCK_BOOTTIME is at `bootMs` milliseconds.
  public func now(_ bootMs: Int64) -> Instant {
    Instant(milliseconds: origin.milliseconds + max(0, bootMs - self.bootMs))
  }
}
