extension RecordSection {
  /// The facts that people did not know, or had wrong, and who finds out (M49).
  public static let gaps = RecordSection(
    table: "gaps", "Where we were wrong", \.gaps,
    [
      RecordColumn("What is missing", "what") { gap, _ in gap.what.shown },
      RecordColumn("Finds out", "owner") { gap, names in names.of(gap.owner) },
      RecordColumn("Presented again", "due") { gap, _ in gap.due.description },
    ]
  )
  .json("gaps", \.gaps) { gap in ["what": .string(gap.what), "owner": JSON(gap.owner), "due": JSON(gap.due)] }
  .spreadsheet("gaps") { record, names in
    record.gaps.map { [.name: $0.what, .owner: names.of($0.owner), .due: $0.due.description] }
  }
  .on(screen: "Where we were wrong") { record, phrasing in
    record.gaps.map { .paragraph("\($0.what): \(phrasing.name($0.owner)) finds out by \($0.due)") }
  }
}
