/// The meaning of an export's columns. The headings of Jira, Linear, Asana, Aha!, Trello, Productboard, Notion, GitHub
/// and of the usual sheets are known; a table of the user's own comes first.
public struct CsvColumns: Sendable {
  /// The possible meanings of a column.
  public enum Field: String, CaseIterable, Sendable {
    case key, name, type, goal, parent
    case parentName = "parent-name"
    case partOf = "part-of"
    case section
    case owner, email, by, due, status, timeframe, sprint, labels, notes, rationale
    case metric, unit, baseline, target
    case url, done, ignore
  }

  /// A column's meaning, and how much it counts among those of the same meaning; 0 is the most.
  struct Meaning: Hashable {
    let field: Field
    let rank: Int
  }

  private var means: [String: Meaning]

  /// The exported headings, in lower case.
  public init() { means = CsvColumns.usual }

  /// The same, with the user's own first: a table with the columns `column` and `means`. Throws the first line of it
  /// that makes no sense.
  public init(own bytes: [UInt8]) throws(CsvFault) {
    self.init()
    let sheet: CsvSheet
    do throws(CsvSheet.Fault) { sheet = try CsvSheet(bytes) } catch { throw CsvFault(error) }
    let headings = sheet.header.map { $0.lowercased() }
    guard let column = headings.firstIndex(of: "column"), let meaning = headings.firstIndex(of: "means") else {
      throw CsvFault(line: 1, message: "the table needs the columns `column` and `means` — name them so")
    }
    for row in sheet.rows {
      let cells = row.cells + Array(repeating: "", count: headings.count)
      guard let field = Field(rawValue: cells[meaning].lowercased()) else {
        let all = Field.allCases.map(\.rawValue).joined(separator: " ")
        throw CsvFault(
          line: row.line, message: "\(quoted(cells[meaning])) is nothing a column can mean — it is one of \(all)")
      }
      means[CsvColumns.normal(cells[column])] = Meaning(field: field, rank: 0)
    }
  }

  /// The meanings of a table's headings; nil for those that are unknown.
  func meanings(of headings: [String]) -> [Meaning?] {
    let known = Set(headings.map(CsvColumns.normal))
    return headings.map { heading in
      let heading = CsvColumns.normal(heading)
      // In Jira a project is where the work is kept, and in no other program with issue keys a goal.
      if heading == "project", known.contains("issue key") { return Meaning(field: .ignore, rank: 0) }
      // ClickUp exports each day twice, as milliseconds too.
      if heading == "due date", known.contains("due date text") { return Meaning(field: .ignore, rank: 0) }
      return means[heading]
    }
  }

  /// What stands in a cell where nothing is: ClickUp writes it out.
  func emptyCells(in headings: [String]) -> Set<String> {
    headings.contains { CsvColumns.normal($0) == "task custom id" } ? ["null", "[]", "{}"] : []
  }

  /// Whether a line holds headings: it names rows or goals, and something more that is known.
  func isHeading(_ row: CsvSheet.Row) -> Bool {
    let fields = Set(meanings(of: row.cells).compactMap { $0?.field })
    return fields.count > 1 && (fields.contains(.name) || fields.contains(.goal))
  }

  /// Jira exports `Custom field (Epic Link)`.
  private static func normal(_ heading: String) -> String {
    let text = heading.lowercased().trimmed
    let custom = "custom field ("
    guard text.hasPrefix(custom), text.hasSuffix(")") else { return text }
    return String(text.dropFirst(custom.count).dropLast())
  }

  private static let usual: [String: Meaning] = Field.allCases.reduce(into: [:]) { known, field in
    for (rank, heading) in field.headings.enumerated() { known[heading] = Meaning(field: field, rank: rank) }
  }
}

/// Why a table cannot be imported.
public struct CsvFault: Error, Hashable, Sendable {
  /// Counts from 1.
  public var line: Int
  /// The problem — the remedy.
  public var message: String

  init(line: Int, message: String) {
    self.line = line
    self.message = message
  }

  init(_ fault: CsvSheet.Fault) { self.init(line: fault.line, message: fault.message) }
}
