import ParleyCore
import ParleyTerminal

// A seat on a telephone: what its holder needs for their next word, before anything else. The goal, its metric, their own
// dot, the time, the keys; the strip of steps and everyone else's columns are for wider screens.
extension SessionView {
  /// Whose seat it is, where the screen is too small for the session's and large enough for theirs.
  func narrowSeat(in rect: Rect) -> StakeholderID? {
    guard case .stakeholder(let who) = audience, rect.width >= 30, rect.height >= 12, pane != .countdown else {
      return nil
    }
    return who
  }

  func drawNarrowSeat(of who: StakeholderID, into frame: inout Frame, in rect: Rect) {
    let isTyping = input != nil || notice != nil
    let keyLines = wrappedKeys(width: rect.width - 2, atMost: rect.height >= 18 ? 3 : 2)
    let rows = rect.rows([
      .cells(1), .share(1), .cells(rect.height >= 18 ? 2 : 1), .cells(isTyping ? 1 : 0), .cells(keyLines.count),
    ])
    drawNarrowClock(into: &frame, in: rows[0].inset(left: 1, right: 1))
    let main = rows[1]
    frame.draw(narrowContent(of: who, main.size), in: main, look: look)
    var layout = ScreenLayout(rect)
    (layout.header, layout.cue, layout.message) = (rows[0], rows[2], rows[3])
    drawCue(into: &frame, in: layout)
    frame.draw(LineList(keyLines), in: rows[4].inset(left: 1, right: 1), look: look)
    if isTyping { drawMessage(into: &frame, in: layout) }
  }

  /// `5:41 left of 10:00 ██████░░░░`.
  private func drawNarrowClock(into frame: inout Frame, in row: Rect) {
    guard let countdown = Countdown(foremostIn: state, at: now) else {
      let words = state.ended == nil ? "not started" : "closed"
      return frame.draw(Line([Span(state.plan.title, .title)], trailing: [Span(words, .dim)]), in: row, look: look)
    }
    let words = " \(look.signs.joined(["\(countdown.words) of \(countdown.plannedText)", timedConflict])) "
    let parts = row.columns([.cells(countdown.text.utf8.count + 2), .cells(Text.displayWidth(words)), .share(1)])
    frame.draw([Span(" \(countdown.text) ", countdown.role)], in: parts[0], look: look)
    frame.draw([Span(words, .dim)], in: parts[1], look: look)
    frame.drawBar(countdown, in: parts[2], look: look)
  }

  private func narrowContent(of who: StakeholderID, _ size: Size) -> PaneContent {
    let isAtGoal = pane == .session && state.openConflict == nil && !state.voteIsOpen && state.step.goal != nil
    guard isAtGoal, let goal = state.goalOnTable else { return content(size) }
    let width = max(1, size.columns - 4)
    let name = Line.paragraph(goal.goal.name, .title, width: width)
    let metrics = goal.goal.metrics.map { metric in
      Line([Span("\(metric.change(look.signs))  ", .metric), Span(metric.name, .dim)])
    }
    let others = state.goals.filter { $0.isPresented && $0.id != goal.id }
    let rest =
      others.isEmpty ? [] : [.blank, Line("Your other dots", .heading)] + others.map { ownLine($0, who, width: width) }
    let why = goal.goal.rationale.map { [.blank] + Line.paragraph($0, .dim, width: width) } ?? []
    let lines = name + metrics + [.blank] + ownWords(on: goal, who, width: width) + why + rest
    let number = state.number(of: goal.id).map { "goal \($0)" } ?? ""
    return PaneContent(Box("Your seat", trailing: number), .list(list(lines)))
  }

  /// As many keys as fit whole into some lines; the last one, which is for help, always.
  private func wrappedKeys(width: Int, atMost most: Int) -> [Line] {
    guard let last = keys.last else { return [] }
    var lines: [[KeyHint]] = [[]]
    for hint in keys.dropLast() {
      let used = lines[lines.count - 1].reduce(0) { $0 + $1.width }
      let room = lines.count == most ? width - last.width : width
      if used + hint.width - 2 <= room {
        lines[lines.count - 1].append(hint)
      } else if lines.count < most {
        lines.append([hint])
      } else {
        break
      }
    }
    let used = lines[lines.count - 1].reduce(0) { $0 + $1.width }
    let fits = used + last.width - 2 <= width || lines.count == most
    if fits { lines[lines.count - 1].append(last) } else { lines.append([last]) }
    return lines.map { hints in Line(hints.flatMap { $0.spans + [Span("  ")] }) }
  }
}
