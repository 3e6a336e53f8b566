extension RecordSection {
  /// Each goal as it is now, with its outcome and everyone's stance (M30); only for a session about goals.
  public static let goals = RecordSection(
    "goals",
    RecordLayout(
      .words("Goals"), if: "hasGoals",
      [
        .each(
          "goals",
          [
            .heading([.sign("place"), .value("name")], badge: "outcome", anchor: "goalAnchor"), .facts("facts"),
            .each("telling", [.table(dotColumns.map(\.head), rows: "dots")]),
          ])
      ])
  ) { record, names in
    let rows = record.isAboutGoals ? record.goals : []
    return ["hasGoals": .flag(record.isAboutGoals), "goals": .list(rows.map { values(of: $0, in: record, names) })]
  }
  .json("goals", \.goals) { $0.json }
  .spreadsheet("goals") { record, names in record.goals.map { $0.spreadsheetRow(names) } }
  .spreadsheet("metrics") { record, _ in record.goals.flatMap(\.metricRows) }
  .spreadsheet("adjustments") { record, names in record.goals.flatMap { $0.adjustmentRows(names) } }
  .spreadsheet("responsibilities") { record, names in record.goals.flatMap { $0.responsibilityRows(names) } }
  .spreadsheet("positions") { record, names in record.goals.flatMap { $0.positionRows(names) } }
  .spreadsheet("conditions") { record, names in record.goals.flatMap { $0.conditionRows(names) } }
  .spreadsheet("features") { record, _ in record.goals.flatMap { $0.featureRows(in: record) } }
  .on(.pane(heading: "Goals", .goals))

  private static func values(
    of row: Record.GoalRow, in record: Record, _ names: RecordNames
  ) -> RecordValues {
    let telling = row.stands.filter(\.isTelling)
    let values: RecordValues = [
      "place": .text(row.priority.map { "\($0). " } ?? ""), "name": .text(row.goal.name.shown),
      "goalAnchor": .text(row.anchor), "outcome": .text(row.words),
      "facts": .facts(row.facts(names) + record.additions(to: row.goal) + [row.dotsInOneLine(names)]),
    ]
    if telling.isEmpty { return values }
    let dots = telling.map { stand in
      RecordValues.row(stand, dotColumns, names).merging(["colour": .text(stand.stance.name)]) { own, _ in own }
    }
    return values.merging(["telling": .group(["dots": .list(dots)])]) { own, _ in own }
  }

  private static let dotColumns: [RecordColumn<Record.GoalRow.Stand>] = [
    RecordColumn("Who", "who") { stand, names in names.of(stand.who) },
    RecordColumn("Dot", "stance", .coloured(by: "colour")) { stand, _ in stand.stance.words },
    RecordColumn("About", "about", .term) { stand, _ in (stand.objection?.about).shown },
    RecordColumn("In their words", "words") { stand, _ in
      [stand.dot?.note?.shown, stand.dot?.how.words.map { "(\($0))" }].compactMap { $0 }
        .joined(separator: " ").shown
    },
  ]
}

extension Record {
  /// Whether the record is about goals: a session of another kind may have settled some.
  public var isAboutGoals: Bool { kind.setsGoals || goals.contains { $0.outcome != .notReached } }
}

extension Record {
  /// The features that came in for nothing in the session, and why any came in that displaced nothing (M17).
  fileprivate func additions(to goal: Goal) -> [RecordFact] {
    parkingLot.filter { $0.state == .served && $0.goal == goal.id }.compactMap { item in
      if tradeOffs.contains(where: { $0.tradeOff.gained == item.id.text }) { return nil }
      let parts = [
        item.because.map { "because: \($0.shown)" }, goal.capacity == nil ? "nothing was named that moves out" : nil,
      ]
      .compactMap { $0 }
      return parts.isEmpty ? nil : RecordFact("Added", "\(item.text.shown) — \(parts.joined(separator: "; "))")
    }
  }
}

extension Record.GoalRow {
  /// A person's stance, and the dot behind it.
  struct Stand {
    let who: StakeholderID
    let stance: Record.Stance
    let dot: Dot?

    /// Whether there is more to tell than the colour.
    var isTelling: Bool {
      guard let dot else { return false }
      return dot.colour.objects || dot.note != nil || dot.how.words != nil
    }

    /// The dot where it says what it is about.
    var objection: Dot? { dot.flatMap { $0.colour.objects ? $0 : nil } }
  }

  var stands: [Stand] {
    let given = Dictionary(positions.map { ($0.who, $0.dot) }) { first, _ in first }
    return dots.map { Stand(who: $0.who, stance: $0.stance, dot: given[$0.who]) }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    let nature =
      goal.metrics.map { RecordFact("Metric", "\($0.name.shown): \($0.change.shown)") }
      + [
        RecordFact("Timeframe", names.of(goal.timeframe) + (goal.share.map { ", \($0) % of its effort" } ?? "")),
        RecordFact("Why", ifAny: goal.rationale?.shown), RecordFact("Owner", ifAny: goal.owner.map { names.of($0) }),
      ].compactMap { $0 } + (goal.raci?.facts(names) ?? [])
      + [RecordFact("Tracked as", ifAny: tracked(goal.ref, goal.url))].compactMap { $0 }
    let changes = adjustments.map { RecordFact("Adjusted", $0.words(of: goal, names)) }
    let conditions = conditions.map { condition in
      RecordFact("Condition", condition.text.shown + (condition.by.map { " (\(names.of($0)))" } ?? ""))
    }
    let features = goal.features.map { $0.name.shown.tracked($0.ref, $0.url) }.joined(separator: "; ")
    return nature + changes + (settlement?.facts(names, told: adjustments.map(\.because)) ?? []) + conditions
      + (features.isEmpty ? [] : [RecordFact("Features", features)])
  }

  fileprivate var json: JSON {
    [
      "id": JSON(goal.id), "name": .string(goal.name), "timeframe": JSON(goal.timeframe), "priority": JSON(priority),
      "outcome": .string(outcome.rawValue),
      "metrics": .array(goal.metrics.map(\.recordJSON)),
      "adjustments": .array(adjustments.map(\.recordJSON)),
      "conditions": .array(conditions.map { ["text": .string($0.text), "by": JSON($0.by)] }),
      "dots": .object(dots.map { JSON.Member($0.who.text, .string($0.stance.name)) }),
      "objections": .array(objections.map(\.json)),
      "features": .array(goal.features.map(\.recordJSON)),
      "positions": .array(positions.map(\.json)), "owner": JSON(goal.owner), "rationale": JSON(goal.rationale),
      "note": JSON(settlement?.reason),
      "dissent": .bool(isOverDissent), "raci": goal.raci?.recordJSON ?? .null, "url": JSON(goal.url),
      "ref": JSON(goal.ref), "share": goal.share.map { .integer($0) } ?? .null,
    ]
  }
}

extension Metric {
  var recordJSON: JSON {
    ["name": .string(name), "unit": JSON(unit), "baseline": JSON(baseline), "target": JSON(target)]
  }
}

extension Feature {
  fileprivate var recordJSON: JSON {
    ["id": JSON(id), "name": .string(name), "url": JSON(url), "ref": JSON(ref)]
  }
}

extension RACI {
  /// Everyone's part, in the order of its letters turned to what a reader asks first (M44).
  var parts: [(name: String, who: [StakeholderID])] {
    [
      ("Accountable", [accountable].compactMap { $0 }), ("Responsible", responsible), ("Consulted", consulted),
      ("Informed", informed),
    ].filter { !$0.who.isEmpty }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] { parts.map { RecordFact($0.name, names.of($0.who)) } }

  fileprivate var recordJSON: JSON {
    [
      "accountable": JSON(accountable), "responsible": JSON(responsible), "consulted": JSON(consulted),
      "informed": JSON(informed),
    ]
  }
}

extension Adjustment {
  func words(of goal: Goal, _ names: RecordNames) -> String {
    func unit(_ metric: String) -> String {
      goal.metrics.first { $0.name == metric }?.unit.map { " \($0.shown)" } ?? ""
    }
    let what =
      switch change {
      case .name(let from, let to): "name: \(from.shown) → \(to.shown)"
      case .timeframe(let from, let to): "timeframe: \(names.of(from)) → \(names.of(to))"
      case .target(let metric, let from, let to):
        "target of \(metric.shown): \(from.numeral) → \(to.numeral)\(unit(metric))"
      case .baseline(let metric, let from, let to):
        "baseline of \(metric.shown): \(from.numeral) → \(to.numeral)\(unit(metric))"
      }
    return what + (because.map { ", because: \($0.shown)" } ?? "")
  }

  fileprivate var recordJSON: JSON {
    let (what, from, to): (JSON, JSON, JSON) =
      switch change {
      case .name(let from, let to): ("name", .string(from), .string(to))
      case .timeframe(let from, let to): ("timeframe", JSON(from), JSON(to))
      case .target(_, let from, let to): ("target", JSON(from), JSON(to))
      case .baseline(_, let from, let to): ("baseline", JSON(from), JSON(to))
      }
    return ["what": what, "from": from, "to": to, "because": JSON(because)]
  }
}

extension Record.Objection {
  fileprivate var json: JSON {
    [
      "who": JSON(who), "colour": .string(dot.colour.rawValue), "layer": JSON(dot.layer?.rawValue),
      "cause": JSON(dot.cause?.rawValue), "note": JSON(dot.note), "how": .string(dot.how.rawValue),
    ]
  }
}

extension Record.Position {
  fileprivate var json: JSON {
    [
      "who": JSON(who), "colour": .string(dot.colour.rawValue), "first": .string(first.rawValue),
      "how": .string(dot.how.rawValue), "layer": JSON(dot.layer?.rawValue), "cause": JSON(dot.cause?.rawValue),
      "note": JSON(dot.note), "condition": JSON(condition),
    ]
  }
}

extension Settlement {
  /// `told` are the reasons that are with the adjustments already.
  fileprivate func facts(_ names: RecordNames, told: [String?]) -> [RecordFact] {
    switch self {
    case .confirmed(let note, let dissent), .adjusted(let note, let dissent):
      [RecordFact("Note", ifAny: told.contains(note) ? nil : note?.shown)].compactMap { $0 }
        + (dissent?.facts(names) ?? [])
    case .deferred(let process): process.facts(names)
    case .dropped(let because): [RecordFact("Because", because.shown)]
    case .leftOpen(let because, let notAsked):
      [RecordFact("Because", because.shown)] + (notAsked.isEmpty ? [] : [RecordFact("Not asked", names.of(notAsked))])
    }
  }
}
