extension RecordSection {
  /// How often each cause was behind a yellow or a red dot (M40): one that recurs is worth a playbook of its own.
  public static let causes = RecordSection(
    table: "causes", "causes.heading", \.causes,
    [
      RecordColumn("cause", "cause", .term) { row, names in names.words["cause.\(row.cause.rawValue)"] },
      RecordColumn("objections", "times", .number) { row, _ in "\(row.objections.count)" },
      RecordColumn("whose", "whose") { row, names in row.words(names) },
    ]
  )
  .spreadsheet("causes") { record, names in
    record.causes.map { row in
      [.name: names.words["cause.\(row.cause.rawValue)"], .who: row.words(names), .value: "\(row.objections.count)"]
    }
  }
  .on(.hidden)
}

/// The objections that have one cause.
private struct CauseRow {
  let cause: Dot.Cause
  let objections: [(who: StakeholderID, goal: GoalID)]

  func words(_ names: RecordNames) -> String {
    objections.map { "\(names.of($0.who)) (\(names.of($0.goal)))" }.joined(separator: ", ")
  }
}

extension Record {
  /// The most frequent cause first.
  fileprivate var causes: [CauseRow] {
    let all = goals.flatMap { row in row.objections.map { (who: $0.who, goal: row.goal.id, cause: $0.dot.cause) } }
    let rows = Dot.Cause.allCases.map { cause in
      CauseRow(cause: cause, objections: all.filter { $0.cause == cause }.map { (who: $0.who, goal: $0.goal) })
    }
    return rows.filter { !$0.objections.isEmpty }.enumerated().sorted { a, b in
      (b.element.objections.count, a.offset) < (a.element.objections.count, b.offset)
    }.map(\.element)
  }
}
