import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The whole screen of a terminal of that size.
  ///
  /// - Parameter keepsMarks: whether it is to be asked what can be clicked.
  public func frame(size: Size, keepsMarks: Bool = false) -> Frame {
    var frame = Frame(size: size, style: look[.text])
    if keepsMarks { frame.keepMarks() }
    draw(into: &frame, in: frame.bounds)
    return frame
  }

  /// Draws the session into a rectangle. Any size will do, down to nothing at all.
  public func draw(into frame: inout Frame, in rect: Rect) {
    if stage?.isSolo == true, pane == .session || pane == .countdown { return drawSolo(into: &frame, in: rect) }
    let layout = layout(rect)
    if layout.isTiny || layout.isNarrow, let who = narrowSeat(in: rect) {
      return drawNarrowSeat(of: who, into: &frame, in: rect)
    }
    if pane == .countdown || layout.isTiny { return drawCountdownAlone(into: &frame, in: rect) }
    drawHeader(into: &frame, in: layout.header)
    drawSteps(into: &frame, in: layout.steps)
    drawStrip(into: &frame, in: layout.strip)
    let main = drawPlanningLine(into: &frame, in: layout.main)
    frame.draw(content(main.size), in: main, look: look)
    drawSide(into: &frame, in: layout.side)
    drawSpeech(into: &frame, in: layout.speech)
    drawOffer(into: &frame, in: layout.main)
    drawCue(into: &frame, in: layout)
    drawKeys(into: &frame, in: layout.keys)
    drawMessage(into: &frame, in: layout)
  }

  /// After a review, a line that says that planning begins; gives the room that is left below it (M37).
  private func drawPlanningLine(into frame: inout Frame, in rect: Rect) -> Rect {
    guard showsPlanningLine else { return rect }
    let words = " The last period is closed: planning begins here "
    let side = max(0, rect.width - Text.displayWidth(words)) / 2
    let rule = Span(String(repeating: String(look.glyphs.horizontal), count: side + 1), .settled)
    let row = rect.top(1).row(0)
    frame.draw([rule], in: row, look: look)
    frame.draw([Span(words, .title), rule], in: row.inset(left: side), look: look)
    return rect.inset(top: 1)
  }

  private var showsPlanningLine: Bool {
    pane == .session && state.planningBegins && state.openConflict == nil && !state.voteIsOpen
  }

  /// Whether nobody here is prompted.
  package var isBare: Bool { audience == .screen }

  /// What the pane lists, in its order: what the selection can move over.
  public var rows: [Row] { content(Size(columns: 100, rows: 200)).rows }

  /// The first line that the pane shows on a screen of that size, and the last one that could be the first.
  package func scrolled(size: Size) -> (first: Int, last: Int) {
    let room = layout(Rect(size)).main
    let main = showsPlanningLine ? room.inset(top: 1) : room
    switch content(main.size).body {
    case .list(let head, let list, let detail):
      let inside = main.inset(left: 2, top: 1, right: 2, bottom: 1)
      let parts = PaneParts(
        inside, head: head.count, list: list.lines.count, detail: detail?.lines.count,
        detailGoesFirst: detail?.goesFirst ?? false)
      return (list.first(showing: parts.list.height), max(0, list.lines.count - parts.list.height))
    case .columns(let columns):
      let most = (columns.map(\.list.lines.count).max() ?? 0) - max(0, main.height - 2)
      return (min(scroll, max(0, most)), max(0, most))
    }
  }

  /// When the frame will look different although nothing happens: at the next second of a running countdown,
  /// else at the next minute of the clock; nil after closing.
  public var nextChange: Instant? {
    guard state.ended == nil else { return nil }
    let second = Countdown(foremostIn: state, at: now)?.untilNextSecond
    let minute = 60_000 - Int(now.milliseconds % 60_000)
    return Instant(milliseconds: now.milliseconds + Int64(second ?? minute))
  }
}
