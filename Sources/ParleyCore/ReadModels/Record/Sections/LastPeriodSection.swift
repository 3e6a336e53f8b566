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
    table: "review", "review.heading", \.review,
    [
      RecordColumn("goal", "goal") { row, _ in row.name.shown },
      RecordColumn("metric", "metric") { row, _ in (row.metric?.name).shown },
      RecordColumn("target", "target", .number) { row, names in names.words.amount(row.last.target, row.metric).shown },
      RecordColumn("actual", "actual", .number) { row, names in names.words.amount(row.last.actual, row.metric).shown },
      RecordColumn("result", "result", .term) { row, names in names.words.result(row.last.result) },
      RecordColumn("because", "because") { row, _ in row.last.because.shown },
    ]
  )
  .json("review", \.review) { row in
    [
      "goal": JSON(row.goal), "target": JSON(row.last.target), "actual": JSON(row.last.actual),
      "result": .string(row.last.result.rawValue), "because": JSON(row.last.because),
      "name": .string(row.name), "unit": JSON(row.metric?.unit),
    ]
  }
  .spreadsheet("review") { record, names in
    let words = names.words
    return record.review.map { row in
      let target = words("csv.target", ["value": words.amount(row.last.target, row.metric)])
      return [
        .id: row.goal.text, .name: row.name, .value: words.amount(row.last.actual, row.metric),
        .detail: [row.metric?.name, target].compactMap { $0 }.joined(separator: ", "),
        .because: row.last.because ?? "", .state: words.result(row.last.result),
      ]
    }
  }
  .on(.hidden)
}
