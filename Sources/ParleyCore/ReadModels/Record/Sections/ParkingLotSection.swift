extension RecordSection {
  /// The parked items, and their owners (M16).
  public static let parkingLot = RecordSection(
    table: "parkingLot", "parking-lot.heading", \.parkingLot,
    [
      RecordColumn("id", "id") { item, _ in item.id.text.shown },
      RecordColumn("what", "what") { item, _ in item.text.shown.tracked(item.ref, item.url) },
      RecordColumn("from", "from") { item, names in item.by.map { names.of($0) } ?? .nothing },
      RecordColumn("kind", "kindOfItem", .term) { item, names in names.words["item.\(item.kind.rawValue)"] },
      RecordColumn("goal", "goal") { item, names in item.goal.map { names.of($0) } ?? .nothing },
      RecordColumn("owner", "owner") { item, names in item.owner.map { names.of($0) } ?? .nothing },
      RecordColumn("due", "due") { item, names in item.due.map(names.words.day) ?? .nothing },
      RecordColumn("state", "state", .term) { item, names in names.words["item.\(item.state.rawValue)"] },
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
    let words = names.words
    return record.parkingLot.map { item in
      [
        .id: item.id.text, .name: item.text, .who: item.by.map { names.of($0) } ?? "",
        .value: item.url ?? item.ref ?? "",
        .detail: words.series([words["item.\(item.kind.rawValue)"], item.goal.map { names.of($0) }].compactMap { $0 }),
        .because: item.because ?? "", .owner: item.owner.map { names.of($0) } ?? "",
        .due: item.due.map(words.day) ?? "", .state: words["item.\(item.state.rawValue)"],
      ]
    }
  }
  .on(.pane(heading: "Parked", .parkingLot))
}
