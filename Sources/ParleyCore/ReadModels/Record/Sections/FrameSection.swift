extension RecordSection {
  /// What holds for every goal: the measure that all of them serve, and what none may cross.
  public static let frame = RecordSection(
    "frame", RecordLayout(.words("frame.heading"), if: "frame", [.facts("frameFacts")])
  ) { record, names in
    let facts = record.frame(in: names.words)
    return ["frame": facts.isEmpty ? .group([:]) : .group(["frameFacts": .facts(facts)])]
  }
  .json("northStar") { $0.northStar?.recordJSON ?? .null }
  .json("redLines") { JSON($0.redLines) }
  .spreadsheet("frame") { record, names in
    record.frame(in: names.words).map { [.name: $0.text, .value: $0.label] }
  }
}

extension Record {
  fileprivate func frame(in words: DocumentWording) -> [RecordFact] { words.frame(northStar, redLines) }
}

extension DocumentWording {
  /// What holds for every goal.
  public func frame(_ northStar: Metric?, _ redLines: [String]) -> [RecordFact] {
    (northStar.map { [fact("north-star", measure($0))] } ?? []) + redLines.map { fact("red-line", $0.shown) }
  }
}
