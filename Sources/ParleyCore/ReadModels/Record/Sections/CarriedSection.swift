extension RecordSection {
  /// Goals carried forward from the period before (M37).
  public static let carried = RecordSection(finding: "carried", "Carried forward") { record, names in
    record.findings.carried.map { carried in
      let old = record.review.first { $0.goal == carried.from }?.name.shown ?? names.of(carried.from)
      return "\(old) goes on as \(carried.to)"
    }
  }
  .json("carried") { record in
    .array(
      record.findings.carried.map {
        ["goal": JSON($0.to), "from": JSON($0.from), "session": JSON(record.previous)]
      })
  }
  .on(.pane(heading: "Carried forward", .carried))
}
