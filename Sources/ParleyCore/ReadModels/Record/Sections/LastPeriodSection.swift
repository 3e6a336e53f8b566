extension Record {
  /// The result of a goal in the period before (M37).
  public struct ReviewRow: Hashable, Sendable {
    public var goal: GoalID
    public var name: String
    public var last: LastPeriod
    /// The goal that continues it; nil when none does.
    public var carriedTo: GoalID?

    init?(_ past: PastGoal) {
      guard let last = past.last else { return nil }
      goal = past.id
      name = past.name
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
      RecordColumn("Target", "target") { row, _ in row.last.target.numeral.shown },
      RecordColumn("Actual", "actual") { row, _ in row.last.actual.numeral.shown },
      RecordColumn("Result", "result") { row, _ in row.last.result.rawValue },
      RecordColumn("Because", "because") { row, _ in row.last.because.shown },
    ]
  )
  .json("review", \.review) { row in
    [
      "goal": JSON(row.goal), "target": JSON(row.last.target), "actual": JSON(row.last.actual),
      "result": .string(row.last.result.rawValue), "because": JSON(row.last.because),
    ]
  }
  .on(.hidden)
}
