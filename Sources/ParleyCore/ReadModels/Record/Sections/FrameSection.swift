extension RecordSection {
  /// What holds for every goal: the measure that all of them serve, and what none may cross.
  public static let frame = RecordSection(
    "frame", RecordLayout(.words("What holds for every goal"), if: "frame", [.facts("frameFacts")])
  ) { record, _ in
    let facts = record.frame
    return ["frame": facts.isEmpty ? .group([:]) : .group(["frameFacts": .facts(facts)])]
  }
  .json("northStar") { $0.northStar?.recordJSON ?? .null }
  .json("redLines") { JSON($0.redLines) }
  .spreadsheet("frame") { record, _ in record.frame.map { [.name: $0.text, .value: $0.label] } }
}

extension Record {
  fileprivate var frame: [RecordFact] {
    (northStar.map { [RecordFact("North star", "\($0.name.shown): \($0.change.shown)")] } ?? [])
      + redLines.map { RecordFact("Red line", $0.shown) }
  }
}
