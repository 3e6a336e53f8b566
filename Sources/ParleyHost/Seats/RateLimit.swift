import ParleyWire

/// How fast a terminal may give commands.
///
/// Theory: a token bucket for each person. A command costs one token, and tokens come back with time; without one, the
/// person's terminals are not heard until the next comes. A terminal that waits for answers is only slowed. One that
/// does not piles up commands, is disconnected, and has to wait before it comes back, longer each time. The
/// facilitator's terminals need no tokens; they too take turns, so that nobody waits for more than a few commands of
/// another terminal.
public struct RateLimit: Hashable, Sendable {
  /// Commands that may come at once.
  public var burst: Int
  public var perSecond: Int
  /// Commands heard from one terminal before the next one's turn.
  public var turn: Int
  /// The number of unheard commands at which a terminal is disconnected.
  public var backlog: Int

  public init(burst: Int, perSecond: Int, turn: Int, backlog: Int) {
    (self.burst, self.perSecond, self.turn, self.backlog) = (burst, perSecond, turn, backlog)
  }

  /// More than people and their scripts need.
  public static let people = RateLimit(burst: 40, perSecond: 5, turn: 4, backlog: 200)
  /// For terminals within the process, which are trusted.
  public static let unlimited = RateLimit(burst: .max, perSecond: .max, turn: .max, backlog: .max)
}

/// The commands of all terminals of one person count together.
struct RateLimitKey: Hashable {
  let user: UInt32
  let name: SeatName
}

/// The tokens of one key.
struct TokenBucket {
  private var count: Int
  /// The moment for which `count` is right, in milliseconds of CLOCK_BOOTTIME.
  private var atMs: Int64

  init(_ rateLimit: RateLimit, at now: Int64) { (count, atMs) = (rateLimit.burst, now) }

  /// Takes one if there is one.
  mutating func spend(_ rateLimit: RateLimit, at now: Int64) -> Bool {
    guard rateLimit.perSecond != .max else { return true }
    let back = (now - atMs) * Int64(rateLimit.perSecond) / 1000
    if back > 0 {
      count = min(rateLimit.burst, count + Int(clamping: back))
      atMs = count == rateLimit.burst ? now : atMs + back * 1000 / Int64(rateLimit.perSecond)
    }
    guard count > 0 else { return false }
    if count == rateLimit.burst { atMs = now }
    count -= 1
    return true
  }

  /// Whether all have come back: then it is as good as a new one.
  func isFull(_ rateLimit: RateLimit, at now: Int64) -> Bool {
    guard rateLimit.perSecond != .max else { return true }
    return Int64(count) + (now - atMs) * Int64(rateLimit.perSecond) / 1000 >= Int64(rateLimit.burst)
  }

  /// When there is a token again, in milliseconds of CLOCK_BOOTTIME.
  func nextMs(_ rateLimit: RateLimit) -> Int64 { atMs + Int64(1000 / max(1, rateLimit.perSecond)) + 1 }
}
