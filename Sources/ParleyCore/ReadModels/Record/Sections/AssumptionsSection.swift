extension RecordSection {
  /// The assumptions behind a decision, and how well each is known (M42).
  public static let assumptions = RecordSection(finding: "assumptions", "findings.assumptions") { record, names in
    record.findings.assumptions.map { assumption in
      let words = names.words
      let what = "\(assumption.id) \(assumption.text.shown)"
      let evidence = words["findings.evidence-\(assumption.evidence.rawValue)"]
      let line =
        assumption.by.map {
          words("findings.assumption-by", ["assumption": what, "evidence": evidence, "who": names.of($0)])
        } ?? words("findings.assumption", ["assumption": what, "evidence": evidence])
      return line + words.tail(assumption.note)
    }
  }
  .json("assumptions", \.findings.assumptions) { assumption in
    [
      "id": JSON(assumption.id), "text": .string(assumption.text), "evidence": .string(assumption.evidence.rawValue),
      "note": JSON(assumption.note), "by": JSON(assumption.by),
    ]
  }
  .on(.pane(heading: "Assumptions", .assumptions))
}
