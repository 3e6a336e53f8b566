import ParleyCore

/// People's answers before the session (M1), read from a small table: who, outcome, worry, non-negotiable. The table
/// names a person by id or by name.
public struct SurveyAnswers: Sendable {
  public private(set) var answers: [StakeholderID: StakeholderMap.Survey] = [:]
  public private(set) var faults: [Fault] = []

  /// A fault in a line of the table; lines count from 1.
  public struct Fault: Hashable, Sendable {
    public var line: Int
    /// The problem — the remedy.
    public var message: String
  }

  private static let columns = ["who", "outcome", "worry", "non-negotiable"]

  /// Reads the table; its faults are in ``faults``.
  public init(bytes: [UInt8], people: [Stakeholder]) {
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

  /// The map with these answers in place of its own.
  public func added(to map: StakeholderMap) -> StakeholderMap {
    answers.reduce(into: map) { map, answer in
      map.entries[answer.key, default: StakeholderMap.Entry()].survey = answer.value
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
  }

  private mutating func tell(_ line: Int, _ message: String) { faults.append(Fault(line: line, message: message)) }
}
