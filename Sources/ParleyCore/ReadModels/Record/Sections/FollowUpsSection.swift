extension RecordSection {
  /// Who talks to whom after the session, and by when (M32).
  public static let followUps = RecordSection(
    table: "followUps", "follow-ups.heading", \.followUps,
    [
      RecordColumn("what", "what") { followUp, _ in followUp.text.shown },
      RecordColumn("owner", "owner") { followUp, names in names.of(followUp.owner) },
      RecordColumn("due", "due") { followUp, names in names.words.day(followUp.due) },
      RecordColumn("with", "with") { followUp, names in
        followUp.with.isEmpty ? .nothing : names.of(followUp.with)
      },
    ]
  )
  .json("followUps", \.followUps) { followUp in
    [
      "text": .string(followUp.text), "owner": JSON(followUp.owner), "due": JSON(followUp.due),
      "with": JSON(followUp.with),
    ]
  }
  .spreadsheet("follow-ups") { record, names in
    record.followUps.map { followUp in
      [
        .name: followUp.text, .who: names.of(followUp.with), .owner: names.of(followUp.owner),
        .due: names.words.day(followUp.due),
      ]
    }
  }
  .on(screen: "Follow-ups") { record, phrasing in
    record.followUps.map { .line($0.text, aside: "\(phrasing.names(of: [$0.owner] + $0.with))  \($0.due)") }
  }
}
