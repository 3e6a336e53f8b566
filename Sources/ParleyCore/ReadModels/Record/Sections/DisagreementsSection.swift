extension RecordSection {
  /// The open disagreements, and who decides them (M18, M32).
  public static let openDisagreements = disagreements(
    "openDisagreements", "disagreements.open", screen: "Open disagreements"
  ) { $0 != .resolved }
  .json("disagreements", \.disagreements) { $0.json }

  /// The disagreements that have ended, and how (M18).
  public static let resolvedDisagreements = disagreements(
    "resolvedDisagreements", "disagreements.resolved", screen: "Resolved disagreements"
  ) { $0 == .resolved }

  private static func disagreements(
    _ name: String, _ heading: String, screen: String,
    where isMeant: @escaping @Sendable (Record.Disagreement.Outcome?) -> Bool
  ) -> RecordSection {
    let rows: @Sendable (Record) -> [Record.Disagreement] = { $0.disagreements.filter { isMeant($0.outcome) } }
    let title: [RecordInline] = [.strong("topic"), .literal(" ("), .term("outcome"), .literal(")")]
    return RecordSection(entries: name, heading, title, rows) { row, names in
      [
        "topic": .text(row.topic.shown), "outcome": .text(names.words.ending(row.outcome)),
        "facts": .facts(row.facts(names)),
      ]
    }
    .spreadsheet("disagreements") { record, names in rows(record).flatMap { $0.spreadsheetRows(names) } }
    .on(screen: screen) { record, phrasing in rows(record).flatMap { $0.blocks(phrasing) } }
  }
}

extension Record.Disagreement {
  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    return [
      words.fact("goal", ifAny: goal.map { names.of($0) }),
      words.fact(between.count == 1 ? "against" : "between", ifAny: between.isEmpty ? nil : names.of(between)),
    ].compactMap { $0 } + positions.map { RecordFact(names.of($0.who), $0.words(in: words)) } + processFacts(names)
      + resolutionFacts(names)
  }

  private func processFacts(_ names: RecordNames) -> [RecordFact] {
    guard let process else { return [] }
    guard outcome == .experiment else { return process.facts(names) }
    let words = names.words
    let owner = words(
      "process.experiment-owner", ["who": names.of(process.decider), "day": words.longDay(process.by)])
    return process.options.map { words.fact("experiment", $0.shown) } + [
      words.fact("owner", owner), words.fact("measured-by", process.criteria.shown),
    ]
  }

  private func resolutionFacts(_ names: RecordNames) -> [RecordFact] {
    guard let resolution else { return [] }
    let words = names.words
    return [words.fact("decided", resolution.decision.shown), words.fact("because", resolution.because.shown)]
      + (consents.isEmpty ? [] : [words.fact("consent", names.of(consents))])
  }

  /// What it is about and how it ends, then each position.
  fileprivate func spreadsheetRows(_ names: RecordNames) -> [SpreadsheetRow] {
    let words = names.words
    let goal = goal.map { names.of($0) } ?? ""
    let options = words.series(process?.optionWords(words) ?? [])
    let head: SpreadsheetRow = [
      .name: topic, .who: names.of(between), .value: resolution?.decision ?? options, .detail: goal,
      .because: resolution?.because ?? process?.criteria ?? "", .owner: process.map { names.of($0.decider) } ?? "",
      .due: process.map { words.day($0.by) } ?? "", .state: words.ending(outcome),
    ]
    let consent: [SpreadsheetRow] = consents.map {
      [.name: topic, .who: names.of($0), .detail: goal, .state: words["csv.can-live"]]
    }
    return [head] + consent
      + positions.map { position in
        [
          .name: topic, .who: names.of(position.who), .value: position.text ?? "", .detail: goal,
          .because: position.interest ?? "", .state: words["csv.position"],
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
    let words = names.words
    let decides = words("process.decides", ["who": names.of(decider), "day": words.longDay(by)])
    return [words.fact("decider", decides), words.fact("criteria", criteria.shown)]
      + (options.isEmpty ? [] : [words.fact("options", words.series(optionWords(words).map(\.shown)))])
  }
}

extension DocumentWording {
  fileprivate func ending(_ outcome: Record.Disagreement.Outcome?) -> String {
    self["disagreements.\(outcome.map { "was-\($0.rawValue)" } ?? "still-open")"]
  }
}

extension Record.Disagreement.Position {
  fileprivate func words(in words: DocumentWording) -> String {
    guard let interest else { return text.shown }
    return words("disagreements.interest", ["position": text.shown, "interest": interest.shown])
  }
}
