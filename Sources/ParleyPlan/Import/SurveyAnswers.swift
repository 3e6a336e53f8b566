import ParleyCore

/// People's answers before the session (M1), read from a small table: who, outcome, worry, non-negotiable, priorities.
/// The table names a person by id or by name, and so the goals that they put first. Those may also come in the line that
/// the pre-read asks for: `Priorities: churn, activation`.
public struct SurveyAnswers: Sendable {
  public private(set) var answers: [StakeholderID: StakeholderMap.Survey] = [:]
  public private(set) var priorities: [StakeholderID: [GoalID]] = [:]
  public private(set) var faults: [Fault] = []
  private let goals: [Goal]

  /// A fault in a line of the table; lines count from 1.
  public struct Fault: Hashable, Sendable {
    public var line: Int
    /// The problem — the remedy.
    public var message: String
  }

  private static let columns = ["who", "outcome", "worry", "non-negotiable", "priorities"]

  /// Reads the table; its faults are in ``faults``.
  public init(bytes: [UInt8], people: [Stakeholder], goals: [Goal] = []) {
    self.goals = goals
    do throws(CsvSheet.Fault) {
      let sheet = try CsvSheet(bytes)
      let headings = sheet.header.map { $0.lowercased() }
      for (index, heading) in headings.enumerated() where !Self.columns.contains(heading) && !heading.isEmpty {
        let known = "the columns are \(Self.columns.joined(separator: ", "))"
        tell(1, "there is no column \(quoted(sheet.header[index])) in a survey — \(known)")
      }
      guard let who = headings.firstIndex(of: "who") else {
        tell(1, "no column says who answered — name it `who`")
        return
      }
      for row in sheet.rows { read(row, who, headings, people) }
    } catch {
      tell(error.line, error.message)
    }
  }

  /// Reads the line of someone's answer that begins with `Priorities:`, or with that word in another language.
  public init(answer text: String, of who: StakeholderID, goals: [Goal], asked marks: [String] = ["Priorities"]) {
    self.goals = goals
    guard let rest = marks.lazy.compactMap({ SurveyAnswers.words(after: $0, in: text) }).first else {
      tell(1, "no line begins with `\(marks.first ?? "Priorities"):` — it is the one that the pre-read asks for")
      return
    }
    readPriorities(rest, of: who, line: 1)
  }

  /// What stands behind a word and its colon, before which some languages have a space.
  private static func words(after mark: String, in text: String) -> String? {
    let lowered = text.lowercased()
    guard let found = lowered.firstRange(of: mark.lowercased()) else { return nil }
    let rest = lowered[found.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == ":" else { return nil }
    return String(text.dropFirst(lowered.distance(from: lowered.startIndex, to: rest.startIndex) + 1))
  }

  /// The map with these answers in place of its own.
  public func added(to map: StakeholderMap) -> StakeholderMap {
    var map = answers.reduce(into: map) { map, answer in
      map.entries[answer.key, default: StakeholderMap.Entry()].survey = answer.value
    }
    for (who, goals) in priorities { map.entries[who, default: StakeholderMap.Entry()].priorities = goals }
    return map
  }

  /// The goals that someone puts first, by id or by name. What follows the last of them in an answer is a greeting.
  private mutating func readPriorities(_ text: String, of who: StakeholderID, line: Int) {
    for part in text.split(whereSeparator: { ",;".contains($0) }) {
      let words = String(part).cleaned.lowercased()
      let first = words.prefix { !$0.isWhitespace && $0 != "." }
      let named = goals.first { words == $0.id.text || words.hasPrefix($0.name.lowercased()) }
      guard let goal = named ?? goals.first(where: { first == $0.id.text }) else {
        let known = goals.map(\.id.text).joined(separator: ", ")
        return tell(line, "\(quoted(String(part).cleaned)) is no goal of the plan — it has \(known)")
      }
      if priorities[who]?.contains(goal.id) != true { priorities[who, default: []].append(goal.id) }
      if words != goal.id.text, words != goal.name.lowercased() { return }
    }
  }

  private mutating func read(_ row: CsvSheet.Row, _ who: Int, _ headings: [String], _ people: [Stakeholder]) {
    func cell(_ name: String) -> String? {
      guard let index = headings.firstIndex(of: name), row.cells.indices.contains(index) else { return nil }
      let text = row.cells[index].cleaned
      return text.isEmpty ? nil : text
    }
    let name = row.cells.indices.contains(who) ? row.cells[who] : ""
    guard let person = people.first(where: { $0.id.text == name || $0.name.lowercased() == name.lowercased() }) else {
      return tell(row.line, "\(quoted(name)) is no stakeholder of the plan — write an id or a name that it has")
    }
    guard answers[person.id] == nil else {
      return tell(row.line, "\(quoted(person.name)) answers twice — keep one line")
    }
    answers[person.id] = StakeholderMap.Survey(
      outcome: cell("outcome"), worry: cell("worry"), nonNegotiable: cell("non-negotiable"))
    if let first = cell("priorities") { readPriorities(first, of: person.id, line: row.line) }
  }

  private mutating func tell(_ line: Int, _ message: String) { faults.append(Fault(line: line, message: message)) }
}
