extension RecordSection {
  /// Who talks to whom after the session, and by when (M32).
  public static let followUps = RecordSection(
    table: "followUps", "Follow-ups", \.followUps,
    [
      RecordColumn("What", "what") { followUp, _ in followUp.text.shown },
      RecordColumn("Owner", "owner") { followUp, names in names.of(followUp.owner) },
      RecordColumn("Due", "due") { followUp, _ in followUp.due.description },
      RecordColumn("With", "with") { followUp, names in
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
        .due: followUp.due.description,
      ]
    }
  }
  .on(screen: "Follow-ups") { record, phrasing in
    record.followUps.map { .line($0.text, aside: "\(phrasing.names(of: [$0.owner] + $0.with))  \($0.due)") }
  }
}
