extension RecordSection {
  /// The assumptions behind a decision, and how well each is known (M42).
  public static let assumptions = RecordSection(finding: "assumptions", "Assumptions") { record, names in
    record.findings.assumptions.map { assumption in
      let by = assumption.by.map { ", from \(names.of($0))" } ?? ""
      return "\(assumption.id) \(assumption.text.shown) — evidence: \(assumption.evidence.words)" + by
        + .tail(assumption.note)
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

extension Evidence {
  fileprivate var words: String { self == .cohortData ? "cohort data" : rawValue }
}
