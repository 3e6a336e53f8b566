/// Keeps whoever tries passes from trying fast: each wrong one of an account makes its next one wait longer.
///
/// Told per account and not per line, so that many lines at once are no faster than one.
struct Slowdown {
  /// What an account has tried.
  private struct Record {
    var failures = 0
    /// Milliseconds of CLOCK_BOOTTIME.
    var nextMs: Int64 = 0
  }

  private var records: [UInt32: Record] = [:]

  /// Wrong tries are forgotten after so many milliseconds without one.
  private static let forgetMs: Int64 = 600_000

  /// When an account may try next, in milliseconds of CLOCK_BOOTTIME.
  func nextMs(for user: UInt32) -> Int64 { records[user]?.nextMs ?? 0 }

  /// Takes note of a wrong try; gives how many there have been.
  mutating func fail(_ user: UInt32, at now: Int64) -> Int {
    var record = records[user] ?? Record()
    if record.nextMs + Slowdown.forgetMs < now { record = Record() }
    record.failures += 1
    record.nextMs = now + Slowdown.delayMs(after: record.failures)
    records[user] = record
    return record.failures
  }

  /// One second, two, four, up to half a minute.
  static func delayMs(after failures: Int) -> Int64 { min(30_000, 1000 << Int64(min(5, failures - 1))) }
}
