/// A moment after which waiting is given up.
struct Deadline {
  private let moment: ContinuousClock.Instant

  init(seconds: Double) { moment = .now + .seconds(seconds) }

  /// What is left, as `poll` takes it: whole milliseconds, rounded up, 0 when it has passed.
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: moment).components
    guard left.seconds >= 0, left.attoseconds > 0 || left.seconds > 0 else { return 0 }
    return Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }
}

/// How many seconds a program is waited for unless a test says otherwise: far more than any takes, so that a machine at
/// work on other things too makes no test fail.
public let patience = 60.0
