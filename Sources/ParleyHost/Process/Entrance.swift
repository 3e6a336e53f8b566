import ParleyWire

/// How fast a host lets lines in.
///
/// Theory: whoever opens one line after another must keep neither the terminals waiting that are in, nor others outside.
/// So each account has its own tokens. A guest's line without one is ended at once, which costs next to nothing and
/// leaves room behind it for others. The host's own account is never turned away: its lines wait at the door.
struct Entrance {
  /// The lines that are let in before terminals are heard again.
  static let letInInTurn = 8
  /// The same for lines that come and are turned away.
  static let turnedAwayInTurn = 64

  private static let own = RateLimit(burst: 128, perSecond: 100, turn: letInInTurn, backlog: .max)
  private static let guest = RateLimit(burst: 32, perSecond: 10, turn: letInInTurn, backlog: .max)

  private let owner: UInt32
  private var tokens: [UInt32: TokenBucket] = [:]

  init(owner: UInt32) { self.owner = owner }

  /// What becomes of a line that has come.
  enum Answer: Hashable {
    case letIn
    /// It is let in, and the next ones wait until then, in milliseconds of CLOCK_BOOTTIME.
    case lastUntil(Int64)
    case turnedAway
  }

  mutating func answer(to user: UInt32, at now: Int64) -> Answer {
    let limit = user == owner ? Entrance.own : Entrance.guest
    var bucket = tokens[user] ?? TokenBucket(limit, at: now)
    defer { tokens[user] = bucket }
    if bucket.spend(limit, at: now) { return .letIn }
    return user == owner ? .lastUntil(bucket.nextMs(limit)) : .turnedAway
  }
}
