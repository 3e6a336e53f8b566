extension RecordSection {
  /// The questions of a 1:1 that were answered; the answers themselves are only in the private map (M9).
  public static let answered = RecordSection(finding: "answered", "Answered in the 1:1") { record, _ in
    let titles = record.findings.answered.map(\.titles.title)
    return titles.isEmpty ? [] : titles + ["What was said stands in the private map alone."]
  }
  .json("answered", \.findings.answered) { .string($0.rawValue) }
  .on(.pane(heading: "Answered, in the private map alone", .answered))
}
