import Glibc
import ParleyCore

/// The machine's clocks at one moment. Each entry keeps them, so that a session can go on after a restart with the
/// right countdown (M26).
public struct ClockReading: Hashable, Sendable {
  /// The id of the machine's current boot.
  public var bootID: String
  /// Milliseconds since that boot, sleep included (CLOCK_BOOTTIME).
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

  /// The local wall clock at this reading. It dates a session's opening.
  public var localTime: Instant {
    var seconds = time_t(wallMs / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Instant(milliseconds: wallMs + Int64(parts.tm_gmtoff) * 1000)
  }

  /// The wall clock in a zone, by its IANA name; the local one without a name that this machine knows.
  public func time(in zone: String?) -> Instant {
    guard let zone = zone.flatMap({ ZoneTable(named: $0, read: SystemFile.bytes) }) else { return localTime }
    return Instant(milliseconds: wallMs + Int64(zone.offset(at: wallMs / 1000).seconds) * 1000)
  }

  // Empty when the kernel does not say; a restart then goes on from the wall clock.
  private static let currentBootID: String = {
    SystemFile.text("/proc/sys/kernel/random/boot_id")?.trimmed ?? ""
  }()

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
