extension RecordSection {
  /// The alternatives, and the one that was chosen (M42).
  public static let alternatives = RecordSection(finding: "alternatives", "findings.alternatives") { record, names in
    let words = names.words
    return record.findings.alternatives.map { alternative in
      let choice = record.findings.choice
      let facts = [
        alternative.gives.map { words("findings.gives", ["what": $0.shown]) },
        alternative.costs.map { words("findings.costs", ["what": $0.shown]) },
        choice?.alternative == alternative.id ? chosen(record, words) : nil,
      ].compactMap { $0 }
      return "\(alternative.id) \(alternative.text.shown)"
        + (facts.isEmpty ? "" : words["signs.dash"] + words.series(facts))
    }
  }
  .json("alternatives") { record in
    .array(
      record.findings.alternatives.map { alternative in
        let choice = record.findings.choice.flatMap { $0.alternative == alternative.id ? $0 : nil }
        return [
          "id": JSON(alternative.id), "text": .string(alternative.text), "gives": JSON(alternative.gives),
          "costs": JSON(alternative.costs), "decision": JSON(choice?.decision),
        ]
      })
  }
  .on(.pane(heading: "Alternatives", .alternatives))

  /// `chosen (D1), asked: Do we build it?`
  private static func chosen(_ record: Record, _ words: DocumentWording) -> String {
    let decision = record.findings.choice?.decision.text ?? ""
    return record.findings.question.map {
      words("findings.chosen-asked", ["decision": decision, "question": $0.text.shown])
    } ?? words("findings.chosen", ["decision": decision])
  }
}
