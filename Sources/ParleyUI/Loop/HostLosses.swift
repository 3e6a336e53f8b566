import Glibc
import ParleyWire

/// How often the host was lost lately: when to start it again, and when that is of no use.
struct HostLosses {
  /// Moments of CLOCK_BOOTTIME, in milliseconds.
  private var moments: [Int64] = []
  private var failedReturns = 0

  /// Takes note of a loss; false when there were too many within a minute.
  ///
  /// A host that dies lets go of its terminals before its socket and its lock. Who is fast meets it once more; a line
  /// that breaks before the session has been told is therefore no loss of its own, and only waited for a little.
  mutating func add(wasThere: Bool) -> Bool {
    if !wasThere, failedReturns < 20 {
      failedReturns += 1
      poll(nil, 0, 25)
      return true
    }
    failedReturns = 0
    let now = EventLoop.boottimeMs()
    moments = moments.filter { $0 > now - 60_000 } + [now]
    return moments.count <= 5
  }
}
