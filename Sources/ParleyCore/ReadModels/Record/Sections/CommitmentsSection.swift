extension RecordSection {
  /// What people put into what was agreed, people or a budget (M24).
  public static let commitments = RecordSection(
    table: "commitments", "commitments.heading", \.commitments,
    [
      RecordColumn("who", "who") { row, names in names.of(row.who) },
      RecordColumn("commits", "what") { row, _ in row.what.shown },
      RecordColumn("goal", "goal") { row, names in row.goal.map { names.of($0) } ?? .nothing },
      RecordColumn("due", "due") { row, names in row.due.map(names.words.day) ?? .nothing },
    ]
  )
  .json("commitments", \.commitments) { row in
    ["who": JSON(row.who), "what": .string(row.what), "goal": JSON(row.goal), "due": JSON(row.due)]
  }
  .spreadsheet("commitments") { record, names in
    record.commitments.map { row in
      [
        .name: row.what, .who: names.of(row.who), .detail: row.goal.map { names.of($0) } ?? "",
        .due: row.due.map(names.words.day) ?? "",
      ]
    }
  }
  .on(screen: "Commitments") { record, phrasing in
    record.commitments.map { row in
      let aside = [row.goal.map { phrasing.name($0) }, row.due.map { "by \($0)" }]
      return .paragraph(phrasing.joined([phrasing.name(row.who), row.what] + aside))
    }
  }
}
