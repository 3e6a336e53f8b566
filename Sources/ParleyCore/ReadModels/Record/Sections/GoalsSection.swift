extension RecordSection {
  /// Each goal as it is now, with its outcome and everyone's stance (M30); only for a session about goals.
  public static let goals = RecordSection(
    "goals",
    RecordLayout(
      .words("goals.heading"), if: "hasGoals",
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
  .spreadsheet("metrics") { record, names in record.goals.flatMap { $0.metricRows(names) } }
  .spreadsheet("adjustments") { record, names in record.goals.flatMap { $0.adjustmentRows(names) } }
  .spreadsheet("responsibilities") { record, names in record.goals.flatMap { $0.responsibilityRows(names) } }
  .spreadsheet("positions") { record, names in record.goals.flatMap { $0.positionRows(names) } }
  .spreadsheet("conditions") { record, names in record.goals.flatMap { $0.conditionRows(names) } }
  .spreadsheet("features") { record, names in record.goals.flatMap { $0.featureRows(in: record, names) } }
  .on(.pane(heading: "Goals", .goals))

  private static func values(
    of row: Record.GoalRow, in record: Record, _ names: RecordNames
  ) -> RecordValues {
    let telling = row.stands.filter(\.isTelling)
    let values: RecordValues = [
      "place": .text(row.priority.map { "\($0). " } ?? ""), "name": .text(row.goal.name.shown),
      "goalAnchor": .text(row.anchor), "outcome": .text(row.became(in: names.words)),
      "facts": .facts(row.facts(names) + record.additions(to: row.goal, names.words) + [row.dotsInOneLine(names)]),
    ]
    if telling.isEmpty { return values }
    let dots = telling.map { stand in
      RecordValues.row(stand, dotColumns, names).merging(["colour": .text(stand.stance.name)]) { own, _ in own }
    }
    return values.merging(["telling": .group(["dots": .list(dots)])]) { own, _ in own }
  }

  private static let dotColumns: [RecordColumn<Record.GoalRow.Stand>] = [
    RecordColumn("who", "who") { stand, names in names.of(stand.who) },
    RecordColumn("dot", "stance", .coloured(by: "colour")) { stand, names in stand.stance.words(in: names.words) },
    RecordColumn("about", "about", .term) { stand, names in (stand.objection?.about(in: names.words)).shown },
    RecordColumn("their-words", "words") { stand, names in
      [stand.dot?.note?.shown, stand.dot?.how.words(in: names.words).map { "(\($0))" }].compactMap { $0 }
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
  fileprivate func additions(to goal: Goal, _ words: DocumentWording) -> [RecordFact] {
    parkingLot.filter { $0.state == .served && $0.goal == goal.id }.compactMap { item in
      if tradeOffs.contains(where: { $0.tradeOff.gained == item.id.text }) { return nil }
      let parts = [
        item.because.map { words("goals.added-because", ["because": $0.shown]) },
        goal.capacity == nil ? words["goals.added-free"] : nil,
      ]
      .compactMap { $0 }
      return parts.isEmpty ? nil : words.fact("added", item.text.shown + words["signs.dash"] + words.series(parts))
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
      return dot.colour.objects || dot.note != nil || dot.how == .preRead || dot.how == .proxy
    }

    /// The dot where it says what it is about.
    var objection: Dot? { dot.flatMap { $0.colour.objects ? $0 : nil } }
  }

  var stands: [Stand] {
    let given = Dictionary(positions.map { ($0.who, $0.dot) }) { first, _ in first }
    return dots.map { Stand(who: $0.who, stance: $0.stance, dot: given[$0.who]) }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    let features = goal.features.map { $0.name.shown.tracked($0.ref, $0.url) }
    return nature(names) + (goal.raci?.facts(names) ?? [])
      + [words.fact("tracked-as", ifAny: tracked(goal.ref, goal.url))].compactMap { $0 }
      + adjustments.map { words.fact("adjusted", $0.words(of: goal, names)) }
      + (settlement?.facts(names, told: adjustments.map(\.because)) ?? []) + conditions.map { $0.fact(names) }
      + (features.isEmpty ? [] : [words.fact("features", words.series(features))])
  }

  private func nature(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    return goal.metrics.map { words.fact("metric", words.measure($0)) }
      + [
        words.fact("timeframe", words.place(of: goal, names)), words.fact("why", ifAny: goal.rationale?.shown),
        words.fact("owner", ifAny: goal.owner.map { names.of($0) }),
      ].compactMap { $0 }
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
  /// Everyone's part by its label, in the order of its letters turned to what a reader asks first (M44).
  var parts: [(label: String, who: [StakeholderID])] {
    [
      ("accountable", [accountable].compactMap { $0 }), ("responsible", responsible), ("consulted", consulted),
      ("informed", informed),
    ].filter { !$0.who.isEmpty }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    parts.map { names.words.fact($0.label, names.of($0.who)) }
  }

  fileprivate var recordJSON: JSON {
    [
      "accountable": JSON(accountable), "responsible": JSON(responsible), "consulted": JSON(consulted),
      "informed": JSON(informed),
    ]
  }
}

extension Condition {
  fileprivate func fact(_ names: RecordNames) -> RecordFact {
    guard let by else { return names.words.fact("condition", text.shown) }
    return names.words.fact(
      "condition", names.words("goals.condition-by", ["condition": text.shown, "who": names.of(by)]))
  }
}

extension Adjustment {
  func words(of goal: Goal, _ names: RecordNames) -> String {
    let words = names.words
    func figures(_ key: String, _ name: String, _ from: Double, _ to: Double) -> String {
      let unit = words.unit(of: goal.metrics.first { $0.name == name })
      return words(key, ["metric": name.shown, "from": words.numeral(from), "to": words.numeral(to) + unit])
    }
    let what =
      switch change {
      case .name(let from, let to): words("goals.changed-name", ["from": from.shown, "to": to.shown])
      case .timeframe(let from, let to):
        words("goals.changed-timeframe", ["from": names.of(from), "to": names.of(to)])
      case .target(let metric, let from, let to): figures("goals.changed-target", metric, from, to)
      case .baseline(let metric, let from, let to): figures("goals.changed-baseline", metric, from, to)
      }
    return because.map { words("goals.changed-because", ["change": what, "because": $0.shown]) } ?? what
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
    let words = names.words
    return switch self {
    case .confirmed(let note, let dissent), .adjusted(let note, let dissent):
      [words.fact("note", ifAny: told.contains(note) ? nil : note?.shown)].compactMap { $0 }
        + (dissent?.facts(names) ?? [])
    case .deferred(let process): process.facts(names)
    case .dropped(let because): [words.fact("because", because.shown)]
    case .leftOpen(let because, let notAsked):
      [words.fact("because", because.shown)]
        + (notAsked.isEmpty ? [] : [words.fact("not-asked", names.of(notAsked))])
    }
  }
}

extension DocumentWording {
  /// A goal's timeframe, with its share of the effort where the plan gives one.
  public func place(of goal: Goal, _ names: RecordNames) -> String {
    let timeframe = names.of(goal.timeframe)
    return goal.share.map { self("goals.share", ["timeframe": timeframe, "share": "\($0)"]) } ?? timeframe
  }
}
