/// The moment at which waiting ends.
struct Deadline {
  private let moment: ContinuousClock.Instant

  init(seconds: Double) { moment = .now + .seconds(seconds) }

  /// The time left, as `poll` takes it: whole milliseconds, rounded up, 0 when it has passed.
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: moment).components
    guard left.seconds >= 0, left.attoseconds > 0 || left.seconds > 0 else { return 0 }
    return Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }
}

/// How many seconds a test waits for a program unless it says otherwise: far more than any program takes, so that no
/// test fails on a busy machine.
public let patience = 60.0
