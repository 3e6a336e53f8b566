import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The countdown and the counts in one line, or four where a narrow screen is high.
  func drawStrip(into frame: inout Frame, in rect: Rect) {
    guard rect.height < 4 else { return drawHighStrip(into: &frame, in: rect.inset(left: 1, right: 1)) }
    let row = rect.inset(left: 1, right: 1)
    guard let countdown = Countdown(foremostIn: state, at: now) else {
      return frame.draw(Line([Span(restingWords, .dim)], trailing: counts), in: row, look: look)
    }
    let counts = counts
    let parts = row.columns([
      .cells(7), .cells(state.openConflict == nil ? 16 : 26), .share(1), .cells(2),
      .cells(counts.reduce(0) { $0 + $1.width }),
    ])
    let digits = Text.padded(countdown.text, toWidth: 5, alignment: .trailing)
    if countdown.phase == .calm {
      frame.draw([Span(" \(digits) ", countdown.role)], in: parts[0], look: look)
    } else {
      frame.drawPlate(digits, on: countdown.role, in: parts[0], look: look)
    }
    let role: Role = countdown.phase == .calm ? .dim : countdown.phase == .overtime ? .overfull : .warning
    frame.draw([Span(" \(look.signs.joined([countdown.words, timedConflict]))", role)], in: parts[1], look: look)
    frame.drawBar(countdown, in: parts[2].left(48), look: look)
    frame.draw(counts, in: parts[4], look: look)
  }

  private func drawHighStrip(into frame: inout Frame, in rect: Rect) {
    let rows = rect.rows([.cells(3), .cells(1)])
    let parts = rows[0].columns([.cells(24), .share(1)], gap: 2)
    let countdown = Countdown(foremostIn: state, at: now)
    let text = countdown?.text ?? (state.ended ?? now).clock
    frame.drawDigits(text, role: countdown?.role ?? .countdownPaused, in: parts[0], atMost: 1, look: look)
    let words =
      countdown.map { look.signs.joined(["\($0.words) of \($0.plannedText)", timedConflict]) }
      ?? restingWords
    frame.draw(LineList([Line(words, .dim), .blank, Line(counts)]), in: parts[1], look: look)
    if let countdown { frame.drawBar(countdown, in: rows[1], look: look) }
  }

  private var restingWords: String { state.ended == nil ? "The lobby: nothing is timed yet" : "The session is closed" }

  /// Whom to ask, and how much is parked.
  private var counts: [Span] {
    let parked = state.parkingLot.count(where: \.isOpen)
    let separator = Span(" \(look.signs.separator) ", .dim)
    if let step = stepBesideConflict { return [Span(step, .dim), separator, Span("\(parked) parked", .dim)] }
    guard let ask = AskNext(state) else { return [Span("\(parked) parked", .dim)] }
    guard !ask.waiting.isEmpty else {
      return [Span("all answered", .settled), separator, Span("\(parked) parked", .dim)]
    }
    let more = ask.waiting.count > 4 ? " +\(ask.waiting.count - 4)" : ""
    let people = ask.waiting.prefix(4).map { initials[$0] }.joined(separator: " ") + more
    return [Span("ask ", .dim), Span(people, .person), separator, Span("\(parked) parked", .dim)]
  }
}
