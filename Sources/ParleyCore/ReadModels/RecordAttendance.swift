extension Record {
  /// When someone was in the room (M25).
  public struct AttendanceRow: Hashable, Sendable {
    public var who: StakeholderID
    public var name: String
    public var role: String?
    /// The session's start for who was there from then on; nil before it, and for who never came.
    public var arrived: Instant?
    /// Nil for who stayed, or came back.
    public var left: Instant?
  }

  /// What someone said to the read-back (M21).
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

extension State {
  var attendanceRows: [Record.AttendanceRow] {
    plan.stakeholders.map { person in
      let attendance = attendance[person.id]
      return Record.AttendanceRow(
        who: person.id, name: person.name, role: person.role,
        arrived: attendance?.isFromStart == true ? started : attendance?.arrived,
        left: attendance?.left)
    }
  }
}
