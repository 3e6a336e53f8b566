extension RecordSection {
  /// The parked items, and their owners (M16).
  public static let parkingLot = RecordSection(
    table: "parkingLot", "Parking lot", \.parkingLot,
    [
      RecordColumn("", "id") { item, _ in item.id.text.shown },
      RecordColumn("What", "what") { item, _ in item.text.shown },
      RecordColumn("From", "from") { item, names in item.by.map { names.of($0) } ?? .nothing },
      RecordColumn("Kind", "kindOfItem") { item, _ in item.kind.rawValue },
      RecordColumn("Goal", "goal") { item, names in item.goal.map { names.of($0) } ?? .nothing },
      RecordColumn("Owner", "owner") { item, names in item.owner.map { names.of($0) } ?? .nothing },
      RecordColumn("Due", "due") { item, _ in item.due?.description ?? .nothing },
      RecordColumn("State", "state") { item, _ in item.state.rawValue },
    ]
  )
  .json("parkingLot", \.parkingLot) { item in
    [
      "id": JSON(item.id), "text": .string(item.text), "by": JSON(item.by), "kind": .string(item.kind.rawValue),
      "goal": JSON(item.goal), "owner": JSON(item.owner), "due": JSON(item.due), "state": .string(item.state.rawValue),
      "because": JSON(item.because),
    ]
  }
  .spreadsheet("parking-lot") { record, names in
    record.parkingLot.map { item in
      [
        .id: item.id.text, .what: item.text, .who: item.by.map { names.of($0) } ?? "", .state: item.state.rawValue,
        .kind: item.kind.rawValue, .goal: item.goal.map { names.of($0) } ?? "",
        .owner: item.owner.map { names.of($0) } ?? "", .date: item.due?.description ?? "",
        .because: item.because ?? "",
      ]
    }
  }
  .on(.pane(heading: "Parked", .parkingLot))
}
