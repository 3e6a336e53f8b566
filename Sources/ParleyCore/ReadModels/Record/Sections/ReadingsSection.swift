extension RecordSection {
  /// The current values of the goals' metrics (M36).
  public static let readings = RecordSection(finding: "readings", "Where the goals stand") { record, names in
    record.findings.readings.map { reading in
      let metric = record.goals.first { $0.goal.id == reading.goal }?.goal.metrics.first
      let unit = metric?.unit.map { " \($0.shown)" } ?? ""
      let way = metric.map { " (\($0.baseline.numeral) → \($0.target.numeral)\(unit))" } ?? ""
      return "\(names.of(reading.goal)): \(reading.value.numeral.shown)\(unit)\(way)" + .tail(reading.note)
    }
  }
  .json("readings", \.findings.readings) { reading in
    ["goal": JSON(reading.goal), "value": JSON(reading.value), "note": JSON(reading.note), "at": JSON(reading.at)]
  }
  .on(.pane(heading: "Where the goals stand", .readings))
}

extension String {
  /// A note at the end of a line; empty without one.
  static func tail(_ text: String?) -> String { text.map { " — \($0.shown)" } ?? "" }
}
