import ParleyCore

// Theory: `5/7/2027` is the fifth of July in Paris and the seventh of May in Boston. A day above twelve says which of the
// numbers it is, and so for the whole table, as its numbers do (`WrittenNumber`). Where no day says it, none is guessed.

/// The days of a table, by its own habit.
struct ExportedDays {
  private enum Order: Hashable {
    case dayFirst, monthFirst
  }

  private let order: Order?

  /// - Parameter texts: all that stand where the table has days.
  init(of texts: [String]) {
    let orders = Set(
      texts.compactMap { ExportedDays.numbers(in: ExportedDays.end(of: $0)).flatMap(ExportedDays.order) })
    order = orders.count == 1 ? orders.first : nil
  }

  /// Reads the days of the usual exports: `2027-07-05` with anything after it, `05/Jul/27`, `5 juillet 2027`, `Jul 5,
  /// 2027`, `05.07.2027`, `7/30/2027`, milliseconds since 1970. Of two days with an arrow between them the second counts.
  func day(_ text: String) -> CalendarDate? {
    let text = ExportedDays.end(of: text)
    if let date = CalendarDate(String(text.prefix(10))) { return date }
    if text.count == 13, let milliseconds = Int64(text) { return Instant(milliseconds: milliseconds).date }
    if let numbers = ExportedDays.numbers(in: text) {
      guard let order = ExportedDays.order(of: numbers) ?? order else { return nil }
      let (day, month) = order == .dayFirst ? (numbers.first, numbers.second) : (numbers.second, numbers.first)
      return CalendarDate(year: numbers.year, month: month, day: day)
    }
    return ExportedDays.named(text)
  }

  private static func end(of text: String) -> String {
    (text.split(separator: "→").last.map(String.init) ?? text).trimmed
  }

  /// A day in numbers alone, with anything after it.
  private struct Numbers {
    let first: Int
    let second: Int
    let year: Int
    let sign: Character
  }

  private static func numbers(in text: String) -> Numbers? {
    guard let found = text.prefixMatch(of: /([0-9]{1,2})([.\/-]) ?([0-9]{1,2})[.\/-] ?([0-9]{4}|[0-9]{2})\b/),
      let first = Int(found.output.1), let second = Int(found.output.3), let year = Int(found.output.4)
    else { return nil }
    return Numbers(
      first: first, second: second, year: year < 100 ? 2000 + year : year, sign: found.output.2.first ?? "/")
  }

  /// Where the day and the month are in it, as far as it says so itself. Nobody writes the month first with full stops.
  private static func order(of numbers: Numbers) -> Order? {
    if numbers.sign == "." || numbers.first > 12 { return .dayFirst }
    return numbers.second > 12 ? .monthFirst : nil
  }

  private static func named(_ text: String) -> CalendarDate? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(3).map(String.init)
    guard words.count == 3, let place = words.firstIndex(where: { month(named: $0) != nil }),
      let month = month(named: words[place])
    else { return nil }
    let numbers = words.enumerated().filter { $0.offset != place }.compactMap { Int($0.element) }
    guard place < 2, numbers.count == 2 else { return nil }
    return CalendarDate(year: numbers[1] < 100 ? 2000 + numbers[1] : numbers[1], month: month, day: numbers[0])
  }

  /// A month by the beginning of its English, German or French name.
  private static func month(named word: String) -> Int? {
    let names = [
      ["jan", "jän"], ["feb", "fév", "fev"], ["mar", "mär", "mrz"], ["apr", "avr"], ["may", "mai"], ["jun", "juin"],
      ["jul", "juil"], ["aug", "aoû", "aou"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez", "déc"],
    ]
    return names.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }
}
