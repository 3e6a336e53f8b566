/// A day: one of the calendar, or so many days from when it is said (`+7d`).
public enum Due: Hashable, Sendable {
  case on(CalendarDate)
  case days(Int)

  /// Reads `2027-07-05` or `+7d`, of at most 36,500 days; nil for anything else.
  public init?(_ text: String) {
    if let date = CalendarDate(text) {
      self = .on(date)
    } else if text.hasPrefix("+"), text.hasSuffix("d"), text.dropFirst().first?.isNumber == true,
      let days = Int(text.dropFirst().dropLast()), (0...36_500).contains(days)
    {
      self = .days(days)
    } else {
      return nil
    }
  }

  /// As a command writes it.
  public var text: String {
    switch self {
    case .on(let date): date.description
    case .days(let days): "+\(days)d"
    }
  }

  /// The day that is meant when it is said at `instant`.
  public func date(at instant: Instant) -> CalendarDate {
    switch self {
    case .on(let date): date
    case .days(let days): instant.date.adding(days: days)
    }
  }
}
