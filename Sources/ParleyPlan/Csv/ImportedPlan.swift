import ParleyCore

// Theory: a row that is an epic, an objective or the like is a goal; a row that names a goal serves it as a feature,
// and makes that goal if no row does. All other rows go to the parking lot, which is for ideas without a goal (M8).
// Fields for which a plan has no key become comments; notices report what is not imported at all.
/// A plan made of an export from another program.
public struct ImportedPlan: Sendable {
  /// The text of the plan's file.
  public let text: String
  /// Notices for the user: unknown columns, values that make no sense, gaps to fill in. Each is `what — what to do`,
  /// with the line of the table.
  public let notices: [CsvFault]

  /// Throws when there is no table, or no column of names.
  public init(
    bytes: [UInt8], columns: CsvColumns = CsvColumns(), title: String, kind: SessionKind, starts: CalendarDate
  ) throws(CsvFault) {
    let sheet: CsvSheet
    do throws(CsvSheet.Fault) { sheet = try CsvSheet(bytes) } catch { throw CsvFault(error) }
    var writer = PlanImport(sheet, columns, starts: starts)
    guard writer.hasNames else {
      let headings = sheet.header.map { ParleyPlan.quoted($0) }.joined(separator: ", ")
      throw CsvFault(line: 1, message: "no column holds the names, of \(headings) — say which with --columns")
    }
    writer.takeOver(sheet)
    text = writer.text(title: title, kind: kind)
    notices = writer.notices
  }
}

private struct PlanImport {
  private let fields: [CsvColumns.Field?]
  private let starts: CalendarDate
  private(set) var notices: [CsvFault] = []
  private var goals: [Goal] = []
  private var goalByKey: [String: Int] = [:]
  private var parked: [ParkedIdea] = []
  private var people: [Stakeholder] = []
  private var timeframes: [Timeframe] = []
  private var remarks = PlanText.Remarks()
  private var takenIDs = StakeholderReader.seats

  init(_ sheet: CsvSheet, _ columns: CsvColumns, starts: CalendarDate) {
    fields = sheet.header.map { columns.field(of: $0) }
    self.starts = starts
    for (heading, field) in zip(sheet.header, fields) where field == nil {
      tell(1, "the column \(quoted(heading)) is not known and not taken over — say what it means with --columns")
    }
  }

  var hasNames: Bool { fields.contains(.name) }

  private mutating func tell(_ line: Int, _ message: String) { notices.append(CsvFault(line: line, message: message)) }

  mutating func takeOver(_ sheet: CsvSheet) {
    let rows = sheet.rows.map { row in
      if row.cells.dropFirst(fields.count).contains(where: { !$0.isEmpty }) {
        tell(row.line, "there are more cells than headings — the rest is not taken over")
      }
      return CsvRow(row, fields)
    }
    for row in rows where row.isGoal { addGoal(of: row) }
    for row in rows where !row.isGoal { addFeature(of: row) }
    let unmeasured = goals.filter { $0.metrics.first?.name == PlanImport.noMetric }.count
    if unmeasured > 0 {
      tell(
        1,
        "\(unmeasured) of \(counted(goals.count, "goal")) \(unmeasured == 1 ? "has" : "have") no metric yet — write how each is counted"
      )
    }
  }

  static let noMetric = "How this is counted"

  private mutating func addGoal(of row: CsvRow) {
    guard let name = name(of: row) else { return }
    let index = newGoal(name, row)
    if let key = row[.key] { goalByKey[key.lowercased()] = index }
    goals[index].rationale = (row[.rationale] ?? row[.notes]).map { cut($0, to: MappingReader.longestText, row.line) }
    if let owner = row[.owner] { goals[index].owner = person(owner) }
    let rest: [CsvColumns.Field] = row[.rationale] == nil ? [] : [.notes]
    remarks.goals[goals[index].id] = row.remarks([.key, .status, .due, .by, .labels] + rest)
  }

  @discardableResult
  private mutating func newGoal(_ name: String, _ row: CsvRow?) -> Int {
    let id = newID(name, otherwise: "goal-\(goals.count + 1)")
    let metric = Metric(
      name: short(row, .metric) ?? PlanImport.noMetric, unit: short(row, .unit), baseline: number(row, .baseline) ?? 0,
      target: number(row, .target) ?? 1)
    let differs = metric.baseline != metric.target
    goals.append(
      Goal(
        id: GoalID(id), name: name, timeframe: timeframe(row?[.timeframe]),
        metrics: [differs ? metric : Metric(name: metric.name, unit: metric.unit, baseline: 0, target: 1)]))
    goalByKey[name.lowercased()] = goals.count - 1
    return goals.count - 1
  }

  private mutating func addFeature(of row: CsvRow) {
    guard let name = name(of: row) else { return }
    guard let goal = row.all(.goal).first(where: { !$0.isEmpty }) else { return park(name, row) }
    let named = cut(goal, to: MappingReader.longestName, row.line)
    let index = goalByKey[goal.lowercased()] ?? newGoal(named, nil)
    let id = FeatureID(newID(name, otherwise: "feature-\(row.line)"))
    goals[index].features.append(Feature(id: id, name: name))
    remarks.features[id] = row.remarks([.key, .type, .owner, .by, .due, .status, .timeframe, .labels, .notes])
  }

  private mutating func park(_ name: String, _ row: CsvRow) {
    var due: CalendarDate?
    if let text = row[.due] {
      due = CalendarDate(exported: text)
      if due == nil { tell(row.line, "\(quoted(text)) is no day that can be read — it stands as a comment") }
    }
    let rest: [CsvColumns.Field] = due == nil ? [.due] : []
    remarks.parked[parked.count] = row.remarks([.key, .type, .owner, .by, .status, .timeframe, .labels, .notes] + rest)
    parked.append(ParkedIdea(text: name, kind: .feature, due: due))
  }

  // MARK: Values

  private mutating func name(of row: CsvRow) -> String? {
    guard let name = row[.name] else {
      tell(row.line, "the row has no name and is not taken over — give it one")
      return nil
    }
    return cut(name, to: MappingReader.longestName, row.line)
  }

  private mutating func cut(_ text: String, to limit: Int, _ line: Int) -> String {
    guard text.utf8.count > limit else { return text }
    tell(line, "\(quoted(text)) is longer than \(limit) bytes — it is cut")
    var kept = ""
    for character in text {
      if kept.utf8.count + String(character).utf8.count > limit { break }
      kept.append(character)
    }
    return kept
  }

  private mutating func short(_ row: CsvRow?, _ field: CsvColumns.Field) -> String? {
    guard let row, let text = row[field] else { return nil }
    return cut(text, to: MappingReader.longestName, row.line)
  }

  private mutating func number(_ row: CsvRow?, _ field: CsvColumns.Field) -> Double? {
    guard let row, let text = row[field] else { return nil }
    if let number = decimal(text) { return number }
    tell(row.line, "\(quoted(text)) is no number for \(field.rawValue) — fill it in")
    return nil
  }

  private mutating func person(_ name: String) -> StakeholderID {
    if let known = people.first(where: { $0.name == name }) { return known.id }
    let id = StakeholderID(newID(name, otherwise: "person-\(people.count + 1)"))
    people.append(Stakeholder(id: id, name: cut(name, to: MappingReader.longestName, 1)))
    return id
  }

  private mutating func timeframe(_ name: String?) -> TimeframeID? {
    guard let name else { return nil }
    if let known = timeframes.first(where: { $0.name == name }) { return known.id }
    let id = TimeframeID(newID(name, otherwise: "timeframe-\(timeframes.count + 1)"))
    timeframes.append(Timeframe(id: id, name: cut(name, to: MappingReader.longestName, 1)))
    return id
  }

  /// A new id made of a name's ASCII letters and digits.
  private mutating func newID(_ name: String, otherwise: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    let slug = String(words.joined(separator: "-").prefix(48))
    let base = slug.isEmpty ? otherwise : slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    var (id, turn) = (base, 1)
    while takenIDs.contains(id) {
      turn += 1
      id = "\(base)-\(turn)"
    }
    takenIDs.insert(id)
    return id
  }

  // MARK: Writing

  mutating func text(title: String, kind: SessionKind) -> String {
    let quarter = Quarter(after: starts)
    if timeframes.isEmpty || goals.contains(where: { $0.timeframe == nil }) {
      timeframes += [quarter, quarter.next].filter { next in !timeframes.contains { $0.id.text == next.id } }.map {
        Timeframe(
          id: TimeframeID($0.id), name: $0.name, from: CalendarDate($0.first), to: CalendarDate($0.last), capacity: 3)
      }
    }
    if goals.isEmpty {
      newGoal("The first outcome", nil)
      tell(1, "no row is a goal or names one, so all are parked — write the goals, or say which column names them")
    }
    for index in goals.indices where goals[index].timeframe == nil { goals[index].timeframe = TimeframeID(quarter.id) }
    if people.isEmpty {
      people = [Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi", role: "CEO", authority: .decides)]
      tell(1, "nobody owns a goal — write down whose agreement you seek")
    }
    remarks.head = ["Taken over from a table. Goals need metrics, and the people are still to be written down."]
    let plan = Plan(
      title: title, kind: kind, starts: Instant(starts, hour: 14), minutes: kind.usualMinutes.upperBound,
      timeframes: timeframes, stakeholders: people, goals: goals, parkingLot: parked)
    return PlanText(plan, remarks).text
  }
}
