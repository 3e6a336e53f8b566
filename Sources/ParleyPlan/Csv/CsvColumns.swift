/// The meaning of an export's columns. The headings of Jira, Linear, Productboard, Aha! and Trello are known; a table
/// of the user's own comes first.
public struct CsvColumns: Sendable {
  /// The possible meanings of a column.
  public enum Field: String, CaseIterable, Sendable {
    /// The key by which other rows refer to this one.
    case key
    case name
    /// Epic, goal, initiative: such a row is a goal. Anything else is a feature.
    case type
    /// The goal that the row serves, by key or by name.
    case goal
    case owner, by, due, status, timeframe, labels, notes, rationale
    case metric, unit, baseline, target
    /// Left out on purpose.
    case ignore
  }

  private var means: [String: Field]

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
      means[CsvColumns.normal(cells[column])] = field
    }
  }

  /// The meaning of a heading; nil when it is unknown.
  func field(of heading: String) -> Field? { means[CsvColumns.normal(heading)] }

  /// Jira exports `Custom field (Epic Link)`.
  private static func normal(_ heading: String) -> String {
    let text = heading.lowercased().trimmed
    let custom = "custom field ("
    guard text.hasPrefix(custom), text.hasSuffix(")") else { return text }
    return String(text.dropFirst(custom.count).dropLast())
  }

  private static let usual: [String: Field] = {
    let headings: [Field: [String]] = [
      .key: [
        "issue key", "key", "id", "issue id", "identifier", "reference", "feature reference #", "reference #",
        "card id",
      ],
      .name: [
        "summary", "title", "name", "card name", "feature name", "feature", "idea name", "initiative name", "epic name",
        "feature/component",
      ],
      .type: ["issue type", "type", "entity type", "hierarchy level", "card type", "feature type"],
      .goal: [
        "goal", "goals", "objective", "objectives", "epic", "epic link", "parent", "parent key", "parent summary",
        "parent issue", "initiative", "project", "component", "master feature", "parent feature", "theme",
        "strategic goal",
      ],
      .owner: ["assignee", "owner", "assigned to", "members", "feature owner", "assigned to user", "lead"],
      .by: ["reporter", "creator", "created by", "requester", "submitted by", "created by user"],
      .due: [
        "due date", "due", "target date", "end date", "timeframe end", "due on", "release date", "feature due date",
      ],
      .status: ["status", "state", "list name", "list", "workflow status", "feature status"],
      .timeframe: [
        "timeframe", "release", "release name", "fix version/s", "fix versions", "cycle name", "milestone", "sprint",
        "horizon",
        "quarter",
      ],
      .labels: ["labels", "tags", "label", "tag"],
      .notes: ["description", "notes", "card description", "feature description", "details"],
      .rationale: ["rationale", "why"],
      .metric: ["metric", "success metric", "key result", "kpi"], .unit: ["unit"],
      .baseline: ["baseline", "current value", "start value"], .target: ["target", "target value"],
    ]
    return headings.reduce(into: [:]) { known, entry in for heading in entry.value { known[heading] = entry.key } }
  }()
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
