// The rows that goals have in the table that a spreadsheet opens.

extension Record.GoalRow {
  /// Names its heading within a document.
  var anchor: String { "goal-\(goal.id)" }

  /// `Dots: ● green: Ada Obi, Vera Engel; ■ red: Otto Falk`, or that all are of one mind.
  func dotsInOneLine(_ names: RecordNames) -> RecordFact {
    let words = names.words
    let groups = Record.Stance.inOrder.map { stance in (stance, dots.filter { $0.stance == stance }.map(\.who)) }
    let present = groups.filter { !$0.1.isEmpty }
    if present.count == 1, dots.count > 1, let all = present.first {
      return words.fact("dots", words("goals.everyone", ["stance": all.0.words(in: words)]))
    }
    let lines = present.map { words.labelled($0.0.words(in: words), names.of($0.1)) }
    return words.fact("dots", lines.isEmpty ? .nothing : words.series(lines))
  }

  func spreadsheetRow(_ names: RecordNames) -> SpreadsheetRow {
    let notAsked: [StakeholderID] = if case .leftOpen(_, let people) = settlement { people } else { [] }
    let words = names.words
    let more = [
      settlement?.reason, goal.share.map { words("csv.share", ["share": "\($0)"]) },
      notAsked.isEmpty ? nil : words("csv.not-asked", ["who": names.of(notAsked)]), goal.url ?? goal.ref,
    ]
    return [
      .id: goal.id.text, .name: goal.name,
      .who: dots.map { "\(names.of($0.who)) \($0.stance.word(in: words))" }.joined(separator: ", "),
      .value: priority.map { "\($0)" } ?? "",
      .detail: words.series([names.of(goal.timeframe)] + more.compactMap { $0 }),
      .because: goal.rationale ?? "", .owner: goal.owner.map { names.of($0) } ?? "", .state: became(in: words),
    ]
  }

  func metricRows(_ names: RecordNames) -> [SpreadsheetRow] {
    goal.metrics.map { [.id: goal.id.text, .name: $0.name, .value: names.words.change($0), .detail: goal.name] }
  }

  func adjustmentRows(_ names: RecordNames) -> [SpreadsheetRow] {
    adjustments.map { adjustment in
      [
        .id: goal.id.text, .name: goal.name, .value: adjustment.words(of: goal, names),
        .because: adjustment.because ?? "",
      ]
    }
  }

  func responsibilityRows(_ names: RecordNames) -> [SpreadsheetRow] {
    (goal.raci?.parts ?? []).flatMap { part in
      part.who.map {
        [.id: goal.id.text, .name: goal.name, .who: names.of($0), .value: names.words["label.\(part.label)"]]
      }
    }
  }

  func positionRows(_ names: RecordNames) -> [SpreadsheetRow] {
    let firsts = Dictionary(positions.map { ($0.who, $0.first) }) { first, _ in first }
    let words = names.words
    return stands.map { stand in
      let about = [stand.objection?.about(in: words), stand.dot?.how.words(in: words)].compactMap { $0 }
      let first = firsts[stand.who].flatMap {
        $0 == stand.dot?.colour ? nil : words("csv.first", ["colour": words["colour.\($0.rawValue)"]])
      }
      return [
        .id: goal.id.text, .name: goal.name, .who: names.of(stand.who), .value: words["colour.\(stand.stance.name)"],
        .detail: words.series(about.filter { !$0.isEmpty }), .because: stand.dot?.note ?? "", .state: first ?? "",
      ]
    }
  }

  func conditionRows(_ names: RecordNames) -> [SpreadsheetRow] {
    conditions.map { condition in
      [
        .id: goal.id.text, .name: condition.text, .who: condition.by.map { names.of($0) } ?? "", .detail: goal.name,
      ]
    }
  }

  func featureRows(in record: Record, _ names: RecordNames) -> [SpreadsheetRow] {
    goal.features.map { feature in
      let item = record.parkingLot.first { $0.id.text == feature.id.text && $0.state == .served }
      return [
        .id: feature.id.text, .name: feature.name, .value: feature.url ?? feature.ref ?? "", .detail: goal.name,
        .because: item?.because ?? "", .state: item == nil ? "" : names.words["csv.added"],
      ]
    }
  }
}
