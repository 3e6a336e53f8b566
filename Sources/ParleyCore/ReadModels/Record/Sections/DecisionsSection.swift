extension RecordSection {
  /// The decisions, and their reasons (M34).
  public static let decisions = RecordSection(
    entries: "decisions", "decisions.heading", [.strong("id"), .literal(" "), .value("what")], \.decisionRows
  ) { row, names in
    [
      "id": .text(row.decision.id.text.shown), "what": .text(row.decision.what.shown),
      "facts": .facts(row.facts(in: names.words)),
    ]
  }
  .json("decisions", \.decisions) { decision in
    [
      "id": JSON(decision.id), "what": .string(decision.what), "because": .string(decision.because),
      "consequences": JSON(decision.consequences), "until": JSON(decision.until), "replaces": JSON(decision.replaces),
    ]
  }
  .spreadsheet("decisions") { record, names in
    record.decisionRows.map { row in
      [
        .id: row.decision.id.text, .name: row.decision.what, .value: row.question ?? "",
        .detail: row.decision.consequences ?? "", .because: row.decision.because,
        .due: row.decision.until.map(names.words.day) ?? "",
        .state: row.replaced.map { names.words("csv.replaces", ["decision": $0]) } ?? "",
      ]
    }
  }
  .on(.pane(heading: "Decisions", .decisions))
}

/// A decision, with what its words alone do not tell.
private struct DecisionRow {
  let decision: Decision
  /// The question that it answers.
  let question: String?
  /// The decision that it replaces, with its words.
  let replaced: String?

  func facts(in words: DocumentWording) -> [RecordFact] {
    [
      words.fact("question", ifAny: question?.shown), words.fact("because", decision.because.shown),
      words.fact("consequences", ifAny: decision.consequences?.shown),
      words.fact("stands-until", ifAny: decision.until.map(words.longDay)),
      words.fact("replaces", ifAny: replaced?.shown),
    ].compactMap { $0 }
  }
}

extension Record {
  fileprivate var decisionRows: [DecisionRow] {
    decisions.map { decision in
      let replaced = decision.replaces.map { id in
        decisions.first { $0.id == id }.map { "\(id) \($0.what)" } ?? id.text
      }
      return DecisionRow(
        decision: decision, question: answers(decision.id) ? findings.question?.text : nil, replaced: replaced)
    }
  }

  private func answers(_ decision: DecisionID) -> Bool {
    if findings.choice?.decision == decision { return true }
    if case .decided(decision) = findings.question?.ending { return true }
    return false
  }
}
