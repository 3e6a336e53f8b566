extension Record {
  /// When someone was in the room (M25).
  public struct AttendanceRow: Hashable, Sendable {
    public var who: StakeholderID
    public var name: String
    public var role: String?
    /// The session's start for a person who was there from the start; nil before it, and for a person who never came.
    public var arrived: Instant?
    /// Nil for a person who stayed, or came back.
    public var left: Instant?
    /// Where mail reaches them.
    public var email: String?
  }
}

extension State {
  var attendanceRows: [Record.AttendanceRow] {
    plan.stakeholders.map { person in
      let attendance = attendance[person.id]
      return Record.AttendanceRow(
        who: person.id, name: person.name, role: person.role,
        arrived: attendance?.isFromStart == true ? started : attendance?.arrived,
        left: attendance?.left, email: person.email)
    }
  }
}

extension RecordSection {
  /// The attendance, with times (M25).
  public static let people = RecordSection(
    "people", RecordLayout(.words("people.heading"), if: nil, [.table(columns.map(\.head), rows: "people")])
  ) { record, names in
    ["people": .list(record.attendance.map { .row(Presence(row: $0, record: record), columns, names) })]
  }
  .json("attendance", \.attendance) { row in
    [
      "who": JSON(row.who), "name": .string(row.name), "role": JSON(row.role), "arrived": JSON(row.arrived),
      "left": JSON(row.left),
    ]
  }
  .spreadsheet("attendance") { record, names in
    record.attendance.map { row in
      let this = Presence(row: row, record: record)
      return [
        .id: row.who.text, .name: names.of(row.who), .who: names.of(row.who), .value: this.arrived(in: names.words),
        .detail: row.role ?? "",
        .state: row.left.map { names.words("csv.left-at", ["time": names.words.time($0)]) } ?? "",
      ]
    }
  }
  .on(screen: "People") { record, phrasing in
    record.attendance.map { row in
      let times = [row.arrived.map { "from \($0.clock)" }, row.left.map { "until \($0.clock)" }].compactMap { $0 }
      let words = row.arrived == nil && record.started != nil ? ["absent"] : times
      return .line(
        phrasing.name(row.who), aside: phrasing.joined([row.role, words.isEmpty ? nil : words.joined(separator: " ")]))
    }
  }

  private static let columns: [RecordColumn<Presence>] = [
    RecordColumn("name", "name") { this, names in names.of(this.row.who) },
    RecordColumn("role", "role") { this, _ in this.row.role.shown },
    RecordColumn("arrived", "arrived", .term) { this, names in this.arrived(in: names.words) },
    RecordColumn("left", "left", .term) { this, names in this.row.left.map(names.words.time) ?? .nothing },
  ]
}

/// A row of the attendance, with its session: before the start nobody has stayed away.
private struct Presence {
  let row: Record.AttendanceRow
  let record: Record

  func arrived(in words: DocumentWording) -> String {
    row.arrived.map(words.time) ?? (record.started == nil ? .nothing : words["people.did-not-come"])
  }
}
