extension RecordSection {
  /// The alternatives, and the one that was chosen (M42).
  public static let alternatives = RecordSection(finding: "alternatives", "Alternatives") { record, _ in
    record.findings.alternatives.map { alternative in
      let choice = record.findings.choice
      let facts = [
        alternative.gives.map { "gives: \($0.shown)" }, alternative.costs.map { "costs: \($0.shown)" },
        choice?.alternative == alternative.id ? chosen(record) : nil,
      ].compactMap { $0 }
      return "\(alternative.id) \(alternative.text.shown)"
        + (facts.isEmpty ? "" : " — \(facts.joined(separator: "; "))")
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
  private static func chosen(_ record: Record) -> String {
    let question = record.findings.question.map { ", asked: \($0.text.shown)" } ?? ""
    return "chosen (\(record.findings.choice?.decision.text ?? ""))\(question)"
  }
}
