extension RecordSection {
  /// What was decided before the session, what was open in it, and what was not to be talked about (M22).
  public static let boundary = RecordSection(
    "boundary", RecordLayout(.words("boundary.heading"), if: "boundary", [.facts("boundaryFacts")])
  ) { record, names in
    let facts = record.boundary?.facts(in: names.words) ?? []
    return ["boundary": facts.isEmpty ? .group([:]) : .group(["boundaryFacts": .facts(facts)])]
  }
  .json("boundary") { record in
    let boundary = record.boundary ?? Boundary()
    return [
      "decided": JSON(boundary.decided), "open": JSON(boundary.open), "outOfScope": JSON(boundary.outOfScope),
    ]
  }
  .spreadsheet("boundary") { record, names in
    (record.boundary?.facts(in: names.words) ?? []).map { [.name: $0.text, .value: $0.label] }
  }
}

extension Boundary {
  fileprivate func facts(in words: DocumentWording) -> [RecordFact] {
    decided.map { RecordFact(words["boundary.decided"], $0.shown) }
      + open.map { RecordFact(words["boundary.open"], $0.shown) }
      + outOfScope.map { RecordFact(words["boundary.out-of-scope"], $0.shown) }
  }
}
