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
    .json("zone") { JSON($0.zone) }
    .json("timeframes", \.timeframes) { timeframe in
      [
        "id": JSON(timeframe.id), "name": .string(timeframe.name), "from": JSON(timeframe.from),
        "to": JSON(timeframe.to), "capacity": timeframe.capacity.map { .integer($0) } ?? .null,
      ]
    }
    .spreadsheet("session") { record, names in
      let words = names.words
      return [
        [
          .id: record.id, .name: record.title, .who: record.noteTaker ?? "", .value: record.kind.rawValue,
          .detail: record.span(in: words),
          .because: record.closedEarly ?? "", .owner: record.facilitator ?? "", .state: record.status.rawValue,
        ]
      ]
    }
}

extension Record {
  /// From its start to its end, as far as either is known.
  fileprivate func span(in words: DocumentWording) -> String {
    let moments = [started, ended].compactMap { $0?.description }
    return moments.count == 2 ? words("csv.from-to", ["from": moments[0], "to": moments[1]]) : moments.joined()
  }
}
