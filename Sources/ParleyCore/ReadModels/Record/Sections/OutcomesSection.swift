extension RecordSection {
  /// What came of it, as it was said in the weeks after: an appendix, which leaves the record before it as it was.
  public static let outcomes = RecordSection(
    table: "outcomes", "outcomes.heading", { record in record.outcomes.map { (record.subject(of: $0), $0) } },
    [
      RecordColumn("of-what", "of") { row, _ in row.0.shown },
      RecordColumn("came", "came") { row, _ in row.1.text.shown },
      RecordColumn("result", "ended") { row, names in row.1.result.map(names.words.result) ?? .nothing },
      RecordColumn("said-on", "said") { row, names in names.words.day(row.1.at.date) },
    ]
  )
  .json("outcomes", \.outcomes) {
    ["ref": .string($0.ref), "text": .string($0.text), "result": JSON($0.result?.rawValue), "at": JSON($0.at)]
  }
  .spreadsheet("outcomes") { record, names in
    record.outcomes.map { outcome in
      [
        .id: outcome.ref, .name: record.subject(of: outcome), .value: outcome.text,
        .state: outcome.result.map(names.words.result) ?? "", .due: names.words.day(outcome.at.date),
      ]
    }
  }
}
