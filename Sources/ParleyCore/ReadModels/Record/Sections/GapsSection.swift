extension RecordSection {
  /// The facts that people did not know, or had wrong, and who finds out (M49).
  public static let gaps = RecordSection(
    table: "gaps", "gaps.heading", \.gaps,
    [
      RecordColumn("missing", "what") { gap, _ in gap.what.shown },
      RecordColumn("finds-out", "owner") { gap, names in names.of(gap.owner) },
      RecordColumn("presented-again", "due") { gap, names in names.words.day(gap.due) },
    ]
  )
  .json("gaps", \.gaps) { gap in ["what": .string(gap.what), "owner": JSON(gap.owner), "due": JSON(gap.due)] }
  .spreadsheet("gaps") { record, names in
    record.gaps.map { [.name: $0.what, .owner: names.of($0.owner), .due: names.words.day($0.due)] }
  }
  .on(screen: "Where we were wrong") { record, phrasing in
    record.gaps.map { .paragraph("\($0.what): \(phrasing.name($0.owner)) finds out by \($0.due)") }
  }
}
