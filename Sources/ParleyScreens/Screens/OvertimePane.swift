import ParleyCore
import ParleyTerminal

extension SessionView {
  /// What can be done when the time is up, at the foot of the main part: what is talked about stays in sight.
  func drawOffer(into frame: inout Frame, in main: Rect) {
    guard let offer, main.height >= 6, main.width >= 24 else { return }
    let lines = offer.choices.map(line)
    let height = min(lines.count + 3, main.height)
    let area = main.bottom(height)
    let over = Countdown(state, at: now)?.text ?? ""
    let inside = frame.draw(
      Box("Time is up", trailing: over, isFocused: true), in: area, look: look)
    for (index, line) in lines.enumerated() {
      let row = inside.inset(top: 1).row(index)
      frame.draw(line, in: row, look: look)
      mark(offer.choices[index], in: row, of: &frame)
      if offer.chosen == index { frame.tint(row, style: look[.selection]) }
    }
  }

  /// A way is taken by a click on its line; where it has two keys, each has its own name, and the line is the first one's.
  private func mark(_ choice: OvertimeOffer.Choice, in row: Rect, of frame: inout Frame) {
    guard let first = choice.keys.first else { return }
    frame.mark(row, as: ScreenTarget.key(first))
    var rest = row
    for (name, key) in zip(choice.key.split(separator: " "), choice.keys) {
      let width = Text.displayWidth(String(name))
      frame.mark(rest.left(width), as: ScreenTarget.key(key))
      rest = rest.inset(left: width + 1)
    }
  }

  private func line(_ choice: OvertimeOffer.Choice) -> Line {
    let (words, cost) = words(choice.way)
    return Line([Span(Text.padded(choice.key, toWidth: 4), .key), Span(words)], trailing: [Span(cost, .dim)])
  }

  private func words(_ way: OvertimeOffer.Way) -> (String, String) {
    switch way {
    case .extend(let minutes): ("extend by \(minutes) min", end(extending: minutes))
    case .spread: ("spread what is left over the steps to come", spreadEnd)
    case .moveOn: ("park what is open and move on", end(extending: 0))
    case .conflict: ("name the conflict, with a timebox of its own", "\(state.plan.timeboxes.conflict) min")
    case .stay: ("stay; the clock counts up", "")
    }
  }

  private var spreadEnd: String {
    guard let spread = try? TimeSpread(state, at: now) else { return "" }
    return "ends \(spread.end.clock)  0"
  }

  /// What it does to the end of the session.
  private func end(extending minutes: Int) -> String {
    guard let time = SessionTime(state, at: now, extending: minutes) else { return "" }
    let delta = time.delta > 0 ? "+\(time.delta)" : "\(time.delta)"
    return "ends \(time.projectedEnd.clock)  \(delta)"
  }
}
