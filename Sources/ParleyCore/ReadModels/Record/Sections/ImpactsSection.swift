extension RecordSection {
  /// The gains and costs of a goal or a decision for people (M48).
  public static let impacts = RecordSection(
    table: "impacts", "What it gives and costs", \.impacts,
    [
      RecordColumn("Who", "who") { impact, names in names.of(impact.who) },
      RecordColumn("About", "about") { impact, names in
        let subjects = [impact.goal.map { names.of($0) }, impact.decision?.text.shown].compactMap { $0 }
        return subjects.isEmpty ? .nothing : subjects.joined(separator: ", ")
      },
      RecordColumn("Gives", "gives") { impact, _ in impact.gives.shown },
      RecordColumn("Costs", "costs") { impact, _ in impact.costs.shown },
    ]
  )
  .json("impacts", \.impacts) { impact in
    [
      "who": JSON(impact.who), "gives": JSON(impact.gives), "costs": JSON(impact.costs), "goal": JSON(impact.goal),
      "decision": JSON(impact.decision),
    ]
  }
  .on(screen: "What it gives and costs") { record, phrasing in
    record.impacts.map { impact in
      let about = impact.goal.map { phrasing.name($0) } ?? impact.decision?.text
      return .paragraph(phrasing.joined([phrasing.name(impact.who), about] + impact.words))
    }
  }
}
