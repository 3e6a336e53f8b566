extension Record {
  /// Someone's answer to the read-back (M21).
  public struct AcknowledgementRow: Hashable, Sendable {
    public var who: StakeholderID
    public var acknowledged: Bool
    public var caveat: String?
    public var answer: String?
    /// Whether they had left the room by then, and so could not say anything.
    public var hadLeft: Bool

    init(_ who: StakeholderID, in state: State) {
      let acknowledgement = state.acknowledgements[who]
      self.who = who
      hadLeft = acknowledgement == nil && state.attendance[who]?.left != nil
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
    RecordLayout(
      .words("read-back.heading"), if: "hasReadBack", [.table(columns.map(\.head), rows: "acknowledgements")])
  ) { record, names in
    [
      "hasReadBack": .flag(record.kind != .oneOnOne),
      "acknowledgements": .list(record.acknowledgements.map { .row(Reply(row: $0, record: record), columns, names) }),
    ]
  }
  .json("acknowledgements", \.acknowledgements) { row in
    [
      "who": JSON(row.who), "acknowledged": .bool(row.acknowledged), "caveat": JSON(row.caveat),
      "answer": JSON(row.answer), "hadLeft": .bool(row.hadLeft),
    ]
  }
  .spreadsheet("acknowledgements") { record, names in
    guard record.kind != .oneOnOne else { return [] }
    return record.acknowledgements.map { row in
      [
        .id: row.who.text, .who: names.of(row.who), .name: row.caveat ?? "", .value: row.answer ?? "",
        .state: Reply(row: row, record: record).words(in: names.words),
      ]
    }
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

  private static let columns: [RecordColumn<Reply>] = [
    RecordColumn("who", "who") { this, names in names.of(this.row.who) },
    RecordColumn("acknowledged", "acknowledged", .term) { this, names in this.words(in: names.words) },
    RecordColumn("caveat", "caveat") { this, _ in this.row.caveat.shown },
    RecordColumn("answer", "answer") { this, _ in this.row.answer.shown },
  ]
}

/// Someone's word on the read-back, with its session: before the end nobody has refused it.
private struct Reply {
  let row: Record.AcknowledgementRow
  let record: Record

  func words(in words: DocumentWording) -> String { words["read-back.\(answer)"] }

  private var answer: String {
    if row.acknowledged { return row.caveat == nil ? "yes" : "with-a-caveat" }
    if row.hadLeft { return "left-before" }
    let came = record.attendance.first { $0.who == row.who }?.arrived != nil
    return record.started != nil && !came ? "was-not-there" : record.ended == nil ? "not-yet" : "no"
  }
}
