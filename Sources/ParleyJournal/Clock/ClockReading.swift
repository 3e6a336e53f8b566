import Foundation
import ParleyCore

/// What the machine's clocks say at one moment; kept with each entry, so that a session can go on after a
/// restart with its countdown right (M26).
public struct ClockReading: Hashable, Sendable {
  /// Names the running of the machine since it was last started.
  public var bootID: String
  /// Milliseconds since then, sleep included (CLOCK_BOOTTIME).
  public var bootMs: Int64
  /// Milliseconds since 1970-01-01 UTC (CLOCK_REALTIME).
  public var wallMs: Int64

  public init(bootID: String, bootMs: Int64, wallMs: Int64) {
    self.bootID = bootID
    self.bootMs = bootMs
    self.wallMs = wallMs
  }

  /// Reads the machine's clocks.
  public static func now() -> ClockReading {
    ClockReading(bootID: currentBootID, bootMs: milliseconds(CLOCK_BOOTTIME), wallMs: milliseconds(CLOCK_REALTIME))
  }

  /// The wall clock of this place at this reading: what a session's opening is dated with.
  public var localTime: Instant {
    var seconds = time_t(wallMs / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Instant(milliseconds: wallMs + Int64(parts.tm_gmtoff) * 1000)
  }

  // Empty where the kernel does not tell; then a restart goes on from the wall clock.
  private static let currentBootID: String = {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }()

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
