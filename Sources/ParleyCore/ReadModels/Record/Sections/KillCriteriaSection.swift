extension RecordSection {
  /// When to stop a decision (M42).
  public static let killCriteria = RecordSection(finding: "killCriteria", "Kill criteria") { record, names in
    record.findings.killCriteria.map { criterion in
      "\(criterion.id) \(criterion.metric.shown) \(criterion.threshold.shown) by \(criterion.by): "
        + criterion.action.shown + (criterion.owner.map { " (\(names.of($0)))" } ?? "")
    }
  }
  .json("killCriteria", \.findings.killCriteria) { criterion in
    [
      "id": JSON(criterion.id), "metric": .string(criterion.metric), "threshold": .string(criterion.threshold),
      "date": JSON(criterion.by), "action": .string(criterion.action), "owner": JSON(criterion.owner),
    ]
  }
  .on(.pane(heading: "We stop when", .killCriteria))
}
