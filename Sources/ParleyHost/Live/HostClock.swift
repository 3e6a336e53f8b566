import ParleyCore
import ParleyJournal

/// The clock of a live session.
public protocol HostClock: AnyObject {
  var now: Moment { get }
}

/// One moment, on the session's clock and on the machine's.
public struct Moment: Hashable, Sendable {
  /// The session's time (M26).
  public var at: Instant
  /// The reading that the journal keeps, so that the session can go on after a restart.
  public var reading: ClockReading
  /// The moment from which a terminal computes the session's time, in milliseconds of CLOCK_BOOTTIME.
  public var boottimeMs: Int64
}

/// The machine's time: it goes on while the machine sleeps, and no change of the wall clock moves it.
public final class MachineTime: HostClock {
  private let clock: SessionClock
  private let read: () -> ClockReading

  /// Continues after an entry made at `last`, when the machine's clocks read `reading`.
  public init(
    after last: Instant, reading: ClockReading, read: @escaping () -> ClockReading = ClockReading.now
  ) {
    clock = SessionClock(after: last, reading: reading, now: read())
    self.read = read
  }

  public var now: Moment {
    let reading = read()
    return Moment(at: clock.now(reading.bootMs), reading: reading, boottimeMs: reading.bootMs)
  }
}

/// Time that passes only on request, for scripts and tests.
public final class VirtualTime: HostClock {
  public private(set) var now: Moment

  /// Begins at `start`. The journal keeps `reading` with every entry, so that such a session resumes from its last
  /// entry.
  public init(start: Instant, reading: ClockReading = .now()) {
    now = Moment(at: start, reading: reading, boottimeMs: reading.bootMs)
  }

  /// Lets time pass until then; it never goes back.
  public func pass(to instant: Instant) {
    let passed = max(0, instant.milliseconds - now.at.milliseconds)
    now.at.milliseconds += passed
    now.boottimeMs += passed
  }

  /// Lets time pass on the session's clock and on the one that terminals compute from.
  public func pass(seconds: Int) {
    now.at = now.at.adding(seconds: seconds)
    now.boottimeMs += Int64(seconds) * 1000
  }
}
