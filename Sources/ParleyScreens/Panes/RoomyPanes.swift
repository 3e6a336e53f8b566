import ParleyCore
import ParleyTerminal

// The steps that only some kinds of session have, on a large laptop and a projector: two columns, on the left what the
// step asks for, in lines with air between them, on the right what it rests on. A line as wide as such a screen is not
// read across a room.
extension SessionView {
  /// From so much room inside a pane on it is two columns.
  private static let roomyFrom = Size(columns: 104, rows: 30)

  /// What a step says beside what it asks for.
  struct Aside {
    var title: String
    var lines: [Line]

    init(_ title: String, _ lines: [Line]) {
      self.title = title
      self.lines = lines
    }
  }

  /// The pane in two columns where there is room for them and something to say in the second.
  func roomy(_ size: Size, besides: (Int) -> [Aside], content: (Size) -> PaneContent) -> PaneContent {
    guard size.columns >= SessionView.roomyFrom.columns, size.rows >= SessionView.roomyFrom.rows else {
      return content(size)
    }
    let half = Size(columns: (size.columns + 4) / 2 - 4, rows: size.rows)
    let left = content(half)
    guard case .list(let head, let list, let detail) = left.body else { return left }
    var asides = besides(half.columns).filter { !$0.lines.isEmpty }
    var lines = head + list.lines
    if let detail, asides.isEmpty {
      asides = [Aside(detail.title, detail.lines)]
    } else if let detail {
      lines += [.blank, Line(detail.title, .heading)] + detail.lines
    }
    guard let first = asides.first else { return content(size) }
    let right = asides.enumerated().flatMap { place, aside in
      (place == 0 ? [.blank] : [.blank, Line(aside.title, .heading)]) + aside.lines
    }
    let main = LineList(
      lines, selected: list.selected, anchor: list.anchor, scroll: list.scroll, isFromEnd: list.isFromEnd)
    return PaneContent(
      left.box,
      .columns([
        PaneContent.Column(box: left.box, list: main),
        PaneContent.Column(box: Box(first.title), list: LineList(right)),
      ]))
  }

  /// Entries of a list with air between them where there is much room, else with so many blank lines after each.
  func entries(_ groups: [[Line]], in size: Size, blanks: Int = 1) -> [Line] {
    let blank = Array(repeating: Line.blank, count: groups.isEmpty ? 0 : blanks)
    guard size.rows >= SessionView.roomyFrom.rows else { return groups.flatMap { $0 + blank } }
    return Line.aired(groups, rows: size.rows - 6) + blank
  }

  /// What a step of its own kind rests on.
  func besides(_ part: Step.Part, _ width: Int) -> [Aside] {
    switch part {
    case .scorecard: [questionAside(width), closedAside(width)]
    case .question: [Aside("Where the goals stand", state.goals.flatMap { largeScore($0, width: width) + [.blank] })]
    case .assumptions: contextAsides(width)
    case .alternatives: [found("What it rests on", .assumptions, width)]
    case .killCriteria: [found("What it rests on", .assumptions, width), found("The ways", .alternatives, width)]
    case .decision: [found("What it rests on", .assumptions, width)]
    case .writing, .reading, .clustering: [goalsAside(width)] + contextAsides(width)
    case .mitigation:
      [Aside("Why it has failed", state.findings.clusters.flatMap { clusterLines($0, width: width) + [.blank] })]
    case .whatAndWhy, .team, .need, .missing, .champion: []
    }
  }

  private func found(_ title: String, _ pane: RecordSection.Pane, _ width: Int) -> Aside {
    Aside(title, findingLines(pane, width: width))
  }

  private func questionAside(_ width: Int) -> Aside {
    Aside("Open today", state.findings.question.map { Line.paragraph($0.text, .title, width: width) } ?? [])
  }

  private func closedAside(_ width: Int) -> Aside {
    let decided = state.plan.boundary?.decided ?? []
    return Aside("Decided, and closed today", decided.isEmpty ? [] : bullets(decided, width: width))
  }

  private func goalsAside(_ width: Int) -> Aside {
    let lines = state.goals.flatMap { goal -> [Line] in
      let metric = goal.goal.metrics.first
      let name = Line.paragraph(goal.goal.name, .title, width: width)
      guard let metric else { return name + [.blank] }
      return name + [
        Line([Span("  \(metric.name)  ", .dim), Span(metric.change(look.signs), .metric)]), .blank,
      ]
    }
    return Aside("What it was to bring", lines)
  }

  private func contextAsides(_ width: Int) -> [Aside] {
    let context = state.plan.context ?? Context()
    return [
      ("Context", context.context), ("Conflict", context.conflict), ("Resolution", context.resolution),
      ("Evidence", context.evidence),
    ].compactMap { title, text in text.map { Aside(title, Line.paragraph($0, width: width)) } }
  }
}
