/// A time of day, to the minute: `15:30`.
public struct ClockTime: Hashable, Sendable {
  /// Since midnight.
  public let minutes: Int

  /// Reads `15:30` or `9:05`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// As a command writes it.
  public var text: String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

  /// The moment that is meant when it is said at `instant`: the nearest, since a session may go past midnight.
  public func nearest(to instant: Instant) -> Instant {
    let today = Instant(instant.date, hour: minutes / 60, minute: minutes % 60)
    let apart = today.seconds(since: instant)
    let halfDay = 12 * 3600
    return today.adding(seconds: apart < -halfDay ? 2 * halfDay : apart > halfDay ? -2 * halfDay : 0)
  }
}
