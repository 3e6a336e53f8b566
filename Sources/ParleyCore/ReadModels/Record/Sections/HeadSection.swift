extension RecordSection {
  /// The facts of the session; each document has a head of its own for them.
  public static let head = RecordSection("session")
    .json("parley") { _ in 1 }
    .json("status") { .string($0.status.rawValue) }
    .json("session") { record in
      [
        "id": .string(record.id), "title": .string(record.title), "kind": .string(record.kind.rawValue),
        "started": JSON(record.started), "ended": JSON(record.ended), "facilitator": JSON(record.facilitator),
        "noteTaker": JSON(record.noteTaker),
      ]
    }
    .json("previous") { JSON($0.previous) }
}
