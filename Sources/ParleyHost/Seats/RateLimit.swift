import ParleyWire

/// How fast a terminal may give commands.
///
/// Theory: each person has tokens, one a command, which come back with time; without one their terminals are not heard
/// until the next comes. Who waits for answers is only slowed by that. Who does not piles up commands, is parted from,
/// and has to wait before coming back, each time longer. The facilitator's terminals have no tokens; they too are heard
/// in turns, so that nobody waits for more than a few commands of another one.
public struct RateLimit: Hashable, Sendable {
  /// Commands that may come at once.
  public var burst: Int
  public var perSecond: Int
  /// Commands heard of one terminal before the next one's turn.
  public var turn: Int
  /// Commands unheard at which a terminal is parted from.
  public var backlog: Int

  public init(burst: Int, perSecond: Int, turn: Int, backlog: Int) {
    (self.burst, self.perSecond, self.turn, self.backlog) = (burst, perSecond, turn, backlog)
  }

  /// What people and their scripts need, and more.
  public static let people = RateLimit(burst: 40, perSecond: 5, turn: 4, backlog: 200)
  /// For terminals within the process, which are trusted.
  public static let unlimited = RateLimit(burst: .max, perSecond: .max, turn: .max, backlog: .max)
}

/// Whose commands are counted together: those of all terminals of one person.
struct RateLimitKey: Hashable {
  let user: UInt32
  let name: SeatName
}

/// The tokens of one key.
struct TokenBucket {
  private var count: Int
  /// Milliseconds of CLOCK_BOOTTIME at which `count` was right.
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

  /// When there is one again, in milliseconds of CLOCK_BOOTTIME.
  func nextMs(_ rateLimit: RateLimit) -> Int64 { atMs + Int64(1000 / max(1, rateLimit.perSecond)) + 1 }
}
