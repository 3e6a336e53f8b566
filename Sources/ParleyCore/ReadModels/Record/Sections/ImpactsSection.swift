extension RecordSection {
  /// The gains and costs of a goal or a decision for people (M48).
  public static let impacts = RecordSection(
    table: "impacts", "impacts.heading", \.impactRows,
    [
      RecordColumn("who", "who") { row, names in names.of(row.impact.who) },
      RecordColumn("about", "about") { row, names in row.about(names).shown },
      RecordColumn("gives", "gives") { row, _ in row.impact.gives.shown },
      RecordColumn("costs", "costs") { row, _ in row.impact.costs.shown },
    ]
  )
  .json("impacts", \.impacts) { impact in
    [
      "who": JSON(impact.who), "gives": JSON(impact.gives), "costs": JSON(impact.costs), "goal": JSON(impact.goal),
      "decision": JSON(impact.decision),
    ]
  }
  .spreadsheet("impacts") { record, names in
    record.impactRows.map { row in
      [
        .name: row.about(names), .who: names.of(row.impact.who), .value: row.impact.gives ?? "",
        .detail: row.impact.costs ?? "",
      ]
    }
  }
  .on(screen: "What it gives and costs") { record, phrasing in
    record.impacts.map { impact in
      let about = impact.goal.map { phrasing.name($0) } ?? impact.decision?.text
      return .paragraph(phrasing.joined([phrasing.name(impact.who), about] + impact.words))
    }
  }
}

/// What someone gains and pays, with the words of the decision that it is about.
private struct ImpactRow {
  let impact: Impact
  let decision: String?

  func about(_ names: RecordNames) -> String {
    [impact.goal.map { names.of($0) }, decision?.shown].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Record {
  fileprivate var impactRows: [ImpactRow] {
    impacts.map { impact in
      let decision = impact.decision.map { id in
        decisions.first { $0.id == id }.map { "\(id) \($0.what)" } ?? id.text
      }
      return ImpactRow(impact: impact, decision: decision)
    }
  }
}
