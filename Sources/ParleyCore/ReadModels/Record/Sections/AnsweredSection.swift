extension RecordSection {
  /// The questions of a 1:1 that were answered; the answers themselves are only in the private map (M9).
  public static let answered = RecordSection(finding: "answered", "findings.answered") { record, names in
    let titles = record.findings.answered.map { names.of(.part($0)) }
    return titles.isEmpty ? [] : titles + [names.words["findings.answered-where"]]
  }
  .json("answered", \.findings.answered) { .string($0.rawValue) }
  .on(.pane(heading: "Answered, in the private map alone", .answered))
}
