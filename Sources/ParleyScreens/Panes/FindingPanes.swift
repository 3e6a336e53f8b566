import ParleyCore
import ParleyTerminal

// The steps of a decision journal (M42) and of a pre-mortem (M43).
extension SessionView {
  func partContent(_ part: Step.Part, _ size: Size) -> PaneContent {
    roomy(size, besides: { besides(part, $0) }, content: { ownContent(of: part, $0) })
  }

  private func ownContent(of part: Step.Part, _ size: Size) -> PaneContent {
    switch part {
    case .scorecard: scorecardContent(size)
    case .question: questionContent(size)
    case .assumptions: assumptionsContent(size)
    case .alternatives: alternativesContent(size)
    case .killCriteria: killCriteriaContent(size)
    case .decision: decisionContent(size)
    case .writing: writingContent(size)
    case .reading: readingContent(size)
    case .clustering: clusteringContent(size)
    case .mitigation: mitigationContent(size)
    case .whatAndWhy, .team, .need, .missing, .champion: oneOnOneContent(part, size)
    }
  }

  // MARK: A decision journal

  /// What is to be decided, above what the step is about.
  private func journalHead(width: Int) -> [Line] {
    guard let question = state.findings.question else { return [.blank] }
    return [.blank] + Line.paragraph(question.text, .title, width: width) + [.blank]
  }

  private func assumptionsContent(_ size: Size) -> PaneContent {
    let assumptions = state.findings.assumptions
    let lines = assumptions.map { assumption in
      let notes = [assumption.by.map { state.name($0) }, assumption.note].compactMap { $0 }
      return spread(
        "\(assumption.id)", assumption.text, trailing: evidence(assumption.evidence), width: size.columns)
        + (notes.isEmpty
          ? [] : Line.paragraph(notes.joined(separator: ": "), .dim, indent: 4, width: size.columns))
    }
    let empty = [Line("What must be true for it to work? Nothing is written down yet.", .dim)]
    return PaneContent(
      Box("What it rests on", trailing: counted(assumptions.count, "assumption")),
      .list(
        head: journalHead(width: size.columns), list(lines.isEmpty ? empty : entries(lines, in: size, blanks: 0))))
  }

  /// A ladder of four rungs: the lowest is hearsay, the highest a pilot.
  private func evidence(_ evidence: Evidence) -> [Span] {
    let rung = (Evidence.allCases.firstIndex(of: evidence) ?? 0) + 1
    let role: Role = rung == 1 ? .overfull : rung == 2 ? .full : .settled
    let word = evidence == .cohortData ? "cohort data" : evidence.rawValue
    return [
      Span(String(repeating: look.glyphs.full, count: rung), role),
      Span(String(repeating: look.glyphs.light, count: 4 - rung), .barOpen),
      Span(" " + Text.padded(word, toWidth: 11), .dim),
    ]
  }

  private func alternativesContent(_ size: Size) -> PaneContent {
    let alternatives = state.findings.alternatives
    let lines = entries(alternatives.map { alternativeLines($0, width: size.columns) }, in: size)
    let missing =
      alternatives.count < 2
      ? [Line(alternatives.isEmpty ? "Two ways at least." : "One way alone is no decision: what else?", .warning)] : []
    return PaneContent(
      Box("Ways that could be taken", trailing: counted(alternatives.count, "alternative")),
      .list(head: journalHead(width: size.columns), list(lines + missing)))
  }

  private func alternativeLines(_ alternative: Alternative, width: Int) -> [Line] {
    let isChosen = state.findings.choice?.alternative == alternative.id
    let sign = isChosen ? [Span("\(look.signs.done) chosen", .settled)] : []
    let facts = [alternative.gives.map { ("gives ", $0) }, alternative.costs.map { ("costs ", $0) }].compactMap { $0 }
    return spread("\(alternative.id)", alternative.text, isChosen ? .settled : .text, trailing: sign, width: width)
      + facts.flatMap { label, text in
        Line.paragraph(text, label: "    \(label)", indent: 10, width: width)
      }
  }

  private func killCriteriaContent(_ size: Size) -> PaneContent {
    let criteria = state.findings.killCriteria
    let lines = entries(criteria.map { killLines($0, width: size.columns) }, in: size)
    let empty = [Line("What would make us stop? Nothing is written down yet.", .dim)]
    return PaneContent(
      Box("When to stop", trailing: counted(criteria.count, "kill criterion", "kill criteria")),
      .list(head: journalHead(width: size.columns), list(lines.isEmpty ? empty : lines)))
  }

  private func killLines(_ criterion: KillCriterion, width: Int) -> [Line] {
    let owner = criterion.owner.map { " (\(state.name($0)))" } ?? ""
    return spread(
      "\(criterion.id)", "\(criterion.metric) \(criterion.threshold)",
      trailing: [Span("by \(criterion.by)", .metric)], width: width)
      + Line.paragraph(
        criterion.action + owner, label: "    \(look.signs.arrow) ", indent: 6, width: width)
  }

  private func decisionContent(_ size: Size) -> PaneContent {
    let lines = entries(
      state.findings.alternatives.map { alternativeLines($0, width: size.columns) }, in: size, blanks: 0)
    let because = state.findings.choice.flatMap { choice in state.decisions.first { $0.id == choice.decision } }.map {
      Line.paragraph("\($0.id), because \($0.because)", .dim, indent: 4, width: size.columns)
    }
    let weak = state.findings.assumptions.filter { $0.evidence == .anecdote }.map(\.id.text)
    let hearsay =
      weak.isEmpty
      ? [] : [Line("\(weak.joined(separator: ", ")): known by hearsay alone", .warning)]
    let stops = state.findings.killCriteria.flatMap { killLines($0, width: size.columns) }
    return PaneContent(
      Box("Which one?", trailing: state.findings.choice == nil ? "" : "decided"),
      .list(
        head: journalHead(width: size.columns), list(lines + (because ?? []) + [.blank] + hearsay),
        detail: .init(title: "We stop when", lines: stops)))
  }

  // MARK: A pre-mortem

  /// Nobody sees what others write before it is read out.
  private func writingContent(_ size: Size) -> PaneContent {
    let width = min(72, size.columns)
    let goals = state.goals.prefix(5).map { Line("  \(look.signs.separator) \($0.goal.name)", .dim) }
    let written = state.plan.stakeholders.filter { state.isPresent($0.id) }.map { person in
      let count = state.findings.reasons.count { $0.who == person.id }
      return Line(
        [Span("  \(state.name(person.id))")],
        trailing: [Span(count == 0 ? "" : "\(look.signs.done) \(count)", .settled)],
        row: .person(person.id))
    }
    let lines =
      [.blank] + Line.paragraph("It is a year from now, and this has failed:", .title, width: width) + goals + [.blank]
      + Line.paragraph("Everyone writes down why, on paper or at a seat of their own. Nobody speaks.", width: width)
    return PaneContent(
      Box("Silent writing"),
      .list(list(lines), detail: .init(title: "Written at a seat, not shown yet", lines: written)))
  }

  private func readingContent(_ size: Size) -> PaneContent {
    let reasons = state.findings.reasons
    let lines = entries(reasons.map { reasonLines($0, width: size.columns) }, in: size, blanks: 0)
    let empty = [Line("One reason each in turn; nobody discusses yet.", .dim)]
    return PaneContent(
      Box("Why it has failed", trailing: counted(reasons.count, "reason")),
      .list(head: [.blank], list(lines.isEmpty ? empty : lines)))
  }

  private func reasonLines(_ reason: Reason, width: Int) -> [Line] {
    spread("\(reason.id)", reason.text, trailing: [Span(state.name(reason.who), .dim)], width: width)
  }

  private func clusteringContent(_ size: Size) -> PaneContent {
    let loose = state.looseReasons
    let clusters = entries(state.findings.clusters.map { clusterLines($0, width: size.columns) }, in: size)
    let waiting = loose.flatMap { reasonLines($0, width: size.columns) }
    let head: [Line] =
      loose.isEmpty
      ? [Line("\(look.signs.done) Every reason is in a cluster", .settled), .blank]
      : heading("In no cluster yet", waiting)
    return PaneContent(
      Box("What belongs together", trailing: counted(state.findings.clusters.count, "cluster")),
      .list(list([.blank] + head + clusters)))
  }

  func clusterLines(_ cluster: Cluster, width: Int) -> [Line] {
    let reasons = state.findings.reasons.filter { cluster.reasons.contains($0.id) }
    return [
      Line(
        [Span("\(cluster.id)  ", .metric), Span(cluster.name, .title)],
        trailing: [Span(counted(reasons.count, "reason"), .dim)])
    ] + reasons.flatMap { reasonLines($0, width: width - 4).map { $0.indented(4) } }
  }

  private func mitigationContent(_ size: Size) -> PaneContent {
    let clusters = state.findings.clusters
    let lines = entries(clusters.map { mitigationLines($0, width: size.columns) }, in: size)
    let done = clusters.count { !$0.isOpen }
    return PaneContent(
      Box("What we do about it", trailing: "\(done) of \(clusters.count)"), .list(list([.blank] + lines)))
  }

  private func mitigationLines(_ cluster: Cluster, width: Int) -> [Line] {
    let state = cluster.isOpen ? Span("nothing yet", .warning) : Span(look.signs.done, .settled)
    let mitigations = cluster.mitigations.flatMap { mitigation in
      spread(
        " \(look.signs.arrow)", mitigation.what,
        trailing: [Span("\(self.state.name(mitigation.owner)), by \(mitigation.due)", .dim)], width: width)
    }
    let borne = cluster.borne.map { Line.paragraph("borne, because \($0)", .full, indent: 4, width: width) } ?? []
    return [
      Line([Span("\(cluster.id)  ", .metric), Span(cluster.name, .title)], trailing: [state])
    ] + mitigations + borne
  }

  // MARK: All of it, for the record

  /// What a session of some kind found out, to be read back; nothing where the pane is of something else.
  func findingLines(_ pane: RecordSection.Pane, width: Int) -> [Line] {
    let findings = state.findings
    switch pane {
    case .question: return findings.question.map { questionLines($0, width: width) } ?? []
    case .readings: return findings.readings.map(readingLine)
    case .carried: return findings.carried.flatMap { carriedLines($0, width: width) }
    case .assumptions:
      return findings.assumptions.flatMap {
        spread("\($0.id)", $0.text, trailing: evidence($0.evidence), width: width)
      }
    case .alternatives: return findings.alternatives.flatMap { alternativeLines($0, width: width) }
    case .killCriteria: return findings.killCriteria.flatMap { killLines($0, width: width) }
    case .risks: return findings.clusters.flatMap { mitigationLines($0, width: width) }
    case .answered:
      return findings.answered.map { Line([Span("  \(look.signs.done) ", .settled), Span($0.titles.title)]) }
    case .goals, .decisions, .parkingLot: return []
    }
  }

  private func questionLines(_ question: Question, width: Int) -> [Line] {
    Line.paragraph(question.text, .title, indent: 2, width: width)
      + (state.kind == .checkIn ? answer(to: question, width - 2).map { $0.indented(2) } : [])
  }

  private func readingLine(_ reading: MetricReading) -> Line {
    let unit = state.goal(reading.goal)?.goal.metrics.first?.unit.map { " \($0)" } ?? ""
    return Line(
      [Span("  \(state.shownName(reading.goal))")], trailing: [Span("now \(amount(reading.value))\(unit)", .metric)])
  }

  private func carriedLines(_ carried: Carried, width: Int) -> [Line] {
    let old = state.pastGoals.first { $0.id == carried.from }?.name ?? carried.from.text
    let line = Line(
      [Span("  \(old)")], trailing: [Span("\(look.signs.arrow) \(state.carriedName(carried.to))", .settled)])
    guard let because = carried.because else { return [line] }
    return [line] + Line.paragraph("because \(because)", .dim, indent: 4, width: width)
  }

  // MARK: Lines

  /// A numbered text over as many lines as it takes, beside what keeps to the right.
  private func spread(
    _ id: String, _ text: String, _ role: Role = .text, trailing: [Span], width: Int
  ) -> [Line] {
    let right = trailing.reduce(0) { $0 + $1.width }
    let room = max(12, width - (right == 0 ? 0 : right + 2))
    var lines = Line.paragraph(text, role, label: id, labelRole: .metric, indent: 4, width: room)
    if !lines.isEmpty { lines[0].trailing = trailing }
    return lines
  }
}
