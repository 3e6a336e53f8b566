import ParleyCore

/// A row of an export, by the meanings of its columns.
struct CsvRow {
  let line: Int
  private var values: [CsvColumns.Field: [String]]

  init(_ row: CsvSheet.Row, _ meanings: [CsvColumns.Meaning?]) {
    line = row.line
    var ranked: [CsvColumns.Field: [(rank: Int, text: String)]] = [:]
    for (cell, meaning) in zip(row.cells, meanings) {
      guard let meaning, !cell.isEmpty else { continue }
      // A text of several lines becomes one.
      let text = cell.withoutMarkup.split(whereSeparator: \.isWhitespace).joined(separator: " ").cleaned
      if !text.isEmpty { ranked[meaning.field, default: []].append((meaning.rank, text)) }
    }
    // Columns of one heading keep their order.
    values = ranked.mapValues { texts in
      texts.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.text)
    }
  }

  /// What stands in the column with this meaning that counts most.
  subscript(field: CsvColumns.Field) -> String? { values[field]?.first }

  func all(_ field: CsvColumns.Field) -> [String] { values[field] ?? [] }

  /// What a section's name turned out to mean.
  mutating func add(_ text: String, to field: CsvColumns.Field) { values[field, default: []].append(text) }

  /// What kind of thing a row is, as far as its type says.
  enum Kind: Hashable {
    /// The level among goals: 0 is an objective, above an initiative, above an epic.
    case goal(level: Int)
    case keyResult
    /// A part of the product or of the calendar, that groups others.
    case structure
    case subtask
    case other
  }

  var kind: Kind {
    let type = self[.type]?.lowercased() ?? ""
    if ["goal", "objective", "outcome", "strategic goal"].contains(type) { return .goal(level: 0) }
    if ["initiative", "theme"].contains(type) { return .goal(level: 1) }
    if ["epic", "master feature"].contains(type) { return .goal(level: 2) }
    if ["key result", "kr"].contains(type) { return .keyResult }
    if ["component", "subcomponent", "product", "product line", "release", "milestone", "section", "folder"].contains(
      type)
    {
      return .structure
    }
    if type.hasPrefix("sub"), type.contains("task") || type.contains("issue") { return .subtask }
    // A sheet that counts something in a row of its own and names no goal for it lists goals.
    let isMeasured = self[.metric] != nil || self[.target] != nil
    return type.isEmpty && isMeasured && self[.goal] == nil && self[.name] != nil ? .goal(level: 0) : .other
  }

  /// Whether nothing is left to do: it is done, cancelled or archived.
  var isDone: Bool {
    let ends: Set<String> = [
      "done", "closed", "resolved", "complete", "completed", "cancelled", "canceled", "won't do", "wont do",
      "will not do", "will not implement", "won't fix", "wontfix", "duplicate", "shipped", "released", "launched",
      "archived", "rejected", "abandoned", "deployed", "obsolete",
    ]
    if all(.status).contains(where: { ends.contains($0.lowercased()) }) { return true }
    return all(.done).contains { text in
      let text = text.lowercased()
      // A category of states, or a flag, says what it says; a date or a way of ending says that it has ended.
      let goesOn = [
        "false", "no", "0", "unresolved", "none", "-", "to do", "todo", "in progress", "new", "indeterminate",
      ]
      return !goesOn.contains(text)
    }
  }

  /// The fields for which a plan has no key, as comments.
  func remarks(_ fields: [CsvColumns.Field]) -> [String] {
    let told = fields.flatMap { field in
      all(field).map { "\(field.rawValue): \(field == .notes ? $0.shortened(to: 200) : $0)" }
    }
    return told.isEmpty ? [] : ["line \(line): " + told.joined(separator: "; ")]
  }
}

extension String {
  /// Without the tags and entities of HTML, where some program exports its descriptions so.
  fileprivate var withoutMarkup: String {
    guard contains("</") || contains("<br") else { return self }
    let text = replacing(/<[^<>]*>/, with: " ")
    let entities = [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
      .replacing(/\ +([.,;:!?])/) { "\($0.output.1)" }
  }

  fileprivate func shortened(to limit: Int) -> String { count <= limit ? self : String(prefix(limit - 1)) + "…" }

  /// The name alone of a relation, which Notion exports with its link: `Churn (https://…)`, or as `[Churn](https://…)`.
  var withoutLink: String {
    replacing(/\[([^\[\]]+)\]\(https?:[^()\s]*\)/) { "\($0.output.1)" }.replacing(/\s*\(https?:[^()\s]*\)/, with: "")
      .trimmed
  }

  /// Whether it is a key of some program and no name: `GRW-77`, `10001`, an address, a UUID.
  var isKey: Bool {
    wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*-[0-9]+/) != nil || wholeMatch(of: /#?[0-9]+/) != nil
      || hasPrefix("http://") || hasPrefix("https://") || wholeMatch(of: /[0-9a-fA-F-]{20,}/) != nil
      || wholeMatch(of: /[\w.-]+\/[\w.-]+#[0-9]+/) != nil
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
