/// Slows repeated tries: each wrong try makes the next one wait longer.
///
/// It counts per account or per person, not per line, so that many lines at once are no faster than one.
struct Backoff<Key: Hashable> {
  /// The wrong tries of one key.
  private struct Record {
    var failures = 0
    /// Milliseconds of CLOCK_BOOTTIME.
    var nextMs: Int64 = 0
  }

  private var records: [Key: Record] = [:]

  /// It forgets wrong tries after this many milliseconds without one.
  private var forgetMs: Int64 { 600_000 }

  /// How many keys it remembers.
  var count: Int { records.count }

  /// When the next try is allowed, in milliseconds of CLOCK_BOOTTIME.
  func nextMs(for key: Key) -> Int64 { records[key]?.nextMs ?? 0 }

  /// Counts a wrong try, and returns how many there have been.
  mutating func fail(_ key: Key, at now: Int64) -> Int {
    // What is forgotten need not be kept: accounts come and go for as long as a host lives.
    records = records.filter { $0.value.nextMs + forgetMs >= now }
    var record = records[key] ?? Record()
    record.failures += 1
    record.nextMs = now + Backoff.delayMs(after: record.failures)
    records[key] = record
    return record.failures
  }

  /// One second, two, four, up to half a minute.
  static func delayMs(after failures: Int) -> Int64 { min(30_000, 1000 << Int64(min(5, failures - 1))) }
}
