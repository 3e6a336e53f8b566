/// The clock of a rehearsal or a replay: it runs so many times faster than the machine's, stands still when it is
/// told to, and can be put forward.
///
/// It holds an instant and the moment of the machine's clock that belongs to it, and goes on from there at every
/// ``pass(toMs:isHeld:)``; so a change of speed needs no reckoning back.
public struct StageClock: Hashable, Sendable {
  public private(set) var now: Instant
  /// How many seconds pass here in one of the machine's; of ``speeds``.
  public private(set) var speed: Int
  public private(set) var isStopped: Bool
  /// Milliseconds of the machine's clock that belong to ``now``; nil until it was read for the first time.
  private var readAt: Int64?

  public static let speeds = 1...60
  /// Those that the keys go through.
  static let gears = [1, 2, 4, 6, 10, 15, 20, 30, 45, 60]

  public init(at now: Instant, speed: Int, isStopped: Bool = false) {
    self.now = now
    self.speed = min(max(speed, StageClock.speeds.lowerBound), StageClock.speeds.upperBound)
    self.isStopped = isStopped
  }

  /// The instant at a moment of the machine's clock, in milliseconds.
  /// - Parameter isHeld: whether it goes no faster than the machine's: while someone writes, who needs as long for it
  ///   as in earnest.
  public func instant(atMs ms: Int64, isHeld: Bool = false) -> Instant {
    guard !isStopped, let readAt, ms > readAt else { return now }
    return Instant(milliseconds: now.milliseconds + (ms - readAt) * Int64(isHeld ? 1 : speed))
  }

  /// Goes on to a moment of the machine's clock.
  public mutating func pass(toMs ms: Int64, isHeld: Bool = false) {
    now = instant(atMs: ms, isHeld: isHeld)
    readAt = ms
  }

  /// Milliseconds of the machine's clock until `instant`; nil when it does not come by itself.
  public func wait(until instant: Instant, isHeld: Bool = false) -> Int64? {
    guard !isStopped else { return nil }
    let speed = Int64(isHeld ? 1 : speed)
    return max(0, instant.milliseconds - now.milliseconds + speed - 1) / speed
  }

  /// Stands still until it is let go on.
  public mutating func stop() { isStopped = true }
  /// Goes on from where it stands.
  public mutating func goOn() { isStopped = false }
  /// Is put forward, or back.
  public mutating func jump(to instant: Instant) { now = instant }
  /// The next faster speed; the same when there is none.
  public mutating func goFaster() { speed = StageClock.gears.first { $0 > speed } ?? speed }
  /// The next slower speed; the same when there is none.
  public mutating func goSlower() { speed = StageClock.gears.last { $0 < speed } ?? speed }
}
