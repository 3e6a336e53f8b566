extension Record {
  /// Someone's answer to the read-back (M21).
  public struct AcknowledgementRow: Hashable, Sendable {
    public var who: StakeholderID
    public var acknowledged: Bool
    public var caveat: String?
    public var answer: String?

    init(_ who: StakeholderID, _ acknowledgement: Acknowledgement?) {
      self.who = who
      acknowledged = acknowledgement != nil
      caveat = acknowledgement?.caveat
      answer = acknowledgement?.answer
    }
  }
}

extension RecordSection {
  /// The people who have acknowledged the agreement (M21); a 1:1 has no read-back.
  public static let readBack = RecordSection(
    "readBack",
    RecordLayout(.words("Read-back"), if: "hasReadBack", [.table(columns.map(\.head), rows: "acknowledgements")])
  ) { record, names in
    [
      "hasReadBack": .flag(record.kind != .oneOnOne),
      "acknowledgements": .list(record.acknowledgements.map { .row($0, columns, names) }),
    ]
  }
  .json("acknowledgements", \.acknowledgements) { row in
    [
      "who": JSON(row.who), "acknowledged": .bool(row.acknowledged), "caveat": JSON(row.caveat),
      "answer": JSON(row.answer),
    ]
  }
  .on(screen: "Caveats") { record, phrasing in
    record.acknowledgements.flatMap { row -> [ScreenBlock] in
      guard let caveat = row.caveat else { return [] }
      return [
        .paragraph("\(phrasing.name(row.who)): \(phrasing.quoted(caveat))"),
        row.answer.map { .paragraph("answered: \($0)", .quiet) } ?? .remark("waits for an answer", .warning, indent: 4),
      ]
    }
  }

  private static let columns: [RecordColumn<Record.AcknowledgementRow>] = [
    RecordColumn("Who", "who") { row, names in names.of(row.who) },
    RecordColumn("Acknowledged", "acknowledged", .term) { row, _ in
      row.acknowledged ? (row.caveat == nil ? "yes" : "with a caveat") : "no"
    },
    RecordColumn("Caveat", "caveat") { row, _ in row.caveat.shown },
    RecordColumn("Answer", "answer") { row, _ in row.answer.shown },
  ]
}
