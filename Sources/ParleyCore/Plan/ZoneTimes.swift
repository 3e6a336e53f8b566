/// The clock times of a zone over some months: what a calendar of another place needs to place a local time (RFC 5545,
/// 3.6.5).
public struct ZoneTimes: Hashable, Sendable {
  /// Its IANA name.
  public var name: String
  /// In their order; the first holds before the moment that is asked for.
  public var times: [Time]

  /// A stretch of time with one offset.
  public struct Time: Hashable, Sendable {
    /// When it begins, on the clocks before it.
    public var from: Instant
    /// Seconds east of Greenwich before it.
    public var before: Int
    /// Seconds east of Greenwich.
    public var offset: Int
    public var isDaylight: Bool

    public init(from: Instant, before: Int, offset: Int, isDaylight: Bool) {
      self.from = from
      self.before = before
      self.offset = offset
      self.isDaylight = isDaylight
    }
  }

  public init(name: String, times: [Time]) {
    self.name = name
    self.times = times
  }

  /// A local time in UTC.
  public func utc(_ local: Instant) -> Instant {
    let offset = times.last { $0.from <= local }?.offset ?? times.first?.offset ?? 0
    return local.adding(seconds: -offset)
  }
}
