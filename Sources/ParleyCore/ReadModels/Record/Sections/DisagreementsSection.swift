extension RecordSection {
  /// The open disagreements, and who decides them (M18, M32).
  public static let openDisagreements = disagreements("openDisagreements", "Open disagreements") { $0 != .resolved }
    .json("disagreements", \.disagreements) { $0.json }

  /// The disagreements that have ended, and how (M18).
  public static let resolvedDisagreements = disagreements("resolvedDisagreements", "Resolved disagreements") {
    $0 == .resolved
  }

  private static func disagreements(
    _ name: String, _ heading: String, where isMeant: @escaping @Sendable (Record.Disagreement.Outcome?) -> Bool
  ) -> RecordSection {
    let rows: @Sendable (Record) -> [Record.Disagreement] = { $0.disagreements.filter { isMeant($0.outcome) } }
    let title: [RecordInline] = [.strong("topic"), .words(" ("), .term("outcome"), .words(")")]
    return RecordSection(entries: name, heading, title, rows) { row, names in
      [
        "topic": .text(row.topic.shown), "outcome": .text(row.outcome?.rawValue ?? "still open"),
        "facts": .facts(row.facts(names)),
      ]
    }
    .spreadsheet("disagreements") { record, names in rows(record).flatMap { $0.spreadsheetRows(names) } }
    .on(screen: heading) { record, phrasing in rows(record).flatMap { $0.blocks(phrasing) } }
  }
}

extension Record.Disagreement {
  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    [
      RecordFact("Goal", ifAny: goal.map { names.of($0) }),
      RecordFact(between.count == 1 ? "Against" : "Between", ifAny: between.isEmpty ? nil : names.of(between)),
    ].compactMap { $0 }
      + positions.map { position in
        let interest = position.interest.map { " (interest: \($0.shown))" } ?? ""
        return RecordFact(names.of(position.who), position.text.shown + interest)
      } + processFacts(names) + resolutionFacts(names)
  }

  private func processFacts(_ names: RecordNames) -> [RecordFact] {
    guard let process else { return [] }
    guard outcome == .experiment else { return process.facts(names) }
    return process.options.map { RecordFact("Experiment", $0.shown) } + [
      RecordFact("Owner", "\(names.of(process.decider)), until \(process.by)"),
      RecordFact("Measured by", process.criteria.shown),
    ]
  }

  private func resolutionFacts(_ names: RecordNames) -> [RecordFact] {
    guard let resolution else { return [] }
    return [RecordFact("Decided", resolution.decision.shown), RecordFact("Because", resolution.because.shown)]
      + (consents.isEmpty ? [] : [RecordFact("Consent", names.of(consents))])
  }

  /// What it is about and how it ends, then each position.
  fileprivate func spreadsheetRows(_ names: RecordNames) -> [SpreadsheetRow] {
    let goal = goal.map { names.of($0) } ?? ""
    let options = process?.optionWords.joined(separator: "; ") ?? ""
    let head: SpreadsheetRow = [
      .name: topic, .who: names.of(between), .value: resolution?.decision ?? options, .detail: goal,
      .because: resolution?.because ?? process?.criteria ?? "", .owner: process.map { names.of($0.decider) } ?? "",
      .due: process?.by.description ?? "", .state: outcome?.rawValue ?? "still open",
    ]
    let consent: [SpreadsheetRow] = consents.map {
      [.name: topic, .who: names.of($0), .detail: goal, .state: "can live with it"]
    }
    return [head] + consent
      + positions.map { position in
        [
          .name: topic, .who: names.of(position.who), .value: position.text ?? "", .detail: goal,
          .because: position.interest ?? "", .state: "position",
        ]
      }
  }

  fileprivate func blocks(_ phrasing: RecordPhrasing) -> [ScreenBlock] {
    let resolution = resolution.map { "\($0.decision), because \($0.because)" }
    let end = process.map(phrasing.process) ?? resolution ?? outcome?.rawValue ?? "open"
    let consent = consents.map(phrasing.name).joined(separator: " and ")
    let parts = [
      topic, between.isEmpty ? nil : phrasing.names(of: between), end,
      consent.isEmpty ? nil : "\(consent) can live with it",
    ]
    return [.paragraph(phrasing.joined(parts))]
      + positions.compactMap { position in
        position.text.map { text in
          let interest = position.interest.map { " (interest: \($0))" } ?? ""
          return .paragraph("\(phrasing.name(position.who)): \(phrasing.quoted(text))\(interest)", .quiet, indent: 4)
        }
      }
  }

  fileprivate var json: JSON {
    [
      "topic": .string(topic), "goal": JSON(goal), "between": JSON(between),
      "positions": .array(
        positions.map { ["who": JSON($0.who), "text": JSON($0.text), "interest": JSON($0.interest)] }),
      "outcome": JSON(outcome?.rawValue), "process": process.map(json) ?? .null, "consents": JSON(consents),
    ]
  }

  private func json(of process: Process) -> JSON {
    [
      "kind": JSON(outcome?.rawValue), "decider": JSON(process.decider), "by": JSON(process.by),
      "criteria": .string(process.criteria), "options": JSON(process.options), "gives": JSON(process.gives),
      "costs": JSON(process.costs),
    ]
  }
}

extension Process {
  /// Who decides, by when, by which criteria.
  func facts(_ names: RecordNames) -> [RecordFact] {
    [RecordFact("To be decided by", "\(names.of(decider)), due \(by)"), RecordFact("Criteria", criteria.shown)]
      + (options.isEmpty ? [] : [RecordFact("Options", optionWords.map(\.shown).joined(separator: "; "))])
  }
}
