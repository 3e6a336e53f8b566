import ParleyCore

/// A row of an export, by the meanings of its columns.
struct CsvRow {
  let line: Int
  private let values: [CsvColumns.Field: [String]]

  init(_ row: CsvSheet.Row, _ fields: [CsvColumns.Field?]) {
    line = row.line
    var values: [CsvColumns.Field: [String]] = [:]
    for (cell, field) in zip(row.cells, fields) {
      guard let field, !cell.isEmpty else { continue }
      // A text of several lines becomes one.
      values[field, default: []].append(cell.split(whereSeparator: \.isWhitespace).joined(separator: " ").cleaned)
    }
    self.values = values
  }

  /// The first column with this meaning that is not empty.
  subscript(field: CsvColumns.Field) -> String? { values[field]?.first { !$0.isEmpty } }

  func all(_ field: CsvColumns.Field) -> [String] { values[field] ?? [] }

  var isGoal: Bool {
    let kind = self[.type]?.lowercased() ?? ""
    return ["epic", "goal", "objective", "initiative", "theme", "outcome", "key result"].contains(kind)
  }

  /// The fields for which a plan has no key, as comments.
  func remarks(_ fields: [CsvColumns.Field]) -> [String] {
    let told = fields.flatMap { field in all(field).map { "\(field.rawValue): \($0)" } }
    return told.isEmpty ? [] : ["line \(line): " + told.joined(separator: "; ")]
  }
}

extension CalendarDate {
  /// Reads the days of the usual exports: `2027-07-05` with anything after it, `05/Jul/27`, `5 Jul 2027`, `Jul 5,
  /// 2027`. It does not guess at days that are numbers in another order.
  init?(exported text: String) {
    if let date = CalendarDate(String(text.prefix(10))) {
      self = date
      return
    }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(3).map(String.init)
    guard words.count == 3, let place = words.firstIndex(where: { word in months.contains { word.hasPrefix($0) } }),
      let month = months.firstIndex(where: { words[place].hasPrefix($0) })
    else { return nil }
    let numbers = words.enumerated().filter { $0.offset != place }.compactMap { Int($0.element) }
    guard place < 2, numbers.count == 2 else { return nil }
    let year = numbers[1] < 100 ? 2000 + numbers[1] : numbers[1]
    self.init(year: year, month: month + 1, day: numbers[0])
  }
}
