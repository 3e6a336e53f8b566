import ParleyCore
import ParleyTerminal

extension SessionView {
  /// What this is, how fast and where it goes, and what has just happened.
  func drawStanding(of stage: StageView?, into frame: inout Frame, in row: Rect) {
    guard let stage, !row.isEmpty else { return }
    frame.fill(row, style: look[.text])
    let spans = [
      Span(" \(stage.mark) ", .selection), Span(" \(stage.standing)  ", .dim), Span(stage.told, .notice),
    ]
    frame.draw(spans, in: row.inset(left: 1, right: 1), look: look)
  }
}
