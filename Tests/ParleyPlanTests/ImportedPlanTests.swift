import ParleyCore
import ParleyPlan
import Testing

@Suite("A plan made of an export")
struct ImportedPlanTests {
  private static let day = CalendarDate(daysSince1970: 20_994)

  private func imported(_ table: String) throws -> ImportedPlan {
    try ImportedPlan(bytes: Array(table.utf8), title: "Q3", kind: .alignment, starts: Self.day)
  }

  private func plan(_ table: String) throws -> Plan {
    let reading = PlanReading(text: try imported(table).text, name: "plan.yaml")
    #expect(reading.told == [])
    return try #require(reading.plan)
  }

  @Test(
    "The exports of the usual programs give goals with their features, and the rest is parked",
    arguments: [
      "Issue key,Issue Type,Summary,Custom field (Epic Link)\nA-1,Epic,Reduce churn,\nA-2,Story,Score,A-1\nA-3,Bug,Slow,\n",
      "ID,Title,Project,Status\nT-2,Score,Reduce churn,Todo\nT-3,Slow,,Todo\n",
      "Name,Type,Objective\nReduce churn,Objective,\nScore,Feature,Reduce churn\nSlow,Feature,\n",
      "Feature reference #;Feature name;Initiative\nF-2;Score;Reduce churn\nF-3;Slow;\n",
      "Card Name\tGoal\tList Name\nScore\tReduce churn\tDoing\nSlow\t\tDoing\n",
    ])
  func programs(table: String) throws {
    let plan = try plan(table)
    #expect(plan.goals.map(\.name) == ["Reduce churn"])
    #expect(plan.goals.first?.features.map(\.name) == ["Score"])
    #expect(plan.parkingLot.map(\.text) == ["Slow"])
  }

  @Test("A byte-order mark, CRLF and quoted line breaks do no harm; the reported line is that of the file")
  func forms() throws {
    let table = "\u{FEFF}Summary,Notes,Extra\r\n\"Two\r\nlines, \"\"quoted\"\"\",x,1\r\n,y,2\r\n"
    #expect(try plan(table).parkingLot.map(\.text) == ["Two lines, \"quoted\""])
    #expect(try imported(table).notices.map(\.line).sorted() == [1, 1, 1, 4])
  }

  @Test("Nothing in a table can become more than text in the plan")
  func hostile() throws {
    let names = [
      "*alias", "&anchor", "- item", "{a: b}", "x: y", "# c", "\"\"quote\"\"", "!tag", "null", "no", "\\\\x", "日本語",
      "👩‍👩‍👧",
      String(repeating: "long ", count: 100),
    ]
    let rows = names.map { "\"\($0)\",\"Goal \($0)\"" }
    let plan = try plan("Name,Goal\n" + rows.joined(separator: "\n") + "\n")
    #expect(plan.goals.count == names.count)
    #expect(plan.goals.flatMap(\.features).count == names.count)
  }

  @Test(
    "A table that cannot be read is reported with its line",
    arguments: ["", "\n", "a,b\n1,2\n", "Name\n\"open\n", "Name\u{0}\n"])
  func wrong(table: String) {
    #expect(throws: CsvFault.self) { try imported(table) }
  }

  @Test("The user's own table of columns comes first, and its faults are reported")
  func own() throws {
    let columns = try CsvColumns(own: Array("column,means\nSummary,ignore\nWas,name\n".utf8))
    let plan = try ImportedPlan(
      bytes: Array("Summary,Was\na,b\n".utf8), columns: columns, title: "Q3", kind: .alignment, starts: Self.day)
    #expect(plan.text.contains("\"b\"") && !plan.notices.contains { $0.message.contains("Summary") })
    #expect(throws: CsvFault.self) { try CsvColumns(own: Array("column,means\nx,size\n".utf8)) }
    #expect(throws: CsvFault.self) { try CsvColumns(own: Array("a,b\n".utf8)) }
  }
}

@Suite("Survey answers")
struct SurveyAnswersTests {
  private let people = [
    Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi"), Stakeholder(id: StakeholderID("eng"), name: "王 美玲"),
  ]

  @Test("The table names people by id or by name, and an empty cell is no answer")
  func read() {
    let table = "Who,Outcome,Worry,Non-negotiable\nceo,\"Growth, again\",,Board\n王 美玲,Calm,,\n"
    let answers = SurveyAnswers(bytes: Array(table.utf8), people: people)
    #expect(answers.faults == [])
    let map = answers.added(to: StakeholderMap(entries: [StakeholderID("ceo"): .init(influence: .high)]))
    #expect(map.entries[StakeholderID("ceo")]?.survey?.outcome == "Growth, again")
    #expect(map.entries[StakeholderID("ceo")]?.influence == .high)
    #expect(map.entries[StakeholderID("eng")]?.survey == .init(outcome: "Calm"))
  }

  @Test(
    "Unknown people, double answers, missing names and unknown columns are reported",
    arguments: [
      ("who\nzebra\n", 2), ("who\nceo\nAda Obi\n", 3), ("outcome\nx\n", 1), ("who,mood\nceo,x\n", 1), ("", 1),
    ])
  func faults(table: String, line: Int) {
    #expect(SurveyAnswers(bytes: Array(table.utf8), people: people).faults.map(\.line) == [line])
  }
}
