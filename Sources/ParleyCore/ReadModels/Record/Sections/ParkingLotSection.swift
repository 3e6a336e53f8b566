extension RecordSection {
  /// The parked items, and their owners (M16).
  public static let parkingLot = RecordSection(
    table: "parkingLot", "Parking lot", \.parkingLot,
    [
      RecordColumn("Id", "id") { item, _ in item.id.text.shown },
      RecordColumn("What", "what") { item, _ in item.text.shown.tracked(item.ref, item.url) },
      RecordColumn("From", "from") { item, names in item.by.map { names.of($0) } ?? .nothing },
      RecordColumn("Kind", "kindOfItem", .term) { item, _ in item.kind.words },
      RecordColumn("Goal", "goal") { item, names in item.goal.map { names.of($0) } ?? .nothing },
      RecordColumn("Owner", "owner") { item, names in item.owner.map { names.of($0) } ?? .nothing },
      RecordColumn("Due", "due") { item, _ in item.due?.description ?? .nothing },
      RecordColumn("State", "state", .term) { item, _ in item.state.words },
    ]
  )
  .json("parkingLot", \.parkingLot) { item in
    [
      "id": JSON(item.id), "text": .string(item.text), "by": JSON(item.by), "kind": .string(item.kind.rawValue),
      "goal": JSON(item.goal), "owner": JSON(item.owner), "due": JSON(item.due), "state": .string(item.state.rawValue),
      "because": JSON(item.because), "url": JSON(item.url), "ref": JSON(item.ref),
    ]
  }
  .spreadsheet("parking-lot") { record, names in
    record.parkingLot.map { item in
      [
        .id: item.id.text, .name: item.text, .who: item.by.map { names.of($0) } ?? "",
        .value: item.url ?? item.ref ?? "",
        .detail: [item.kind.words, item.goal.map { names.of($0) }].compactMap { $0 }.joined(separator: "; "),
        .because: item.because ?? "", .owner: item.owner.map { names.of($0) } ?? "",
        .due: item.due?.description ?? "", .state: item.state.words,
      ]
    }
  }
  .on(.pane(heading: "Parked", .parkingLot))
}
