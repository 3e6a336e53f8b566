extension RecordSection {
  /// The current values of the goals' metrics (M36).
  public static let readings = RecordSection(finding: "readings", "findings.readings") { record, names in
    record.findings.readings.map { reading in
      let metric = record.goals.first { $0.goal.id == reading.goal }?.goal.metrics.first
      let words = names.words
      let value = words.amount(reading.value, metric)
      let line =
        metric.map {
          words(
            "findings.reading-on-its-way",
            ["goal": names.of(reading.goal), "value": value, "change": words.change($0).shown])
        } ?? words("findings.reading", ["goal": names.of(reading.goal), "value": value])
      return line + words.tail(reading.note)
    }
  }
  .json("readings", \.findings.readings) { reading in
    ["goal": JSON(reading.goal), "value": JSON(reading.value), "note": JSON(reading.note), "at": JSON(reading.at)]
  }
  .on(.pane(heading: "Where the goals stand", .readings))
}

extension DocumentWording {
  /// A note at the end of a line; empty without one.
  func tail(_ text: String?) -> String { text.map { self["signs.dash"] + $0.shown } ?? "" }
}
