import ParleyCore
import ParleyTerminal

// Steps that look at what was agreed before: a review's first (M37), that of a session about features, a check-in's (M36).
extension SessionView {
  func reviewContent(_ size: Size) -> PaneContent {
    roomy(
      size, besides: { [Aside("What the last session left", pricesBefore(width: $0))] },
      content: { reviewColumn($0, isBeside: $0.columns < size.columns) })
  }

  private func reviewColumn(_ size: Size, isBeside: Bool) -> PaneContent {
    state.kind == .featuresOnly
      ? agreedContent(size, isBeside: isBeside) : resultsContent(size, isBeside: isBeside)
  }

  /// - Parameter isBeside: whether what the last session left has a column of its own.
  private func resultsContent(_ size: Size, isBeside: Bool) -> PaneContent {
    let past = state.pastGoals
    let said = past.count { $0.last != nil }
    let results = entries(past.map { pastLines($0, width: size.columns) }, in: size)
    let lines =
      [Line.blank] + (past.isEmpty ? [Line("No goal of the last period is known.", .dim), .blank] : results)
    return PaneContent(
      Box("Results of the last period", trailing: past.isEmpty ? "" : "\(said) of \(past.count) said"),
      .list(list(lines + (isBeside ? [] : pricesBefore(width: size.columns)))))
  }

  private func pastLines(_ past: PastGoal, width: Int) -> [Line] {
    let row = Row.goal(past.id)
    guard let last = past.last else {
      let target = past.metric.map { "  \($0.name): target \(amount($0.target))\(unit($0))" } ?? ""
      let measured = past.measured.map { ", measured \(amount($0.value)) on \($0.at.date)" } ?? ""
      return [
        Line([Span(past.name, .title)], trailing: [Span("no result yet", .warning)], row: row),
        Line([Span(target + measured, .dim)], row: row),
      ]
    }
    let numbers =
      "target \(amount(last.target)), actual \(amount(last.actual))" + (past.metric.map(unit) ?? "")
    let because = last.because.map { Line.paragraph($0, indent: 2, width: width, row: row) } ?? []
    let carried = past.carriedTo.map {
      [Line([Span("  \(look.signs.arrow) goes on as \(state.carriedName($0))", .settled)], row: row)]
    }
    return [
      Line([Span(past.name, .title)], trailing: [Span(last.result.words, last.result.role)], row: row)
    ]
      + Line.paragraph(
        "\(past.metric.map { "\($0.name): " } ?? "")\(numbers)", .dim, indent: 2, width: width, row: row) + because
      + (carried ?? [])
  }

  private func unit(_ metric: Metric) -> String { metric.unit.map { " \($0)" } ?? "" }

  /// What the last session gave up, and what it left waiting.
  private func pricesBefore(width: Int) -> [Line] {
    guard let before = state.plan.before else { return [] }
    let trades = before.tradeOffs.flatMap { trade in
      Line.paragraph(
        "\(trade.gained) came in, \(trade.displaced) moved out" + (trade.because.map { ": \($0)" } ?? ""),
        label: "\(look.signs.separator) ", indent: 2, width: width)
    }
    let parked = before.parkingLot.map { item in
      Line(
        [Span("\(item.id)  ", .dim), Span(item.text)],
        trailing: [Span(item.owner.map { state.name($0) } ?? "", .dim)], isTrailingMinor: true)
    }
    let title = look.signs.quoted(before.title)
    return openBefore(before, title, width: width) + heading("Traded off in \(title)", trades)
      + heading("Left in the parking lot of \(title)", parked)
  }

  /// What the last session did not settle, what hung on a condition, what still stands, and what came of it.
  private func openBefore(_ before: LastSession, _ title: String, width: Int) -> [Line] {
    func lines(_ texts: [String]) -> [Line] {
      texts.flatMap { Line.paragraph($0, label: "\(look.signs.separator) ", indent: 2, width: width) }
    }
    let open = before.disagreements.map { row in
      "\(row.topic): \(state.name(row.decider)) decides by \(row.by), by: \(row.criteria)"
    }
    let conditions = before.goals.flatMap { goal in
      goal.conditions.map { condition in
        "\(condition.text) (for \(goal.goal.name)\(condition.by.map { ", \(state.name($0))" } ?? ""))"
      }
    }
    let replaced = Set(before.decisions.compactMap(\.replaces))
    let standing = before.decisions.filter { !replaced.contains($0.id) }.map { decision in
      "\(decision.id) \(decision.what), because: \(decision.because)"
        + (decision.until.map { ", stands until \($0)" } ?? "")
    }
    let came = before.outcomes.map { outcome in
      "\(outcome.what): \(outcome.text)" + (outcome.result.map { " (\($0.words))" } ?? "")
    }
    return heading("Left open in \(title)", lines(open)) + heading("Agreed on a condition", lines(conditions))
      + heading("Decided in \(title)", lines(standing)) + heading("What came of it since", lines(came))
  }

  func heading(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line(title, .heading)] + lines + [.blank]
  }

  /// The goals as the session about goals left them: this one opens on its record.
  private func agreedContent(_ size: Size, isBeside: Bool) -> PaneContent {
    let goals = state.priorities.enumerated().map { index, goal -> [Line] in
      let row = Row.goal(goal.id)
      let metric = goal.goal.metrics.first
      let conditions = goal.conditions.flatMap {
        Line.paragraph("on the condition: \($0.text)", .dim, indent: 5, width: size.columns, row: row)
      }
      return [
        Line(
          [Span(Text.padded("\(index + 1)", toWidth: 3, alignment: .trailing) + "  ", .metric), Span(goal.goal.name)],
          trailing: [
            Span(metric?.change(look.signs) ?? "", .metric), Span("   \(timeframeName(goal.goal.timeframe))", .dim),
          ], row: row)
      ] + conditions
    }
    let title = state.plan.before.map { look.signs.quoted($0.title) } ?? ""
    return PaneContent(
      Box("What was agreed on the goals", trailing: "in \(title)"),
      .list(
        list(
          [.blank] + entries(goals, in: size, blanks: 0) + [.blank]
            + (isBeside ? [] : pricesBefore(width: size.columns)))))
  }

  /// One card for everybody: where each goal stands, in its own metric (M36, M39).
  func scorecardContent(_ size: Size) -> PaneContent {
    let large = entries(state.goals.map { largeScore($0, width: size.columns) }, in: size)
    let isLarge = large.count <= size.rows - 2 && size.rows >= 30
    let lines = isLarge ? large : entries(state.goals.map { scoreLines($0, width: size.columns) }, in: size)
    let read = Set(state.findings.readings.map(\.goal)).count
    return PaneContent(
      Box("Where the goals stand", trailing: "\(read) of \(state.goals.count) read"),
      .list(head: [.blank], list(lines), detail: blocked(width: size.columns)))
  }

  /// What was said to be blocked before a check-in, with whoever unblocks it; nil where nothing was.
  private func blocked(width: Int) -> PaneContent.Detail? {
    let items = state.kind == .checkIn ? state.parkingLot.filter { $0.isOpen && $0.kind == .status } : []
    guard !items.isEmpty else { return nil }
    let lines = items.flatMap { item in
      let owner = item.owner.map { " (\(state.name($0)))" } ?? ""
      return Line.paragraph(item.text + owner, label: item.id.text, labelRole: .metric, indent: 5, width: width)
    }
    return PaneContent.Detail(title: "What was reported", trailing: "\(items.count)", lines: lines)
  }

  /// The same with where the number stands, and where it is to be, in digits that a room reads.
  func largeScore(_ goal: GoalState, width: Int) -> [Line] {
    let lines = scoreLines(goal, width: width)
    guard var metric = goal.goal.metrics.first else { return lines }
    let last = state.findings.readings.last { $0.goal == goal.id }
    metric.baseline = last?.value ?? metric.baseline
    guard let digits = MetricDigits(metric, scale: 1, width: width, look: look) else { return lines }
    let large = digits.lines.map { line in
      var line = line
      line.row = .goal(goal.id)
      return line
    }
    return Array(lines.prefix(1)) + large + Array(lines.dropFirst())
  }

  func scoreLines(_ goal: GoalState, width: Int) -> [Line] {
    let row = Row.goal(goal.id)
    guard let metric = goal.goal.metrics.first else { return [Line(goal.goal.name, .title, row: row)] }
    let readings = state.findings.readings.filter { $0.goal == goal.id }
    let owner = goal.goal.owner.map { state.name($0) } ?? ""
    let head = Line([Span(goal.goal.name, .title)], trailing: [Span(owner, .dim)], row: row, isTrailingMinor: true)
    guard let last = readings.last else {
      return [
        head,
        Line(
          [Span("  \(metric.name)  \(metric.change(look.signs))", .dim)], trailing: [Span("not read yet", .dim)],
          row: row),
      ]
    }
    let score = Scorecard.Row(
      goal: goal.goal, owner: nil, timeframe: nil, metric: metric,
      readings: readings.map { Reading(at: $0.at, value: $0.value, note: $0.note) })
    let done = min(1, max(0, score.progress ?? 0))
    let cells = max(4, min(30, width / 3))
    let full = Int(done * Double(cells) + 0.5)
    let bar = [
      Span("  "), Span(String(repeating: look.glyphs.full, count: full), .barDone),
      Span(String(repeating: look.glyphs.light, count: cells - full), .barOpen),
      Span("  \(metric.change(look.signs))", .dim),
    ]
    let now = Span("now \(amount(last.value))\(unit(metric))", score.progress ?? 0 < 0 ? .overfull : .metric)
    return [head, Line(bar, trailing: [now], row: row)]
      + (last.note.map { Line.paragraph($0, .dim, indent: 2, width: width, row: row) } ?? [])
  }

  /// The one question that is open, in large type, and what is closed around it (M36).
  func questionContent(_ size: Size) -> PaneContent {
    let width = min(76, size.columns)
    let lines: [Line]
    if let question = state.findings.question {
      lines = [.blank] + Line.paragraph(question.text, .title, width: width) + [.blank] + answer(to: question, width)
    } else {
      lines = [.blank, Line("No question is named yet.", .warning), .blank]
    }
    let closed =
      (state.plan.boundary?.decided ?? []).map { Line("\(look.signs.done) \($0)", .dim) }
      + state.goals.map { Line("\(look.signs.done) \($0.goal.name)", .dim) }
    return PaneContent(
      Box("The one question that is open"),
      .list(list(lines), detail: .init(title: "Decided, and closed today", lines: closed)))
  }

  func answer(to question: Question, _ width: Int) -> [Line] {
    switch question.ending {
    case .decided(let id):
      let decision = state.decisions.first { $0.id == id }
      let because = decision.map { Line.paragraph("because \($0.because)", .dim, indent: 2, width: width) } ?? []
      return Line.paragraph(
        decision?.what ?? "", .settled, label: "\(look.signs.done) ", labelRole: .settled, indent: 2, width: width)
        + because
    case .postponed(let process):
      return Line.paragraph(
        "\(state.name(process.decider)) decides by \(process.by): \(process.criteria)", .full,
        label: "\(look.signs.moved) ", indent: 2, width: width)
    case nil: return Line.paragraph("Open: decide it, or say who decides it, by when and by what.", .dim, width: width)
    }
  }

  /// The questions of a 1:1, and which of them are answered; never the answers (M9).
  func oneOnOneContent(_ part: Step.Part, _ size: Size) -> PaneContent {
    let width = min(72, size.columns - 4)
    let phrase = Phrases.Card(rawValue: part.rawValue).map { Phrases(own: state.plan.phrases).text($0) } ?? ""
    let who = state.plan.partner.map { state.name($0) } ?? "nobody named yet"
    let kept = state.findings.answered.contains(part)
    let card =
      [.blank, Line(part.titles.title, .heading), .blank]
      + Line.paragraph(look.signs.quoted(phrase), .title, width: width) + [.blank]
      + (kept
        ? Line.paragraph(
          "The answer is kept, in the private map alone.", .settled, label: "\(look.signs.done) ", labelRole: .settled,
          indent: 2, width: width)
        : Line.paragraph("What is said goes into the private map alone; nothing of it is shown.", .dim, width: width))
    let steps = state.agenda.compactMap { step -> Line? in
      guard case .part(let other) = step else { return nil }
      let isKept = state.findings.answered.contains(other)
      return Line(
        [
          Span(isKept ? "\(look.signs.done) " : other == part ? "\(look.signs.current) " : "  ", .settled),
          Span(other.titles.title, other == part ? .title : .text),
        ], trailing: [Span(minutesText(state.plannedSeconds(of: step)), .dim)])
    }
    return PaneContent(
      Box("With \(who)"), .list(list(card.map { $0.indented(2) }), detail: .init(title: "Five questions", lines: steps))
    )
  }
}
