extension RecordSection {
  /// The decisions, and their reasons (M34).
  public static let decisions = RecordSection(
    entries: "decisions", "Decisions", [.strong("id"), .words(" "), .value("what")], \.decisions
  ) { decision, _ in
    [
      "id": .text(decision.id.text.shown), "what": .text(decision.what.shown), "facts": .facts(facts(of: decision)),
    ]
  }
  .json("decisions", \.decisions) { decision in
    [
      "id": JSON(decision.id), "what": .string(decision.what), "because": .string(decision.because),
      "consequences": JSON(decision.consequences), "until": JSON(decision.until), "replaces": JSON(decision.replaces),
    ]
  }
  .spreadsheet("decisions") { record, _ in
    record.decisions.map { decision in
      [
        .id: decision.id.text, .what: decision.what, .because: decision.because,
        .consequences: decision.consequences ?? "", .date: decision.until?.description ?? "",
        .replaces: decision.replaces?.text ?? "",
      ]
    }
  }
  .on(.pane(heading: "Decisions", .decisions))

  private static func facts(of decision: Decision) -> [RecordFact] {
    [
      RecordFact("Because", decision.because.shown), RecordFact("Consequences", ifAny: decision.consequences?.shown),
      RecordFact("Stands until", ifAny: decision.until?.description),
      RecordFact("Replaces", ifAny: decision.replaces?.text.shown),
    ].compactMap { $0 }
  }
}
