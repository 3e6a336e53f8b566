extension RecordSection {
  /// When to stop a decision (M42).
  public static let killCriteria = RecordSection(finding: "killCriteria", "findings.kill-criteria") { record, names in
    record.findings.killCriteria.map { criterion in
      let what = "\(criterion.id) \(criterion.metric.shown) \(criterion.threshold.shown)"
      let owner = criterion.owner.map { " (\(names.of($0)))" } ?? ""
      return names.words(
        "findings.kill-criterion",
        [
          "criterion": what, "day": names.words.longDay(criterion.by), "action": criterion.action.shown + owner,
        ])
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
