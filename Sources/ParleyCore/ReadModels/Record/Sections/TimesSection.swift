extension Record {
  /// The actual and the planned time of a step, in seconds (M26).
  public struct PaceRow: Hashable, Sendable {
    public var step: Step
    /// Extensions included.
    public var planned: Int
    /// Pauses and conflicts included.
    public var actual: Int

    init(_ time: StepTime, in state: State, until instant: Instant) {
      step = time.step
      planned = time.planned
      let current = state.step == time.step ? state.visit.length(at: instant) : 0
      actual = Int((time.past + current) / 1000)
    }
  }
}

extension RecordSection {
  /// The times of each step, and of all of them together (M26).
  public static let times = RecordSection(
    table: "times", "times.heading", rows,
    [
      RecordColumn("step", "step") { row, names in row.step.map { names.of($0) } ?? names.words["times.total"] },
      RecordColumn("planned", "planned", .number) { row, _ in minutesAndSeconds(row.planned) },
      RecordColumn("took", "took", .number) { row, _ in minutesAndSeconds(row.actual) },
      RecordColumn("difference", "difference", .number) { row, names in difference(row, names.words) },
    ]
  )
  .json("pacing", \.pacing) { row in
    ["step": .string(row.step.text), "planned": .integer(row.planned), "actual": .integer(row.actual)]
  }
  .spreadsheet("pacing") { record, names in
    rows(record).map { row in
      [
        .id: row.step?.text ?? "", .name: row.step.map { names.of($0) } ?? names.words["times.total"],
        .value: minutesAndSeconds(row.actual),
        .detail: names.words("csv.planned", ["time": minutesAndSeconds(row.planned)]),
        .state: difference(row, names.words),
      ]
    }
  }
  .on(.hidden)

  /// A step's time, or the sum of all of them.
  private struct Time {
    var step: Step?
    var planned: Int
    var actual: Int
  }

  @Sendable private static func rows(_ record: Record) -> [Time] {
    let sum = Time(
      planned: record.pacing.reduce(0) { $0 + $1.planned }, actual: record.pacing.reduce(0) { $0 + $1.actual })
    let steps = record.pacing.map { Time(step: $0.step, planned: $0.planned, actual: $0.actual) }
    return steps.isEmpty ? [] : steps + [sum]
  }

  /// `2:10 over`, `0:30 under`, `on time`.
  private static func difference(_ time: Time, _ words: DocumentWording) -> String {
    switch time.actual - time.planned {
    case 0: words["times.on-time"]
    case let over where over > 0: words("times.over", ["time": minutesAndSeconds(over)])
    case let under: words("times.under", ["time": minutesAndSeconds(-under)])
    }
  }
}
