import ParleyCore

/// A plan made of an export from another program.
public struct ImportedPlan: Sendable {
  /// The text of the plan's file.
  public let text: String
  /// Notices for the user, each kind once, losses first. Each is `what — what to do`, with the first line of the table
  /// that it is about.
  public let notices: [CsvFault]
  /// What was found, for a plan that is there already.
  let parts: ImportedParts

  /// The most bytes that a plan may have.
  public static let limit = 256 << 10

  /// Throws when there is no table, or no column of names.
  public init(
    bytes: [UInt8], columns: CsvColumns = CsvColumns(), title: String, kind: SessionKind, starts: CalendarDate
  ) throws(CsvFault) {
    let sheet: CsvSheet
    do throws(CsvSheet.Fault) { sheet = try CsvSheet(TrelloBoard.table(bytes) ?? bytes).laidOut(by: columns) } catch {
      throw CsvFault(error)
    }
    let rows = ExportedRows(sheet, columns)
    guard rows.hasNames else {
      let headings = sheet.header.map { ParleyPlan.quoted($0) }.joined(separator: ", ")
      throw CsvFault(line: 1, message: "no column holds the names, of \(headings) — say which with --columns")
    }
    var taken = TakenOver(rows, starts: starts)
    taken.takeOver()
    parts = taken.parts
    (text, notices) = taken.plan(title: title, kind: kind)
  }
}

/// What an export has, before anything is added that a plan of its own needs.
struct ImportedParts: Sendable {
  var goals: [Goal]
  var parked: [ParkedIdea]
  var people: [Stakeholder]
  var timeframes: [Timeframe]
  var remarks: PlanText.Remarks
  var notices: ImportNotices
}

/// What a table's columns mean, and its rows by their meanings.
struct ExportedRows {
  let rows: [CsvRow]
  private(set) var notices = ImportNotices()
  /// How its numbers are written, where they say it themselves or its separator does.
  let habit: WrittenNumber.Habit?
  let days: ExportedDays
  let separator: Character
  private let fields: Set<CsvColumns.Field>
  /// Whether what stands in a row beside a goal is the goal's: a sheet, in which no row has a key or a type.
  var isSheet: Bool { !fields.contains(.key) && !fields.contains(.type) }
  /// Whether a column names the rows themselves, and not only what they are for.
  var namesRows: Bool { fields.contains(.name) }
  var hasNames: Bool { fields.contains(.name) || fields.contains(.goal) }

  init(_ sheet: CsvSheet, _ columns: CsvColumns) {
    let meanings = columns.meanings(of: sheet.header)
    fields = Set(meanings.compactMap { $0?.field })
    separator = sheet.separator
    for (place, heading) in sheet.header.enumerated() where meanings[place] == nil {
      // Nothing is lost of a column without anything in it.
      guard sheet.rows.contains(where: { $0.cells.indices.contains(place) && !$0.cells[place].isEmpty }) else {
        continue
      }
      notices.tell(.unknown, 1, heading.isEmpty ? "column \(place + 1), which has no heading" : "`\(heading)`")
    }
    for row in sheet.rows where row.cells.dropFirst(meanings.count).contains(where: { !$0.isEmpty }) {
      notices.tell(.surplus, row.line, "\(row.line)")
    }
    let nothing = columns.emptyCells(in: sheet.header)
    let read = sheet.rows.map { CsvRow($0, meanings, nothing: nothing) }
    let section = ExportedRows.meaningOfSections(read)
    let named = section.map { field in
      read.map { row in
        var row = row
        // A board of times may have a list of what is done.
        for name in row.all(.section) where !ExportedRows.isUntitled(name) {
          row.add(name, to: ExportedRows.isStep(name) ? .status : field)
        }
        return row
      }
    }
    rows = ExportedRows.filledDown(ExportedRows.withGoalsOfLabels(named ?? read, in: sheet))
    days = ExportedDays(of: rows.flatMap { $0.all(.due) })
    let numbers = rows.flatMap { $0.all(.baseline) + $0.all(.target) }.compactMap { WrittenNumber($0) }
    let habits = Set(numbers.compactMap(\.habit))
    habit = habits.count == 1 ? habits.first : habits.isEmpty && sheet.separator == ";" ? .comma : nil
  }

  private static func isUntitled(_ name: String) -> Bool { name.lowercased().hasPrefix("untitled") }

  /// The sections of a board are steps of the work, or times, or else what the work is for.
  private static func meaningOfSections(_ rows: [CsvRow]) -> CsvColumns.Field? {
    let names = Set(rows.flatMap { $0.all(.section) }.filter { !isUntitled($0) }.map { $0.lowercased() })
    guard !names.isEmpty else { return nil }
    if names.contains(where: { isTime($0) }) { return .timeframe }
    return names.contains(where: isStep) ? .status : .goal
  }

  private static func isStep(_ name: String) -> Bool {
    [
      "to do", "todo", "to-do", "doing", "done", "in progress", "backlog", "review", "in review", "blocked", "ready",
      "icebox", "ideas", "testing", "qa", "released", "shipped", "complete", "completed", "inbox", "not started",
      "waiting", "in development", "up next", "this week", "erledigt", "in arbeit", "offen", "zu erledigen", "à faire",
      "en cours", "terminé",
    ].contains(name.lowercased())
  }

  /// Cells that were merged are empty below the first of them: a row that says nothing but a metric is of the goal above.
  private static func filledDown(_ rows: [CsvRow]) -> [CsvRow] {
    var goal: String?
    return rows.map { row in
      if let own = row[.goal] ?? row[.name] {
        goal = own
        return row
      }
      guard let goal, row[.metric] != nil else { return row }
      var row = row
      row.add(goal, to: .goal)
      return row
    }
  }

  private static func isTime(_ name: String) -> Bool {
    ["now", "next", "later"].contains(name) || name.contains(/\b([qt][1-4]|h[12]|20[0-9]{2})\b/)
  }

  /// A board of cards knows no goals; its labels say what a card is for, `Activation (green)`.
  private static func withGoalsOfLabels(_ rows: [CsvRow], in sheet: CsvSheet) -> [CsvRow] {
    guard sheet.header.contains(where: { $0.lowercased() == "card name" }),
      !rows.contains(where: { $0[.goal] != nil })
    else { return rows }
    let kinds = ["bug", "feature", "improvement", "chore", "design", "ux", "tech debt", "urgent", "blocked"]
    return rows.map { row in
      var row = row
      let labels = row.all(.labels).flatMap { $0.split(separator: ",") }
        .map { String($0).trimmed.replacing(/\s*\([a-z_]+\)$/, with: "") }
      if let label = labels.first(where: { !$0.isEmpty && !kinds.contains($0.lowercased()) }) {
        row.add(label, to: .goal)
      }
      return row
    }
  }
}

// Theory: a row that is an objective, an initiative or an epic is a goal, the higher kind where one stands below the
// other. Any other row serves the goal that it names; where it names a row above, that row's goal; where a key leads
// nowhere, none, since a key is no goal. A name in a goal's column makes that goal if no row does. What serves no goal goes
// to the parking lot, which is for ideas without one (M8). Nobody and nothing is made up: no number, no goal, no person;
// where the plan needs what the table lacks, `check` asks for it.
private struct TakenOver {
  private let source: ExportedRows
  private let starts: CalendarDate
  private var notices: ImportNotices
  private var goals: [Goal] = []
  private var goalPlaces: [String: Int] = [:]
  private var rowPlaces: [String: Int] = [:]
  private var parked: [ParkedIdea] = []
  private var people: [Stakeholder] = []
  private var timeframes: [Timeframe] = []
  private var remarks = PlanText.Remarks()
  private var takenIDs = StakeholderReader.seats

  init(_ rows: ExportedRows, starts: CalendarDate) {
    (source, self.starts, notices) = (rows, starts, rows.notices)
  }

  private var rows: [CsvRow] { source.rows }

  mutating func takeOver() {
    for (place, row) in rows.enumerated() {
      for key in row.all(.key) + row.all(.url) + [row[.name]].compactMap({ $0 })
      where rowPlaces[key.lowercased()] == nil {
        rowPlaces[key.lowercased()] = place
      }
    }
    let isGoal = rows.indices.map { self.isGoal($0) }
    for place in rows.indices where isGoal[place] { addGoal(of: rows[place]) }
    for place in rows.indices where !isGoal[place] { add(place) }
    for goal in goals where goal.metrics.isEmpty { notices.tell(.unmeasured, 1, quoted(goal.name)) }
  }

  // MARK: Rows

  /// A goal that stands below a higher kind of goal is one of its features.
  private func isGoal(_ place: Int) -> Bool {
    guard case .goal(let level) = rows[place].kind else { return false }
    var (current, seen) = (place, Set([place]))
    while let above = rowAbove(current), seen.insert(above).inserted {
      if case .goal(let higher) = rows[above].kind, higher < level { return false }
      current = above
    }
    return true
  }

  private func rowAbove(_ place: Int) -> Int? {
    let row = rows[place]
    let named = row.all(.goal) + row.all(.parent) + row.all(.partOf)
    return named.lazy.flatMap(\.related).compactMap { rowPlaces[$0.lowercased()] }.first { $0 != place }
  }

  private mutating func addGoal(of row: CsvRow) {
    guard let name = name(of: row) else { return }
    let place = newGoal(name)
    for key in row.all(.key) + row.all(.url) where goalPlaces[key.lowercased()] == nil {
      goalPlaces[key.lowercased()] = place
    }
    if row.isDone { notices.tell(.doneGoal, row.line, quoted(name)) }
    goals[place].rationale = (row[.rationale] ?? row[.notes]).map { cut($0, to: MappingReader.longestText, row.line) }
    goals[place].ref = ref(of: row)
    goals[place].url = url(of: row)
    if let owner = owner(in: row, of: place) { goals[place].owner = owner }
    goals[place].timeframe = timeframe(row) ?? timeframe(ofDue: row)
    addMetric(of: row, to: place)
    let rest: [CsvColumns.Field] = row[.rationale] == nil ? [] : [.notes]
    keep(row.remarks([.status, .due, .by, .sprint, .labels] + rest), of: place)
  }

  private mutating func newGoal(_ name: String) -> Int {
    let id = GoalID(newID(name, otherwise: "goal-\(goals.count + 1)"))
    goals.append(Goal(id: id, name: name, timeframe: nil, metrics: []))
    if goalPlaces[name.lowercased()] == nil { goalPlaces[name.lowercased()] = goals.count - 1 }
    return goals.count - 1
  }

  private mutating func keep(_ texts: [String], of place: Int) {
    if !texts.isEmpty { remarks.goals[goals[place].id, default: []] += texts }
  }

  private mutating func add(_ place: Int) {
    let row = rows[place]
    if row.kind == .structure { return notices.tell(.structure, row.line, quoted(row[.name] ?? "")) }
    guard let name = row[.name] else {
      // In a sheet a row without a feature is about its goal; elsewhere a row without a name is one that lost it.
      guard source.isSheet || !source.namesRows, let goal = row.all(.goal).first?.related.first else {
        return notices.tell(.unnamed, row.line, "\(row.line)")
      }
      return absorb(row, into: goalNamed(goal, row), isGoalAlone: true)
    }
    var visited: Set<Int> = []
    let goal = goal(of: place, &visited)
    // What is done shows still what the goals are.
    if row.isDone { return notices.tell(.done, row.line, quoted(name)) }
    guard let goal else { return park(cut(name, to: MappingReader.longestName, row.line), row) }
    noteHigherGoals(of: row, goal)
    if row.kind == .keyResult {
      addMetric(of: row, to: goal, called: name)
      return keep(row.remarks([.owner, .status, .due, .notes]), of: goal)
    }
    absorb(row, into: goal, isGoalAlone: false)
    let id = FeatureID(newID(name, otherwise: "feature-\(row.line)"))
    goals[goal].features.append(
      Feature(
        id: id, name: cut(name, to: MappingReader.longestName, row.line), ref: ref(of: row), url: url(of: row)))
    let due = noteDay(of: row)
    let times: [CsvColumns.Field] = source.isSheet ? [] : [.timeframe]
    let owner: [CsvColumns.Field] = source.isSheet ? [] : [.owner]
    remarks.features[id] = row.remarks(
      [.type] + owner + (due == nil ? [] : [.due]) + [.status] + times + [.sprint, .labels, .notes])
  }

  /// What a goal is for in its turn, as far as a row says it.
  private mutating func noteHigherGoals(of row: CsvRow, _ place: Int) {
    let higher = row.all(.goal).flatMap(\.related).filter { known($0) != place && known($0) == nil }
    for text in higher where remarks.goals[goals[place].id]?.contains("under: \(text)") != true {
      keep(["under: \(text)"], of: place)
    }
  }

  /// What a row of a sheet says of its goal; other tables say it in the goal's own row, and a release of the work.
  private mutating func absorb(_ row: CsvRow, into place: Int, isGoalAlone: Bool) {
    if goals[place].timeframe == nil { goals[place].timeframe = timeframe(row) }
    guard source.isSheet || isGoalAlone else { return }
    addMetric(of: row, to: place)
    if goals[place].rationale == nil {
      goals[place].rationale = row[.rationale].map { cut($0, to: MappingReader.longestText, row.line) }
    }
    if goals[place].owner == nil {
      goals[place].owner = owner(in: row, of: place)
    } else if let text = row[.owner], OwnerNames(text).people.first?.name != owner(of: place)?.name {
      keep(row.remarks([.owner]), of: place)
    }
    guard isGoalAlone else { return }
    if goals[place].ref == nil { goals[place].ref = ref(of: row) }
    if goals[place].url == nil { goals[place].url = url(of: row) }
    if goals[place].timeframe == nil { goals[place].timeframe = timeframe(ofDue: row) }
    if row.isDone { notices.tell(.doneGoal, row.line, quoted(goals[place].name)) }
    keep(row.remarks([.status, .by, .labels, .notes]), of: place)
  }

  private mutating func park(_ name: String, _ row: CsvRow) {
    if let key = unresolved(row) {
      notices.tell(.orphan, row.line, key)
    } else {
      notices.tell(.parked, row.line, quoted(name))
    }
    let due = row[.due].flatMap { source.days.day($0) }
    if due == nil { _ = noteDay(of: row) }
    let rest: [CsvColumns.Field] = due == nil ? [.due] : []
    let above: [CsvColumns.Field] = [.goal, .parent, .parentName, .partOf]
    remarks.parked[parked.count] = row.remarks(
      [.type, .owner, .by, .status, .timeframe, .sprint, .labels] + above + rest + [.notes])
    parked.append(ParkedIdea(text: name, kind: .feature, due: due, ref: ref(of: row), url: url(of: row)))
  }

  // MARK: Which goal

  /// The goal that a row serves; what it makes is a goal that some name in it stands for.
  private mutating func goal(of place: Int, _ visited: inout Set<Int>) -> Int? {
    guard visited.insert(place).inserted, visited.count <= 32 else { return nil }
    let row = rows[place]
    let named = row.all(.goal).flatMap(\.related)
    for text in named + (row.all(.parent) + row.all(.partOf)).flatMap(\.related) {
      if let goal = known(text) { return goal }
      if let above = rowPlaces[text.lowercased()], above != place, let goal = goal(of: above, &visited) { return goal }
    }
    if let text = named.first(where: { !$0.isKey && rowPlaces[$0.lowercased()] == nil }) { return goalNamed(text, row) }
    guard row.kind != .subtask else { return nil }
    let titles = row.all(.parentName) + row.all(.parent).flatMap(\.related)
    return titles.first { !$0.isKey && rowPlaces[$0.lowercased()] == nil }.map { goalNamed($0, row) }
  }

  /// A goal by its key or name, or the first known one of several.
  private func known(_ text: String) -> Int? {
    if let goal = goalPlaces[text.lowercased()] { return goal }
    let parts = text.split(whereSeparator: { $0 == "," || $0 == ";" })
    return parts.count < 2 ? nil : parts.lazy.compactMap { goalPlaces[String($0).trimmed.lowercased()] }.first
  }

  private mutating func goalNamed(_ text: String, _ row: CsvRow) -> Int {
    known(text) ?? newGoal(cut(text, to: MappingReader.longestName, row.line))
  }

  /// The key of what a row belongs to and the table does not have.
  private func unresolved(_ row: CsvRow) -> String? {
    (row.all(.goal) + row.all(.parent) + row.all(.partOf)).flatMap(\.related).first {
      $0.isKey && rowPlaces[$0.lowercased()] == nil
    }
  }

  // MARK: Values

  private mutating func name(of row: CsvRow) -> String? {
    guard let name = row[.name] ?? row[.goal] else {
      notices.tell(.unnamed, row.line, "\(row.line)")
      return nil
    }
    return cut(name, to: MappingReader.longestName, row.line)
  }

  private mutating func cut(_ text: String, to limit: Int, _ line: Int) -> String {
    guard text.utf8.count > limit else { return text }
    notices.tell(.cut, line, quoted(text))
    var kept = ""
    for character in text {
      if kept.utf8.count + String(character).utf8.count > limit { break }
      kept.append(character)
    }
    return kept
  }

  private func ref(of row: CsvRow) -> String? {
    row.all(.key).first { $0.utf8.count <= MappingReader.longestName }
  }

  private func url(of row: CsvRow) -> String? { row.all(.url).first { Link.isWebAddress($0) } }

  /// A day that cannot be read is told.
  private mutating func noteDay(of row: CsvRow) -> String? {
    guard let text = row[.due] else { return nil }
    if source.days.day(text) == nil { notices.tell(.noDay, row.line, quoted(text)) }
    return text
  }

  /// A metric is taken over whole, or its text is kept beside the goal.
  private mutating func addMetric(of row: CsvRow, to place: Int, called name: String? = nil) {
    let texts = (baseline: row[.baseline], target: row[.target])
    guard row[.metric] != nil || texts.baseline != nil || texts.target != nil || name != nil else { return }
    let called = cut(row[.metric] ?? name ?? goals[place].name, to: MappingReader.longestName, row.line)
    if goals[place].metrics.contains(where: { $0.name == called }) { return }
    keepSecond(row, of: place)
    let (baseline, target) = (number(texts.baseline, row.line), number(texts.target, row.line))
    guard let baseline, let target else {
      let told = [
        "metric: \(called)", row[.unit].map { "unit: \($0)" }, texts.baseline.map { "baseline: \($0)" },
        texts.target.map { "target: \($0)" },
      ]
      return keep(["line \(row.line): " + told.compactMap { $0 }.joined(separator: "; ")], of: place)
    }
    let unit = (row[.unit] ?? baseline.unit ?? target.unit).map { cut($0, to: MappingReader.longestName, row.line) }
    goals[place].metrics.append(Metric(name: called, unit: unit, baseline: baseline.value, target: target.value))
  }

  /// A table may say what a metric was at the start and what it is now: a plan has one of them.
  private mutating func keepSecond(_ row: CsvRow, of place: Int) {
    for field in [CsvColumns.Field.baseline, .target] {
      let all = row.all(field)
      for other in all.dropFirst() where other != all[0] {
        notices.tell(.second, row.line, quoted(other))
        keep(["line \(row.line): another \(field.rawValue): \(other)"], of: place)
      }
    }
  }

  private mutating func number(_ text: String?, _ line: Int) -> (value: Double, unit: String?)? {
    guard let text else { return nil }
    guard let written = WrittenNumber(text), let value = written.value(source.habit) else {
      notices.tell(.unread, line, quoted(text))
      return nil
    }
    if written.isOpen { notices.tell(.thousands, line, "\(quoted(text)) is read as \(value.numeral)") }
    return (value, written.unit)
  }

  /// Who owns a goal: a name, an address, or both. One does; the others are told.
  private mutating func owner(in row: CsvRow, of place: Int) -> StakeholderID? {
    let named = row[.owner].map { OwnerNames($0).people } ?? []
    let addresses = row[.email].map { OwnerNames($0).people } ?? []
    guard let first = named.first ?? addresses.first else {
      keep(row.remarks([.owner]), of: place)
      return nil
    }
    if named.count > 1 {
      notices.tell(.owners, row.line, quoted(row[.owner] ?? ""))
      keep(row.remarks([.owner]), of: place)
    }
    let (name, address) = (first.name, first.address ?? addresses.first?.address)
    if let known = people.first(where: { $0.name == name || address != nil && $0.email == address }) { return known.id }
    let word = name.isAddress ? String(name.prefix { $0 != "@" }) : name
    let id = StakeholderID(newID(word, otherwise: "person-\(people.count + 1)"))
    people.append(Stakeholder(id: id, name: cut(name, to: MappingReader.longestName, row.line), email: address))
    return id
  }

  private func owner(of place: Int) -> Stakeholder? { people.first { $0.id == goals[place].owner } }

  private mutating func timeframe(_ row: CsvRow) -> TimeframeID? {
    row[.timeframe].map { timeframe(called: $0.withoutLink, Quarter(named: $0), row.line) }
  }

  private mutating func timeframe(ofDue row: CsvRow) -> TimeframeID? {
    guard let text = row[.due] else { return nil }
    guard let day = source.days.day(text) else {
      notices.tell(.noDay, row.line, quoted(text))
      return nil
    }
    let quarter = Quarter(of: day)
    return timeframe(called: quarter.name, quarter, row.line)
  }

  private mutating func timeframe(called name: String, _ quarter: Quarter?, _ line: Int) -> TimeframeID {
    if let known = timeframes.first(where: { $0.name.lowercased() == name.lowercased() }) { return known.id }
    let id = TimeframeID(newID(name, otherwise: "timeframe-\(timeframes.count + 1)"))
    timeframes.append(
      Timeframe(
        id: id, name: cut(name, to: MappingReader.longestName, line),
        from: quarter.flatMap { CalendarDate($0.first) }, to: quarter.flatMap { CalendarDate($0.last) }))
    return id
  }

  /// A new id made of a name's plain letters and digits.
  private mutating func newID(_ name: String, otherwise: String) -> String {
    let words = name.plainLetters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
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

  var parts: ImportedParts {
    ImportedParts(
      goals: goals, parked: parked, people: people, timeframes: timeframes, remarks: remarks, notices: notices)
  }

  mutating func plan(title: String, kind: SessionKind) -> (text: String, notices: [CsvFault]) {
    placeInTime()
    if goals.isEmpty { notices.tell(.noGoal, 1, "") }
    if people.isEmpty { notices.tell(.nobody, 1, "") }
    remarks.head = ["Taken over from a table. parley check says what is still to be written down."]
    let plan = Plan(
      title: title, kind: kind, starts: Instant(starts, hour: 14), minutes: kind.usualMinutes.upperBound,
      timeframes: timeframes, stakeholders: people, goals: goals, parkingLot: parked)
    var text = PlanText(plan, remarks).text
    // A plan holds what is decided about, and not the whole of a tool.
    if text.utf8.count > ImportedPlan.limit {
      remarks.features = [:]
      remarks.parked = [:]
      notices.tell(.cut, 1, "what the table says beside each feature")
      text = PlanText(plan, remarks).text
    }
    return (text, notices.faults)
  }

  /// A goal stands in some timeframe: where nothing says in which, in the first one.
  private mutating func placeInTime() {
    let order = ["now", "next", "later"]
    let places = timeframes.enumerated().map { place, timeframe in
      (
        timeframe: timeframe, from: timeframe.from?.description ?? "~",
        named: order.firstIndex(of: timeframe.name.lowercased()) ?? order.count, place: place
      )
    }
    timeframes = places.sorted { ($0.from, $0.named, $0.place) < ($1.from, $1.named, $1.place) }.map(\.timeframe)
    let undated = goals.filter { $0.timeframe == nil }
    if timeframes.isEmpty {
      let quarter = Quarter(after: starts)
      for next in [quarter, quarter.next] {
        timeframes.append(
          Timeframe(
            id: TimeframeID(newID(next.id, otherwise: next.id)), name: next.name, from: CalendarDate(next.first),
            to: CalendarDate(next.last)))
      }
    }
    for goal in undated { notices.tell(.undated, 1, quoted(goal.name)) }
    for place in goals.indices where goals[place].timeframe == nil { goals[place].timeframe = timeframes.first?.id }
  }
}
