import ParleyCore

/// A quarter of a year, for the timeframes of a new plan.
struct Quarter {
  private let year: Int
  /// 1 to 4.
  private let number: Int

  private init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// The quarter after that of a day.
  init(after day: CalendarDate) { self = Quarter(year: day.year, number: (day.month - 1) / 3 + 1).next }

  var next: Quarter { number == 4 ? Quarter(year: year + 1, number: 1) : Quarter(year: year, number: number + 1) }

  /// Whether it begins on the day after `day`.
  func follows(_ day: CalendarDate?) -> Bool { day.map { $0.adding(days: 1).description == first } ?? false }

  var id: String { "q\(number)" }
  var name: String { "Q\(number) \(year)" }
  var first: String { "\(year)-\(["01", "04", "07", "10"][number - 1])-01" }
  var last: String { "\(year)-\(["03-31", "06-30", "09-30", "12-31"][number - 1])" }
}
