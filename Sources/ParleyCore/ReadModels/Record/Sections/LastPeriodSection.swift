extension Record {
  /// The result of a goal in the period before (M37).
  public struct ReviewRow: Hashable, Sendable {
    public var goal: GoalID
    public var name: String
    /// The main metric that the numbers are of; nil where none is known.
    public var metric: Metric?
    public var last: LastPeriod
    /// The goal that continues it; nil when none does.
    public var carriedTo: GoalID?

    init?(_ past: PastGoal) {
      guard let last = past.last else { return nil }
      goal = past.id
      name = past.name
      metric = past.metric
      self.last = last
      carriedTo = past.carriedTo
    }
  }
}

extension RecordSection {
  /// The results of the goals of the period before (M37).
  public static let lastPeriod = RecordSection(
    table: "review", "Last period", \.review,
    [
      RecordColumn("Goal", "goal") { row, _ in row.name.shown },
      RecordColumn("Metric", "metric") { row, _ in (row.metric?.name).shown },
      RecordColumn("Target", "target", .number) { row, _ in row.measured(row.last.target).shown },
      RecordColumn("Actual", "actual", .number) { row, _ in row.measured(row.last.actual).shown },
      RecordColumn("Result", "result", .term) { row, _ in row.last.result.words },
      RecordColumn("Because", "because") { row, _ in row.last.because.shown },
    ]
  )
  .json("review", \.review) { row in
    [
      "goal": JSON(row.goal), "target": JSON(row.last.target), "actual": JSON(row.last.actual),
      "result": .string(row.last.result.rawValue), "because": JSON(row.last.because),
      "name": .string(row.name), "unit": JSON(row.metric?.unit),
    ]
  }
  .spreadsheet("review") { record, _ in
    record.review.map { row in
      [
        .id: row.goal.text, .name: row.name, .value: row.measured(row.last.actual),
        .detail: [row.metric?.name, "target \(row.measured(row.last.target))"].compactMap { $0 }.joined(
          separator: ", "),
        .because: row.last.because ?? "", .state: row.last.result.words,
      ]
    }
  }
  .on(.hidden)
}

extension Record.ReviewRow {
  /// A number of the period, with its unit.
  fileprivate func measured(_ number: Double) -> String { number.numeral + (metric?.unit.map { " \($0)" } ?? "") }
}
