import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Which of the four causes is behind the objections, and the sheet of the one marked (M40).
  func playbookContent(_ size: Size) -> PaneContent {
    let causes = Causes(state)
    let marked = selectedCause ?? causes.dominant ?? .goals
    let lines = Dot.Cause.allCases.map { causeLine($0, causes, isMarked: $0 == marked, width: size.columns) }
    let sheet = SheetLines(state: state, look: look, width: size.columns).lines(for: marked)
    let how = "A yellow or red dot takes a cause; the one named most is what to talk about."
    let head = causes.counts.isEmpty ? Line.paragraph(how, .dim, width: size.columns) + [.blank] : []
    return PaneContent(
      opened("Why we disagree", causes.counts.isEmpty ? "no cause named yet" : ""),
      .list(
        head: head, list(lines),
        detail: .init(title: marked.playbook, trailing: "Enter fills it in", lines: sheet)))
  }

  private var selectedCause: Dot.Cause? { if case .cause(let cause)? = selected { cause } else { nil } }

  private func causeLine(_ cause: Dot.Cause, _ causes: Causes, isMarked: Bool, width: Int) -> Line {
    let count = causes.counts[cause] ?? 0
    let most = max(1, causes.counts.values.max() ?? 1)
    let room = max(0, min(24, width - 48))
    let bar = String(repeating: look.glyphs.full, count: count * room / most)
    let isDominant = causes.dominant == cause
    let mark = isMarked ? look.signs.current : " "
    return Line(
      [
        Span("\(mark) ", .stepCurrent), Span(Text.padded(cause.situation, toWidth: 30), isDominant ? .title : .text),
        Span(bar, .dotYellow),
      ],
      trailing: [Span(count == 0 ? "" : counted(count, "objection"), .dim)],
      row: .cause(cause), isTrailingMinor: true)
  }
}

extension Dot.Cause {
  /// What its sheet is called.
  package var playbook: String {
    switch self {
    case .goals: "Portfolio: value, fit, risk"
    case .beliefs: "Pathfinder experiment"
    case .timeline: "Two tracks"
    case .risk: "Evidence gates"
    }
  }
}
