/// When a host folds the log of its session into the file: in a pause, or when people have not paused for long. Nothing
/// is due while nothing has changed, so that a host at rest never wakes up.
struct CheckpointSchedule {
  /// How many entries the file had at the last look; nil before the first.
  private var count: Int?
  /// Since when there are entries that only the log has; nil when there are none.
  private var sinceMs: Int64?
  /// When it is to be done, in milliseconds of CLOCK_BOOTTIME; nil when there is nothing to do.
  private(set) var dueMs: Int64?

  /// What counts as a pause, in milliseconds.
  static let pauseMs: Int64 = 1000
  /// The longest that it waits for a pause.
  static let limitMs: Int64 = 5000

  /// Takes note of how many entries there are now. The first look counts as a change: the last host may have left a log.
  mutating func note(_ count: Int, at now: Int64) {
    guard count != self.count else { return }
    self.count = count
    sinceMs = sinceMs ?? now
    dueMs = min(now + CheckpointSchedule.pauseMs, (sinceMs ?? now) + CheckpointSchedule.limitMs)
  }

  /// It was tried. Somebody who reads the session just then keeps it from being done.
  mutating func tried(isDone: Bool, at now: Int64) {
    if isDone { sinceMs = nil }
    dueMs = isDone ? nil : now + CheckpointSchedule.pauseMs
  }
}
