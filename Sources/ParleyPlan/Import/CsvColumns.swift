/// The meaning of an export's columns. The headings of Jira, Linear, Asana, Aha!, Trello, Productboard, Notion, GitHub
/// and of the usual sheets are known; a table of the user's own comes first.
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
    /// The row above this one, by key or by name; it may be a goal.
    case parent
    /// What the row above is called, where `parent` is its key.
    case parentName = "parent-name"
    /// The task of which this one is a part.
    case partOf = "part-of"
    /// A section of a board: goals, steps of the work, or times, as its names say.
    case section
    case owner, email, by, due, status, timeframe, sprint, labels, notes, rationale
    case metric, unit, baseline, target
    case url
    /// Anything in it but a no means that the row is done, cancelled or archived.
    case done
    /// Left out on purpose.
    case ignore
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
      return means[heading]
    }
  }

  /// Jira exports `Custom field (Epic Link)`.
  private static func normal(_ heading: String) -> String {
    let text = heading.lowercased().trimmed
    let custom = "custom field ("
    guard text.hasPrefix(custom), text.hasSuffix(")") else { return text }
    return String(text.dropFirst(custom.count).dropLast())
  }

  // Of columns with the same meaning the one that stands first here counts first.
  private static let usual: [String: Meaning] = {
    let headings: [Field: [String]] = [
      .key: [
        "issue key", "key", "identifier", "feature reference #", "reference #", "reference", "id", "issue id",
        "card id",
        "task id", "number", "uuid",
      ],
      .name: [
        "summary", "title", "name", "card name", "task name", "feature name", "feature", "idea name", "item", "task",
        "feature/component",
      ],
      .type: ["issue type", "type", "entity type", "hierarchy level", "card type", "level", "work item type"],
      .goal: [
        "goal", "goal name", "goals", "objective", "objectives", "strategic goal", "outcome", "outcomes", "theme",
        "project", "initiative", "initiatives", "initiative name", "epic link", "epic", "epic name", "master feature",
      ],
      .parent: ["parent key", "parent", "parent id", "parent feature"],
      .parentName: ["parent summary", "parent name", "parent title"],
      .partOf: ["parent issue", "parent task", "parent card", "parent item"],
      .section: ["section/column", "list name", "list", "section", "bucket name", "bucket", "group"],
      .owner: [
        "owner", "goal owner", "assignee", "assignees", "assigned to", "members", "feature owner",
        "feature assigned to", "assigned to user", "lead", "dri",
      ],
      .email: ["owner email", "assignee email", "email"],
      .by: ["reporter", "creator", "created by", "requester", "submitted by", "created by user"],
      .due: [
        "due date", "due", "target date", "end date", "timeframe end", "due on", "deadline", "release date",
        "feature due date", "feature end date",
      ],
      .status: ["status", "state", "workflow status", "feature status"],
      .timeframe: [
        "timeframe", "quarter", "horizon", "period", "release", "release name", "fix version/s", "fix versions",
        "milestone",
      ],
      .sprint: ["sprint", "cycle name", "iteration", "project milestone"],
      .labels: ["labels", "tags", "label", "tag", "feature tags"],
      .notes: ["description", "notes", "card description", "feature description", "details"],
      .rationale: ["rationale", "why", "why now", "reason"],
      .metric: ["metric", "success metric", "key result", "key results", "kpi", "measure"],
      .unit: ["unit", "units"],
      .baseline: ["baseline", "current value", "current", "start value", "start", "from", "today"],
      .target: ["target", "target value", "goal value", "to"],
      .url: ["url", "card url", "issue url", "feature url", "link", "permalink"],
      .done: [
        "completed at", "completed", "canceled", "cancelled", "archived", "resolved", "resolution", "status category",
        "due complete", "closed at", "closed",
      ],
      // What every export has and nobody looks for in a plan.
      .ignore: [
        "created", "created at", "updated", "last modified", "last viewed", "last activity date", "project key",
        "project name", "project type", "project lead", "project lead id", "project description", "project url",
        "project id", "project milestone id", "projects", "board id", "board name", "list id", "team", "team id",
        "assignee id", "watchers", "votes", "vote count", "comment count", "rank", "epic color", "epic status",
        "attachment count", "sla status", "started", "triaged", "cycle number", "cycle start", "cycle end",
        "checklist item total count", "checklist item completed count", "time in status (minutes)", "repository",
      ],
    ]
    return headings.reduce(into: [:]) { known, entry in
      for (rank, heading) in entry.value.enumerated() { known[heading] = Meaning(field: entry.key, rank: rank) }
    }
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
