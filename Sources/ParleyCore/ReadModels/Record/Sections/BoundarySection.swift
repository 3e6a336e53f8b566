extension RecordSection {
  /// What was decided before the session, what was open in it, and what was not to be talked about (M22).
  public static let boundary = RecordSection(
    "boundary", RecordLayout(.words("What was on the table"), if: "boundary", [.facts("boundaryFacts")])
  ) { record, _ in
    let facts = record.boundary?.facts ?? []
    return ["boundary": facts.isEmpty ? .group([:]) : .group(["boundaryFacts": .facts(facts)])]
  }
  .json("boundary") { record in
    let boundary = record.boundary ?? Boundary()
    return [
      "decided": JSON(boundary.decided), "open": JSON(boundary.open), "outOfScope": JSON(boundary.outOfScope),
    ]
  }
  .spreadsheet("boundary") { record, _ in
    (record.boundary?.facts ?? []).map { [.name: $0.text, .value: $0.label] }
  }
}

extension Boundary {
  fileprivate var facts: [RecordFact] {
    decided.map { RecordFact("Decided before", $0.shown) } + open.map { RecordFact("Open", $0.shown) }
      + outOfScope.map { RecordFact("Out of scope", $0.shown) }
  }
}
