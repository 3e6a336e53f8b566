extension RecordSection {
  /// Goals carried forward from the period before (M37).
  public static let carried = RecordSection(finding: "carried", "findings.carried") { record, names in
    record.findings.carried.map { carried in
      let old = record.review.first { $0.goal == carried.from }?.name.shown ?? names.of(carried.from)
      let new = record.carriedName(carried.to, names)
      return carried.because.map {
        names.words("findings.goes-on-because", ["old": old, "new": new, "because": $0.shown])
      } ?? names.words("findings.goes-on", ["old": old, "new": new])
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
    return timeframe.map {
      names.words("findings.in-timeframe", ["goal": names.of(id), "timeframe": names.of($0)])
    } ?? names.of(id)
  }
}
