/// A moment of a session: milliseconds since 1970-01-01 00:00 on the wall clock of its place.
///
/// The clock is read once, when the session opens, and runs on evenly from there, so a change of the
/// wall clock or to summer time does not move a countdown (M26).
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    milliseconds = seconds * 1000
  }

  /// Reads `2027-06-28T14:00:00`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard clock.count == 3, parts[1].utf8.count == 8, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0..<60).contains(clock[2])
    else { return nil }
    self.init(date, hour: clock[0], minute: clock[1], second: clock[2])
  }

  public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

  /// Seconds from `other` to this instant, rounded down.
  public func seconds(since other: Instant) -> Int {
    Int((milliseconds - other.milliseconds).flooringDivision(by: 1000))
  }

  /// This instant plus this many seconds; at most nine million years, whatever minutes a file sums up to.
  public func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(min(max(seconds, -1 << 48), 1 << 48)) * 1000)
  }

  /// The day on which it falls.
  public var date: CalendarDate {
    CalendarDate(daysSince1970: Int(milliseconds.flooringDivision(by: 86_400_000)))
  }

  /// Seconds since midnight.
  public var secondOfDay: Int {
    Int(milliseconds.flooringDivision(by: 1000) - Int64(date.daysSince1970) * 86_400)
  }

  /// `14:05`.
  public var clock: String {
    let minutes = secondOfDay / 60
    return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// `2027-06-28T14:05:00` (ISO 8601, local time).
  public var description: String { "\(date)T\(clock):\(twoDigits(secondOfDay % 60))" }
}

/// A day of the Gregorian calendar. Written by hand because the core does without Foundation.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day, or the year is not of four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(trusted: year, month, day)
    guard CalendarDate(daysSince1970: daysSince1970) == self else { return nil }
  }

  /// Reads `2027-07-05`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(trusted year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01, by counting years from March in eras of 400.
  public init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = shifted.flooringDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      trusted: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01; negative before.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooringDivision(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day this many days later.
  public func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }

  /// The same day of a later month, or the last that this has.
  public func adding(months: Int) -> CalendarDate {
    let months = year * 12 + month - 1 + months
    let (year, month) = (months / 12, months % 12 + 1)
    return (0...3).lazy.compactMap { CalendarDate(year: year, month: month, day: day - $0) }.first ?? self
  }

  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// `2027-07-05` (ISO 8601).
  public var description: String {
    let padding = String(repeating: "0", count: max(0, 4 - String(year).utf8.count))
    return "\(padding)\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension BinaryInteger {
  func flooringDivision(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
