/// What a zone does every year, as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 8536, 3.3).
struct ZoneRule: Sendable {
  private let standard: ZoneTable.Offset
  /// The other half of the year, with when it begins and ends; nil where the clocks never change.
  private let daylight: (offset: ZoneTable.Offset, begins: Day, ends: Day)?

  /// A day of every year, and the time on it in seconds, on the clocks before.
  private struct Day {
    enum Kind {
      /// `M3.5.0`: the fifth, and so the last, Sunday of March.
      case weekday(month: Int, week: Int, day: Int)
      /// `J60`: the sixtieth day, in which February 29 never counts.
      case julian(Int)
      /// `59`: from 0, in which it does.
      case ordinal(Int)
    }

    let kind: Kind
    let time: Int
  }

  /// Nil where the text is no such rule.
  init?(_ text: String) {
    var reader = RuleReader(text)
    guard reader.skipName(), let west = reader.time() else { return nil }
    standard = ZoneTable.Offset(seconds: -west, isDaylight: false)
    if reader.isAtEnd {
      daylight = nil
      return
    }
    guard reader.skipName() else { return nil }
    let other = reader.next == "," ? west - 3600 : reader.time()
    guard let other, let begins = ZoneRule.day(&reader), let ends = ZoneRule.day(&reader), reader.isAtEnd else {
      return nil
    }
    daylight = (ZoneTable.Offset(seconds: -other, isDaylight: true), begins, ends)
  }

  private static func day(_ reader: inout RuleReader) -> Day? {
    guard reader.skip(","), let kind = kind(&reader) else { return nil }
    guard reader.skip("/") else { return Day(kind: kind, time: 7200) }
    return reader.time().map { Day(kind: kind, time: $0) }
  }

  private static func kind(_ reader: inout RuleReader) -> Day.Kind? {
    if reader.skip("M") {
      guard let month = reader.number(1...12), reader.skip("."), let week = reader.number(1...5), reader.skip("."),
        let day = reader.number(0...6)
      else { return nil }
      return .weekday(month: month, week: week, day: day)
    }
    if reader.skip("J") { return reader.number(1...365).map { .julian($0) } }
    return reader.number(0...365).map { .ordinal($0) }
  }

  /// Both changes of a year, in their order; none where the clocks never change.
  func changes(of year: Int) -> [ZoneTable.Change] {
    guard let daylight else { return [] }
    return [
      ZoneTable.Change(
        at: second(of: daylight.begins, in: year) - Int64(standard.seconds), offset: daylight.offset),
      ZoneTable.Change(at: second(of: daylight.ends, in: year) - Int64(daylight.offset.seconds), offset: standard),
    ].sorted { $0.at < $1.at }
  }

  func offset(at second: Int64) -> ZoneTable.Offset {
    let year = Instant(milliseconds: second * 1000).date.year
    return (year - 1...year + 1).flatMap(changes).last { $0.at <= second }?.offset ?? standard
  }

  private func second(of day: Day, in year: Int) -> Int64 {
    let january = Int64(CalendarDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0)
    let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
    let number: Int64 =
      switch day.kind {
      case .julian(let day): january + Int64(day - 1) + (isLeap && day > 59 ? 1 : 0)
      case .ordinal(let day): january + Int64(day)
      case .weekday(let month, let week, let weekday): Int64(ZoneRule.day(year, month, week, weekday))
      }
    return number * 86_400 + Int64(day.time)
  }

  /// Days since 1970 of the nth such weekday of a month, or its last.
  private static func day(_ year: Int, _ month: Int, _ week: Int, _ weekday: Int) -> Int {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return 0 }
    // 1970-01-01 was a Thursday.
    let ahead = (weekday - (first.daysSince1970 + 4) % 7 + 7) % 7
    let days = (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil } ?? 28
    let day = ahead + (week - 1) * 7
    return first.daysSince1970 + (day < days ? day : day - 7)
  }
}

private struct RuleReader {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var next: Character? { rest.first }

  mutating func skip(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  /// An abbreviation, `CET` or `<+03>`.
  mutating func skipName() -> Bool {
    if skip("<") {
      rest = rest.drop { $0 != ">" }
      return skip(">")
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(name.count)
    return !name.isEmpty
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int(digits).flatMap { range.contains($0) ? $0 : nil }
  }

  /// `-1`, `5:30`, `+167:00:00`, in seconds.
  mutating func time() -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard let hours = number(0...167) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where skip(":") {
      guard let part = number(0...59) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }
}
