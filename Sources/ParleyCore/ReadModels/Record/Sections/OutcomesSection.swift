extension RecordSection {
  /// What came of it, as it was said in the weeks after: an appendix, which leaves the record before it as it was.
  public static let outcomes = RecordSection(
    table: "outcomes", "What came of it", { record in record.outcomes.map { (record.subject(of: $0), $0) } },
    [
      RecordColumn("Of what", "of") { row, _ in row.0.shown },
      RecordColumn("What came of it", "came") { row, _ in row.1.text.shown },
      RecordColumn("Result", "ended") { row, _ in row.1.result?.words ?? .nothing },
      RecordColumn("Said on", "said") { row, _ in "\(row.1.at.date)" },
    ]
  )
  .json("outcomes", \.outcomes) {
    ["ref": .string($0.ref), "text": .string($0.text), "result": JSON($0.result?.rawValue), "at": JSON($0.at)]
  }
  .spreadsheet("outcomes") { record, _ in
    record.outcomes.map { outcome in
      [
        .id: outcome.ref, .name: record.subject(of: outcome), .value: outcome.text,
        .state: outcome.result?.words ?? "", .due: "\(outcome.at.date)",
      ]
    }
  }
}
