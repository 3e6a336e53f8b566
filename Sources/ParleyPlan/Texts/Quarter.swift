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

  init(of day: CalendarDate) { self.init(year: day.year, number: (day.month - 1) / 3 + 1) }

  /// The quarter after that of a day.
  init(after day: CalendarDate) { self = Quarter(of: day).next }

  /// `Q3 2027`, `T3 2027`, `2027-Q3`, `3. Quartal 2027`; nil for any other name, and where no year is said.
  init?(named name: String) {
    let name = name.trimmed.uppercased()
    if let found = name.wholeMatch(of: /[QT]([1-4])[ \/-]*(20[0-9]{2})/), let number = Int(found.output.1),
      let year = Int(found.output.2)
    {
      self.init(year: year, number: number)
    } else if let found = name.wholeMatch(of: /(20[0-9]{2})[ \/-]*[QT]([1-4])/), let year = Int(found.output.1),
      let number = Int(found.output.2)
    {
      self.init(year: year, number: number)
    } else {
      return nil
    }
  }

  var next: Quarter { number == 4 ? Quarter(year: year + 1, number: 1) : Quarter(year: year, number: number + 1) }

  /// Whether it begins on the day after `day`.
  func follows(_ day: CalendarDate?) -> Bool { day.map { $0.adding(days: 1).description == first } ?? false }

  var id: String { "q\(number)" }
  var name: String { "Q\(number) \(year)" }
  var first: String { "\(year)-\(["01", "04", "07", "10"][number - 1])-01" }
  var last: String { "\(year)-\(["03-31", "06-30", "09-30", "12-31"][number - 1])" }
}
