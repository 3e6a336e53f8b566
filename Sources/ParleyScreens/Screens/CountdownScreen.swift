import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The countdown and the step, as large as they go; below that a notice or the line being typed.
  func drawCountdownAlone(into frame: inout Frame, in rect: Rect) {
    let hasLine = input != nil || notice != nil
    let rows = rect.rows([
      .cells(rect.height >= 3 ? 1 : 0), .share(1), .cells(rect.height >= 5 ? 1 : 0), .cells(rect.height >= 2 ? 1 : 0),
    ])
    let title = state.openConflict.map { "Conflict: \($0.topic)" } ?? state.titles(of: state.step).title
    frame.draw(centred(title, .title, in: rows[0]), in: rows[0], look: look)
    let countdown = Countdown(foremostIn: state, at: now)
    let text = countdown?.text ?? (state.ended ?? now).clock
    let room = rows[1].inset(left: min(2, rect.width / 20), right: min(2, rect.width / 20))
    frame.drawDigits(text, role: countdown?.role ?? .countdownPaused, in: room, look: look)
    if let countdown { frame.drawBar(countdown, in: rows[2].inset(left: 2, right: 2), look: look) }
    guard hasLine else {
      return frame.draw(centred(wordsBelow(countdown), .dim, in: rows[3]), in: rows[3], look: look)
    }
    var layout = ScreenLayout(rect)
    (layout.message, layout.header) = (rows[3], rows[0])
    drawMessage(into: &frame, in: layout)
  }

  private func wordsBelow(_ countdown: Countdown?) -> String {
    guard let countdown else { return state.ended == nil ? "not started" : "closed" }
    let end = SessionTime(state, at: now).map { "ends \($0.projectedEnd.clock)" }
    return look.signs.joined([countdown.words, stepBesideConflict, end])
  }
}
