import ParleyCore
import ParleyTerminal

/// The sections of the record as lines, for everything that reads it back. What nobody has seen yet is left
/// out (M12).
struct RecordLines {
  private var view: SessionView
  private var record: Record
  private var width: Int
  private var phrasing: RecordPhrasing
  private var state: State { view.state }
  private var signs: Signs { view.look.signs }

  init(_ view: SessionView, width: Int) {
    self.view = view
    self.width = width
    record = Record(of: view.state, until: view.now)
    let signs = view.look.signs
    phrasing = RecordPhrasing(
      record, of: view.state,
      signs: .init(separator: signs.separator, openQuote: signs.openQuote, closeQuote: signs.closeQuote))
  }

  /// The whole record.
  var everything: [Line] { lines(of: RecordSection.onScreen) }

  /// Some sections of it, each under its heading; one with nothing in it is left out.
  func lines(of sections: [RecordSection]) -> [Line] { sections.flatMap(lines) }

  private func lines(of section: RecordSection) -> [Line] {
    switch section.screen {
    case .hidden: []
    case .pane(let heading, let pane): view.heading(heading, lines(of: pane))
    case .blocks(let heading, let blocks): view.heading(heading, blocks(record, phrasing).flatMap(lines))
    }
  }

  private func lines(of block: ScreenBlock) -> [Line] {
    switch block {
    case .line(let text, let aside): [Line([Span("  \(text)")], trailing: [Span(aside, .dim)])]
    case .remark(let text, let role, let indent):
      [Line(String(repeating: " ", count: indent) + text, self.role(role))]
    case .paragraph(let text, let role, let indent, let subject):
      Line.paragraph(text, self.role(role), indent: indent, width: width, row: subject.map(row))
    }
  }

  private func role(_ role: ScreenBlock.Role) -> Role {
    switch role {
    case .text: .text
    case .quiet: .dim
    case .warning: .warning
    }
  }

  private func row(_ subject: ScreenBlock.Subject) -> Row {
    switch subject {
    case .tradeOff(let number): .tradeOff(number)
    }
  }

  // MARK: What a pane shows anyway

  private func lines(of pane: RecordSection.Pane) -> [Line] {
    switch pane {
    case .goals: goals
    case .decisions: record.decisions.flatMap { view.lines(of: $0, width: width - 2) }.map { $0.indented(2) }
    case .parkingLot:
      record.parkingLot.filter(\.isOpen).map { view.parkedLine($0, showsProcess: true).indented(2) }
    case .question, .readings, .carried, .assumptions, .alternatives, .killCriteria, .risks, .answered:
      view.findingLines(pane, width: width)
    }
  }

  private var goals: [Line] {
    if !record.isAboutGoals { return [] }
    let reached = record.goals.filter { state.isShown($0.goal.id) }
    let missing = record.goals.count - reached.count
    return reached.flatMap(lines) + (missing == 0 ? [] : [Line("  \(missing) more not on the table yet", .dim)])
  }

  private func lines(_ row: Record.GoalRow) -> [Line] {
    let number = Text.padded(row.priority.map(String.init) ?? signs.silent, toWidth: 3, alignment: .trailing)
    let outcome = signs.outcome(row.settlement, overDissent: row.isOverDissent)
    let id = Row.goal(row.goal.id)
    let title = Line(
      [Span("\(number)  ", .metric), Span(row.goal.name, .title)],
      trailing: [Span(outcome.word.isEmpty ? "open" : "\(outcome.sign) \(outcome.word)", outcome.role)],
      row: id)
    let metrics = row.goal.metrics.map { metric in
      Line([Span("     \(metric.name)  ", .dim), Span(metric.change(signs)), Span(timeframe(of: row), .dim)], row: id)
    }
    let changes = row.adjustments.map { "changed: \(view.changeText($0))" }
    let conditions = row.conditions.map { "condition: \($0.text)" + ($0.by.map { " (\(state.name($0)))" } ?? "") }
    let said = row.settlement.flatMap(view.outcomeWords).map { [$0] } ?? []
    let words = (changes + conditions + said).flatMap { text in
      Line.paragraph(text, .dim, indent: 5, width: width, row: id)
    }
    return [title] + metrics + words
  }

  private func timeframe(of row: Record.GoalRow) -> String {
    row.goal.timeframe.flatMap(state.timeframe).map { "  \($0.name)" } ?? ""
  }
}
