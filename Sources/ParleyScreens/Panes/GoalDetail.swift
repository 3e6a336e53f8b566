import ParleyCore
import ParleyTerminal

extension SessionView {
  /// A goal's card: what it is for, how it is counted, who is against it and why.
  func detail(of goal: GoalState, width: Int) -> PaneContent.Detail {
    let lines =
      goal.goal.metrics.enumerated().map { metricLine($1, isFirst: $0 == 0, width: width) }
      + facts(of: goal, width: width)
      + features(of: goal, width: width)
      + notHeard(on: goal, width: width) + changes(of: goal, width: width) + objections(to: goal, width: width)
      + conditions(of: goal, width: width) + commitments(to: goal, width: width)
      + impacts(of: goal, width: width) + settlement(of: goal, width: width)
    return PaneContent.Detail(
      title: goal.goal.name, trailing: goal.goal.timeframe.flatMap(state.timeframe)?.name ?? "", lines: lines)
  }

  func metricLine(_ metric: Metric, isFirst: Bool, width: Int) -> Line {
    let spans = [
      Span(Text.padded(isFirst ? "Metric" : "", toWidth: Self.labelWidth), .dim), Span(metric.name), Span("  "),
      Span(metric.change(look.signs), .metric),
    ]
    let better = Span("  \(metric.better)", .hint)
    return Line(spans.reduce(better.width) { $0 + $1.width } <= width ? spans + [better] : spans)
  }

  static let labelWidth = 11

  func labelled(_ label: String, _ text: String?, _ role: Role = .text, width: Int) -> [Line] {
    guard let text, !text.isEmpty else { return [] }
    return Line.paragraph(text, role, label: label, indent: Self.labelWidth, width: width)
  }

  func facts(of goal: GoalState, width: Int) -> [Line] {
    let owner = goal.goal.owner.flatMap(state.stakeholder).map { (name: state.name($0.id), role: $0.role) }
    return labelled("Why now", goal.goal.rationale, width: width)
      + labelled("Owner", owner.map { look.signs.joined([$0.name, $0.role]) }, width: width)
      + labelled("RACI", goal.goal.raci.flatMap(raciText), width: width)
      + labelled("Boundary", goal.goal.boundary == .open ? nil : goal.goal.boundary?.words, .warning, width: width)
  }

  /// `A Carla Stein · R Vera Engel · C Victor Sand · I Ada Obi` (M44).
  private func raciText(_ raci: RACI) -> String? {
    let parts = [
      ("A", raci.accountable.map { [$0] } ?? []), ("R", raci.responsible), ("C", raci.consulted), ("I", raci.informed),
    ].filter { !$0.1.isEmpty }
    let words = parts.map { letter, people in "\(letter) \(people.map { state.name($0) }.joined(separator: ", "))" }
    return words.isEmpty ? nil : look.signs.joined(words)
  }

  /// What people put into the goal (M24).
  func commitments(to goal: GoalState, width: Int) -> [Line] {
    state.commitments.filter { $0.goal == goal.id }.flatMap { row in
      let due = row.due.map { ", by \($0)" } ?? ""
      return labelled("Committed", "\(state.name(row.who)): \(row.what)\(due)", width: width)
    }
  }

  /// What the goal gives people and costs them, in their metric (M48).
  func impacts(of goal: GoalState, width: Int) -> [Line] {
    state.impacts.filter { $0.goal == goal.id }.flatMap { impact in
      labelled("Impact", "\(state.name(impact.who)) \(impact.words.joined(separator: ", "))", width: width)
    }
  }

  func features(of goal: GoalState, width: Int) -> [Line] {
    guard state.showsFeatures, state.step != .features(goal.id) else { return [] }
    return labelled("Features", goal.goal.features.map(\.name).joined(separator: ", "), width: width)
  }

  /// Who has not spoken about the goal on the table (M13).
  func notHeard(on goal: GoalState, width: Int) -> [Line] {
    guard goal.id == state.goalOnTable?.id, let voices = Voices(state), !voices.quiet.isEmpty else { return [] }
    let digits = digits
    // A digit stays with its name where the line breaks.
    let names = voices.quiet.map { who in (digits[who].map { "\($0)\u{A0}" } ?? "") + state.name(who) }
    return labelled("Not heard", names.joined(separator: ", "), .person, width: width).map { line in
      var line = line
      for place in line.spans.indices {
        line.spans[place].text = line.spans[place].text.replacing("\u{A0}", with: " ")
      }
      return line
    }
  }

  func objections(to goal: GoalState, width: Int) -> [Line] {
    return state.plan.stakeholders.flatMap { person -> [Line] in
      guard let dot = goal.dots[person.id], dot.colour.objects || dot.note != nil else {
        return []
      }
      let sign = look.signs.sign(.dot(dot.colour))
      let words = [dot.about.nonEmpty, dot.note.map(look.signs.quoted)].compactMap { $0 }
      let text = words.joined(separator: ": ")
      let label = "\(initials[person.id]) \(sign.text)"
      return Line.paragraph(
        text.isEmpty ? state.name(person.id) : text, label: label, labelRole: sign.role, indent: Self.labelWidth,
        width: width)
    }
  }

  func conditions(of goal: GoalState, width: Int) -> [Line] {
    goal.conditions.flatMap { condition in
      labelled("Condition", condition.text + (condition.by.map { " (\(state.name($0)))" } ?? ""), width: width)
    }
  }

  func changes(of goal: GoalState, width: Int) -> [Line] {
    goal.adjustments.flatMap { adjustment in
      labelled("Changed", changeText(adjustment), width: width)
    }
  }

  func changeText(_ adjustment: Adjustment) -> String {
    let arrow = look.signs.arrow
    let change =
      switch adjustment.change {
      case .name(let from, let to): "\(from) \(arrow) \(to)"
      case .timeframe(let from, let to): "\(timeframeName(from)) \(arrow) \(timeframeName(to))"
      case .target(let metric, let from, let to): "\(metric), target \(amount(from)) \(arrow) \(amount(to))"
      case .baseline(let metric, let from, let to): "\(metric), baseline \(amount(from)) \(arrow) \(amount(to))"
      }
    return change + (adjustment.because.map { ", because \($0)" } ?? "")
  }

  func timeframeName(_ id: TimeframeID?) -> String {
    id.map { state.timeframe($0)?.name ?? $0.text } ?? "off the roadmap"
  }

  func settlement(of goal: GoalState, width: Int) -> [Line] {
    guard let settlement = goal.settlement else { return [] }
    let outcome = look.signs.outcome(settlement, overDissent: goal.isOverDissent)
    let said = outcomeWords(settlement).map { ": \($0)" } ?? ""
    return labelled("Outcome", "\(outcome.sign) \(outcome.word)\(said)", outcome.role, width: width)
  }

  func outcomeWords(_ settlement: Settlement) -> String? {
    switch settlement {
    case .confirmed(let note, let process):
      [note, process.map(state.words)].compactMap { $0 }.joined(separator: "; ").nonEmpty
    case .adjusted(let because, let process):
      [because, process.map(state.words)].compactMap { $0 }.joined(separator: "; ").nonEmpty
    case .deferred(let process): state.words(of: process)
    case .dropped(let because): because
    case .leftOpen(let because, let notAsked):
      notAsked.isEmpty ? because : "\(because); not asked: \(notAsked.map { state.name($0) }.joined(separator: ", "))"
    }
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
