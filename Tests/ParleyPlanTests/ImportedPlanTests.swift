import Foundation
import ParleyCore
import ParleyPlan
import Testing

@Suite("A plan made of an export")
struct ImportedPlanTests {
  private static let day = CalendarDate(daysSince1970: 20_994)

  private func imported(_ bytes: [UInt8], columns: CsvColumns = CsvColumns()) throws -> ImportedPlan {
    try ImportedPlan(bytes: bytes, columns: columns, title: "Q3", kind: .alignment, starts: Self.day)
  }

  private func imported(_ table: String) throws -> ImportedPlan { try imported(Array(table.utf8)) }

  /// The plan, once what it asks for is filled in.
  private func plan(_ table: String) throws -> Plan {
    let text = try imported(table).text
      .replacing(
        "# - {name: WHAT IS COUNTED, unit: UNIT, baseline: TODAY, target: THEN}",
        with: "- {name: M, baseline: 0, target: 1}"
      )
      .replacing("# - {id: ceo, name: Ada Obi, role: CEO}", with: "- {id: ceo, name: Ada Obi, role: CEO}")
    let reading = PlanReading(text: text, name: "plan.yaml")
    #expect(reading.told == [], "\(text)")
    return try #require(reading.plan)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/import")

  private static let exports: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  @Test("Exports as the programs write them give the plans that were looked at and kept", arguments: exports)
  func exported(name: String) throws {
    let plan = try imported(Array(Data(contentsOf: Self.folder.appendingPathComponent(name))))
    let text = plan.notices.map { "\($0.line): \($0.message)\n" }.joined() + "---\n" + plan.text
    let golden = Self.folder.appendingPathComponent(name.replacing(".csv", with: ".plan"))
    if ProcessInfo.processInfo.environment["PARLEY_RECORD_GOLDEN"] != nil { try Data(text.utf8).write(to: golden) }
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    for line in plan.text.split(separator: "\n") { #expect(line.count <= 160, "\(line)") }
  }

  @Test("A board of Trello as JSON gives the plan that its table gives")
  func trelloBoard() throws {
    let board = """
      {"name": "Roadmap", "lists": [{"id": "l1", "name": "Next", "closed": false}, {"id": "l2", "name": "Now"}],
       "members": [{"id": "m1", "fullName": "carla"}], "cards": [
        {"id": "5f1", "name": "Onboarding checklist", "shortUrl": "https://trello.com/c/1", "desc": "Do it",
         "idList": "l1", "closed": false, "due": "2027-07-30T10:00:00.000Z", "dueComplete": false, "idMembers": ["m1"],
         "labels": [{"name": "Activation", "color": "green"}]},
        {"id": "5f2", "name": "Win-back mails", "idList": "l2", "closed": true, "idMembers": [],
         "labels": [{"name": "Churn", "color": "red"}]}]}
      """
    let table = try imported(Array(Data(contentsOf: Self.folder.appendingPathComponent("trello.csv"))))
    let plan = try imported(board)
    // The table has each label's colour behind it.
    #expect(plan.text == table.text.replacing("Activation (green)", with: "Activation"))
    #expect(plan.text.contains("Activation") && plan.text.contains("Onboarding checklist"))
  }

  @Test(
    "The exports of the usual programs give goals with their features, and the rest is parked",
    arguments: [
      "Issue key,Issue Type,Summary,Custom field (Epic Link)\nA-1,Epic,Reduce churn,\nA-2,Story,Score,A-1\nA-3,Bug,Slow,\n",
      "ID,Title,Project,Status\nT-2,Score,Reduce churn,Todo\nT-3,Slow,,Todo\n",
      "Name,Type,Objective\nReduce churn,Objective,\nScore,Feature,Reduce churn\nSlow,Feature,\n",
      "Feature reference #;Feature name;Initiative\nF-2;Score;Reduce churn\nF-3;Slow;\n",
      "Card Name\tGoal\tList Name\nScore\tReduce churn\tDoing\nSlow\t\tDoing\n",
      "Name,Goal,Status\nScore,Reduce churn (https://www.notion.so/Reduce-churn-0f4a),Open\nSlow,,Open\n",
    ])
  func programs(table: String) throws {
    let plan = try plan(table)
    #expect(plan.goals.map(\.name) == ["Reduce churn"])
    #expect(plan.goals.first?.features.map(\.name) == ["Score"])
    #expect(plan.parkingLot.map(\.text) == ["Slow"])
  }

  @Test(
    "A key is never a goal: what it leads to is, through every task above; where it leads nowhere the row is parked")
  func keys() throws {
    let plan = try plan(
      """
      Issue key,Issue id,Issue Type,Summary,Parent,Parent summary
      G-1,10001,Epic,Reduce churn,,
      G-2,10002,Story,Score,10001,Reduce churn
      G-3,10003,Sub-task,Copy,10002,Score
      G-4,10004,Story,Lost,10077,
      G-5,10005,Story,Known by name,10078,Grow sales
      G-6,10006,Sub-task,Under nothing,10079,Some story

      """)
    #expect(plan.goals.map(\.name) == ["Reduce churn", "Grow sales"])
    #expect(plan.goals.map { $0.features.map(\.name) } == [["Score", "Copy"], ["Known by name"]])
    #expect(plan.parkingLot.map(\.text) == ["Lost", "Under nothing"])
    #expect(plan.goals[0].ref == "G-1" && plan.goals[0].features.map(\.ref) == ["G-2", "G-3"])
  }

  @Test("Rows that name each other above come to an end")
  func circle() throws {
    let text = try imported("Key,Summary,Parent\nA-1,One,A-2\nA-2,Two,A-1\n").text
    #expect(text.contains(#"text: "One""#) && text.contains(#"text: "Two""#))
  }

  @Test("Where objectives stand above initiatives and epics, the objectives are the goals")
  func levels() throws {
    let plan = try plan(
      "Key,Type,Name,Parent\nO-1,Objective,Keep customers,\nE-1,Epic,Win-back,O-1\nE-2,Epic,Alone,\nK-1,Key result,Churn,O-1\n"
    )
    #expect(plan.goals.map(\.name) == ["Keep customers", "Alone"])
    #expect(plan.goals[0].features.map(\.name) == ["Win-back"])
  }

  @Test("A key result is a metric of its objective")
  func keyResults() throws {
    let text = try imported(
      "Key,Type,Name,Parent,Start,Target\nO-1,Objective,Keep customers,,,\nK-1,Key result,Churn,O-1,8%,5%\n"
    ).text
    #expect(text.contains(#"- {name: "Churn", unit: "%", baseline: 8, target: 5}"#))
    #expect(!text.contains("    features:"))
  }

  @Test(
    "Numbers are read as they are written, or by the file's own habit",
    arguments: [
      (",", "8%", "8"), (",", "\"1,042\"", "1042"), (",", "\"1.200,50\"", "1200.5"), (",", "\"99,9\"", "99.9"),
      (",", "1 250", "1250"), (",", "€ 12.5", "12.5"), (",", "1.200", "1200"), (";", "1.200", "1200"),
      (";", "1,042", "1.042"), (",", "0.250", "0.25"), (",", "-3.5", "-3.5"), (",", "\"1,234,567\"", "1234567"),
      (",", "1'000", "1000"), (",", "12 days", "12"), (",", "007", "7"), ("\t", "1.200", "1200"),
    ])
  func numbers(separator: String, written: String, read: String) throws {
    let table =
      ["Goal", "Metric", "Baseline", "Target"].joined(separator: separator) + "\n"
      + ["Churn", "Share", written, "77"].joined(separator: separator) + "\n"
    let text = try imported(table).text
    #expect(text.contains("baseline: \(read), target: 77"), "\(text)")
  }

  @Test("A lone mark before three digits is read by the other numbers, and what it was read as is told")
  func openNumbers() throws {
    let plan = try imported("Goal,Metric,Baseline,Target\nA,m,1.200,\"2,5\"\nB,n,\"1,500\",\"3,25\"\n")
    #expect(plan.text.contains("baseline: 1200, target: 2.5") && plan.text.contains("baseline: 1.5, target: 3.25"))
    let told = plan.notices.map(\.message).filter { $0.contains("is read as") }
    #expect(told == ["`1.200` is read as 1200, `1,500` is read as 1.5 — check whether it is meant so"])
  }

  @Test(
    "A number that cannot be read is left out with its text beside the goal, and nothing stands in its place",
    arguments: ["about 8", "8 to 9", "1.2.3,4", "5k", "2M", "n/a", "12-13"])
  func unread(written: String) throws {
    let plan = try imported(
      "Goal,Metric,Baseline,Target\nChurn,Share,\(written.contains(",") ? "\"\(written)\"" : written),5\n")
    #expect(plan.text.contains("# line 2: metric: Share; baseline: \(written); target: 5"), "\(plan.text)")
    #expect(plan.notices.contains { $0.line == 2 && $0.message.contains("`\(written)`") })
    let reading = PlanReading(text: plan.text, name: "plan.yaml")
    #expect(reading.errors.contains { $0.report.contains("`metrics` has no value") })
  }

  @Test("Nobody is made up: a table without owners makes a plan that asks for people")
  func nobody() throws {
    let plan = try imported("Goal,Feature\nChurn,Score\n")
    let reading = PlanReading(text: plan.text, name: "plan.yaml")
    #expect(reading.errors.contains { $0.report.contains("`stakeholders` has no value") })
    #expect(plan.notices.last?.message.hasPrefix("nobody owns a goal") == true)
  }

  @Test("What is done, cancelled or archived is no open feature, a done goal stays a goal, and both are told")
  func done() throws {
    let table = """
      Key,Type,Name,Parent,Status,Archived,Resolution
      G-1,Epic,Reduce churn,,Done,,
      G-2,Story,Open,G-1,To Do,false,Unresolved
      G-3,Story,Shipped,G-1,Shipped,,
      G-4,Story,Put away,G-1,,true,
      G-5,Story,Refused,G-1,,,Won't Do

      """
    #expect(try plan(table).goals.map { $0.features.map(\.name) } == [["Open"]])
    let told = try imported(table).notices.map { "\($0.line) \($0.message)" }
    #expect(told.contains { $0.hasPrefix("4 3 rows are done, cancelled or archived, and left out: `Shipped`") })
    #expect(told.contains { $0.hasPrefix("2 done, and kept as a goal: `Reduce churn`") })
  }

  @Test("Sections are goals, steps or times, as their names say")
  func sections() throws {
    #expect(
      try plan("Name,Section/Column\nScore,Reduce churn\nMail,Untitled section\n").goals.map(\.name) == ["Reduce churn"]
    )
    let steps = try imported("Name,Section/Column\nScore,To do\nMail,Reduce churn\n").text
    #expect(!steps.contains("goal-") && steps.contains("status: To do"))
    let timed = try imported("Goal,Feature,Section\nChurn,Score,Now\nSales,Mail,Later\nCost,Move,Next\n").text
    let places = ["id: now", "id: next", "id: later"].compactMap { timed.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
  }

  @Test(
    "A file in another encoding or with a line for Excel is read",
    arguments: ["utf16le", "utf16be", "bare", "1252", "sep"])
  func encodings(form: String) throws {
    let table = "Goal;Feature\r\nAktivierung erhöhen;19\" rack\r\n"
    let bytes: [UInt8] =
      switch form {
      case "utf16le": [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf16be": [0xFE, 0xFF] + table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "bare": table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "1252": table.unicodeScalars.map { UInt8($0.value) }
      default: Array("sep=;\r\n\(table)".utf8)
      }
    let plan = try imported(bytes)
    #expect(
      plan.text.contains(#"name: "Aktivierung erhöhen""#) && plan.text.contains(#"name: "19\" rack""#), "\(plan.text)")
    #expect(plan.notices.allSatisfy { !$0.message.contains("not taken over") })
  }

  @Test("A byte-order mark, CRLF and quoted line breaks do no harm; the reported line is that of the file")
  func forms() throws {
    let table = "\u{FEFF}Summary,Notes,Extra\r\n\"Two\r\nlines, \"\"quoted\"\"\",x,1\r\n,y,2\r\n"
    #expect(try imported(table).text.contains(#"text: "Two lines, \"quoted\"""#))
    let first = try #require(try imported(table).notices.first)
    #expect(first.line == 4 && first.message == "1 row has no name and is not taken over (line 4) — give it one")
  }

  @Test("Fifteen hundred rows with long descriptions are read, and the plan is one that can be opened")
  func many() throws {
    let words = String(repeating: "a long description of it ", count: 80)
    let rows = (1...1500).map { "K-\($0),Story,Feature number \($0),E-\($0 % 7 + 1),\"\(words)\"" }
    let epics = (1...7).map { "E-\($0),Epic,Outcome \($0),," }
    let table = "Key,Type,Summary,Epic Link,Description\n" + (epics + rows).joined(separator: "\n") + "\n"
    let plan = try plan(table)
    #expect(plan.goals.count == 7 && plan.goals.flatMap(\.features).count == 1500)
    #expect(try imported(table).text.utf8.count <= ImportedPlan.limit)
  }

  @Test(
    "Days are read by the table's own habit, and not at all where it has none",
    arguments: [
      ("7/30/2027", "9/2/2027", "2027-09-02"), ("30/7/2027", "9/2/2027", "2027-02-09"), ("9/2/2027", "3/4/2027", nil),
      ("30/7/2027", "7/30/2027", "2027-07-30"), ("30.9.27", "1.2.2027", "2027-02-01"),
      ("x", "31. Dez. 2027", "2027-12-31"), ("x", "5 juillet 2027", "2027-07-05"),
      ("x", "July 30, 2027 → August 2, 2027", "2027-08-02"), ("x", "1816905600000", "2027-07-30"),
      ("x", "32.1.2027", nil),
    ] as [(String, String, String?)])
  func days(other: String, text: String, expected: String?) throws {
    let plan = try imported("Task,Goal,Due\nA,,\"\(other)\"\nB,,\"\(text)\"\n")
    let line = plan.text.split(separator: "\n").first { $0.contains("text: \"B\"") } ?? ""
    #expect(line.contains("due: \(expected ?? "")") == (expected != nil), "\(line)")
    #expect(plan.notices.contains { $0.message.contains("`\(text)`") } == (expected == nil), "\(plan.notices)")
  }

  @Test(
    "A cell of people is one name, a name with its address, or several; nobody is made up",
    arguments: [
      (
        "Carla Stein <carla@example.org>", "{id: carla-stein, name: \"Carla Stein\", email: \"carla@example.org\"}",
        false
      ),
      ("\"\"Stein, Carla\"\" <carla@example.org>", "name: \"Carla Stein\"", false),
      ("Stein, Carla", "name: \"Carla Stein\"", false),
      ("Carla Stein, Vera Engel", "name: \"Carla Stein\"", true), ("cstein; vengel", "name: \"cstein\"", true),
      ("[Carla Stein]", "name: \"Carla Stein\"", false), ("Jörg Groß", "id: jorg-gross", false), ("TBD", nil, false),
      ("nicht zugewiesen", nil, false),
    ] as [(String, String?, Bool)])
  func owners(cell: String, person: String?, isTold: Bool) throws {
    let plan = try imported("Goal,Metric,Baseline,Target,Owner\nGrow,Sales,1,2,\"\(cell)\"\n")
    let parts = person?.split(separator: ",").map { $0.filter { !"{}".contains($0) } } ?? []
    for part in parts { #expect(plan.text.contains(part.drop { $0 == " " }), "\(part) in \(plan.text)") }
    #expect(plan.notices.contains { $0.message.contains("nobody owns a goal") } == (person == nil))
    #expect(plan.notices.contains { $0.message.contains("one person owns a goal") } == isTold)
    #expect(!plan.text.contains("name: \"Vera Engel\""))
  }

  @Test("Nothing in a table can become more than text in the plan")
  func hostile() throws {
    let names = [
      "*alias", "&anchor", "- item", "{a: b}", "x: y", "# c", "\"\"quote\"\"", "!tag", "null", "no", "\\\\x", "日本語",
      "👩‍👩‍👧",
      String(repeating: "long ", count: 100), "\\\"\" # no comment " + String(repeating: "\\ # \"\" x ", count: 12),
    ]
    let rows = names.map { "\"\($0)\",\"Goal \($0)\"" }
    let plan = try plan("Name,Goal\n" + rows.joined(separator: "\n") + "\n")
    #expect(plan.goals.count == names.count)
    #expect(plan.goals.flatMap(\.features).count == names.count)
    #expect(plan.goals.contains { $0.name == "Goal # c" } && plan.goals.contains { $0.name == "Goal \"quote\"" })
  }

  @Test(
    "A table that cannot be read is reported with its line",
    arguments: [("", 1), ("\n", 1), ("a,b\n1,2\n", 1), ("Name\nx\n\"open\n", 3), ("Name\nx\u{0}\n", 2)])
  func wrong(table: String, line: Int) {
    #expect { try imported(table) } throws: { ($0 as? CsvFault)?.line == line }
  }

  @Test("The user's own table of columns comes first, and its faults are reported")
  func own() throws {
    let columns = try CsvColumns(own: Array("column,means\nSummary,ignore\nWas,name\n".utf8))
    let plan = try imported(Array("Summary,Was\na,b\n".utf8), columns: columns)
    #expect(plan.text.contains("\"b\"") && !plan.notices.contains { $0.message.contains("Summary") })
    #expect(throws: CsvFault.self) { try CsvColumns(own: Array("column,means\nx,size\n".utf8)) }
    #expect(throws: CsvFault.self) { try CsvColumns(own: Array("a,b\n".utf8)) }
  }
}
