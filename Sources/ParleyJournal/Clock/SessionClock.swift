import ParleyCore

/// Turns the machine's time into the session's: ``Instant``s that run on evenly from the opening, whatever anyone sets
/// the wall clock to. They survive sleep, a restart of the host, and one of the machine (M26).
public struct SessionClock: Hashable, Sendable {
  /// The session's time at ``bootMs``.
  public let origin: Instant
  /// CLOCK_BOOTTIME in milliseconds at ``origin``.
  public let bootMs: Int64

  /// The clock of a session that opens at `origin`, when the machine's clocks read `reading`.
  public init(opening origin: Instant, reading: ClockReading) {
    self.origin = origin
    bootMs = reading.bootMs
  }

  /// The clock of a session that resumes: its last entry was made at `last`, when the clocks read `reading`.
  ///
  /// Unless the machine has restarted, the difference of its boottimes tells how much time has passed. After a restart
  /// only the wall clock can tell. Time never runs backwards.
  public init(after last: Instant, reading: ClockReading, now: ClockReading) {
    let sameBoot = reading.bootID == now.bootID && !now.bootID.isEmpty && now.bootMs >= reading.bootMs
    let passed =
      sameBoot
      ? SessionClock.milliseconds(from: reading.bootMs, to: now.bootMs)
      : SessionClock.milliseconds(from: reading.wallMs, to: now.wallMs)
    origin = Instant(milliseconds: last.milliseconds + passed)
    bootMs = now.bootMs
  }

  /// The session's time when CLOCK_BOOTTIME is at `bootMs` milliseconds.
  public func now(_ bootMs: Int64) -> Instant {
    Instant(milliseconds: origin.milliseconds + SessionClock.milliseconds(from: self.bootMs, to: bootMs))
  }

  // From nothing to a century, whatever a file says.
  private static func milliseconds(from start: Int64, to end: Int64) -> Int64 {
    let (passed, isTooLong) = end.subtractingReportingOverflow(start)
    return isTooLong ? 0 : min(max(0, passed), 3_155_760_000_000)
  }
}
