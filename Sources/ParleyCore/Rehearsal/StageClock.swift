/// The clock of a rehearsal or a replay: it can run faster than the machine's, stop, and jump.
///
/// It holds an instant and the matching moment of the machine's clock, and goes on from there at every
/// ``pass(toMs:isHeld:)``. So a change of speed needs no correction of the past.
public struct StageClock: Hashable, Sendable {
  public private(set) var now: Instant
  /// How many seconds pass here in one second of the machine's; one of ``speeds``.
  public private(set) var speed: Int
  public private(set) var isStopped: Bool
  /// The machine's clock at ``now``, in milliseconds; nil until it has been read for the first time.
  private var readAt: Int64?

  public static let speeds = 1...60
  /// The speeds that the keys go through.
  static let gears = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60]

  public init(at now: Instant, speed: Int, isStopped: Bool = false) {
    self.now = now
    self.speed = min(max(speed, StageClock.speeds.lowerBound), StageClock.speeds.upperBound)
    self.isStopped = isStopped
  }

  /// The instant at a moment of the machine's clock, in milliseconds.
  /// - Parameter isHeld: whether it runs no faster than the machine's clock. It does while someone writes, since that
  ///   takes as long as in a live session.
  public func instant(atMs ms: Int64, isHeld: Bool = false) -> Instant {
    guard !isStopped, let readAt, ms > readAt else { return now }
    return Instant(milliseconds: now.milliseconds + (ms - readAt) * Int64(isHeld ? 1 : speed))
  }

  /// Runs on to a moment of the machine's clock.
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

  /// Stops until ``goOn()``.
  public mutating func stop() { isStopped = true }
  /// Goes on from the instant at which it stopped.
  public mutating func goOn() { isStopped = false }
  /// Jumps forward, or back.
  public mutating func jump(to instant: Instant) { now = instant }
  /// The next faster speed; the same when there is none.
  public mutating func goFaster() { speed = StageClock.gears.first { $0 > speed } ?? speed }
  /// The next slower speed; the same when there is none.
  public mutating func goSlower() { speed = StageClock.gears.last { $0 < speed } ?? speed }
}
