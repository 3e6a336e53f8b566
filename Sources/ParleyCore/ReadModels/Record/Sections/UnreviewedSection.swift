extension Record {
  /// A goal of the period before whose result nobody has given.
  public struct UnreviewedRow: Hashable, Sendable {
    public var goal: GoalID
    public var name: String
  }
}

extension RecordSection {
  /// Goals of the period before that a review did not come to (M37).
  public static let unreviewed = RecordSection(finding: "unreviewed", "findings.unreviewed") { record, _ in
    record.unreviewed.map(\.name.shown)
  }
  .json("unreviewed") { JSON($0.unreviewed.map(\.goal)) }
}
