extension RecordSection {
  /// Goals carried forward from the period before (M37).
  public static let carried = RecordSection(finding: "carried", "Carried forward") { record, names in
    record.findings.carried.map { carried in
      let old = record.review.first { $0.goal == carried.from }?.name.shown ?? names.of(carried.from)
      let because = carried.because.map { ", because: \($0.shown)" } ?? ""
      return "\(old) goes on as \(record.carriedName(carried.to, names))\(because)"
    }
  }
  .json("carried") { record in
    .array(
      record.findings.carried.map {
        [
          "goal": JSON($0.to), "from": JSON($0.from), "session": JSON(record.previous),
          "because": JSON($0.because),
        ]
      })
  }
  .on(.pane(heading: "Carried forward", .carried))
}

extension Record {
  /// The name of a goal that goes on, with its timeframe.
  fileprivate func carriedName(_ id: GoalID, _ names: RecordNames) -> String {
    let timeframe = goals.first { $0.goal.id == id }?.goal.timeframe
    return names.of(id) + (timeframe.map { " in \(names.of($0))" } ?? "")
  }
}
