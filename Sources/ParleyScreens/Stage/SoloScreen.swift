import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Alone: the countdown as large as it goes, and below it what the step is for and what to say.
  func drawSolo(into frame: inout Frame, in rect: Rect) {
    let layout = ScreenLayout(rect)
    guard !layout.isTiny else { return drawCountdownAlone(into: &frame, in: rect) }
    drawHeader(into: &frame, in: layout.header)
    drawSteps(into: &frame, in: layout.steps)
    let room = Rect(x: rect.x, y: layout.steps.maxY, width: rect.width, height: layout.message.y - layout.steps.maxY)
    let card = soloCard(width: room.width - 6)
    let rows = room.rows([.cells(1), .share(1), .cells(1), .cells(min(card.count + 2, room.height / 2))])
    let countdown = Countdown(state, at: now)
    let words = countdown.map { "\($0.words) of \($0.plannedText)" } ?? (state.ended == nil ? "not started" : "done")
    frame.draw(centred(words, .dim, in: rows[0]), in: rows[0], look: look)
    let text = countdown?.text ?? (state.ended ?? now).clock
    frame.drawDigits(text, role: countdown?.role ?? .countdownPaused, in: rows[1].inset(left: 2, right: 2), look: look)
    if let countdown { frame.drawBar(countdown, in: rows[2].inset(left: 2, right: 2), look: look) }
    let next = nextTitle.map { "then: \($0)" } ?? ""
    frame.draw(LineList(card), box: Box(state.titles(of: state.step).title, trailing: next), in: rows[3], look: look)
    drawKeys(into: &frame, in: layout.keys)
    drawMessage(into: &frame, in: layout)
  }

  private var nextTitle: String? {
    let agenda = state.agenda
    guard let place = agenda.firstIndex(of: state.step), place + 1 < agenda.count else { return nil }
    return state.titles(of: agenda[place + 1]).short
  }

  /// What the step is for, in the plan's words, and a phrase to begin with.
  private func soloCard(width: Int) -> [Line] {
    var lines: [Line] = []
    for (label, text) in soloFacts where !text.isEmpty {
      lines += Line.paragraph(text, label: label, indent: 12, width: width)
    }
    if let phrase = soloPhrase {
      let quoted = look.signs.quoted(phrase)
      lines += [.blank] + Line.paragraph(quoted, .phrase, label: "Say", indent: 12, width: width)
    }
    return lines
  }

  private var soloFacts: [(String, String)] {
    let plan = state.plan
    switch state.step {
    case .lobby: return [("", "Speak aloud, as you will in the room. One key goes on; the clock does the rest.")]
    case .boundary:
      let boundary = plan.boundary
      return [
        ("Decided", (boundary?.decided ?? []).joined(separator: ", ")),
        ("Open", (boundary?.open ?? []).joined(separator: ", ")),
        ("Not today", (boundary?.outOfScope ?? []).joined(separator: ", ")),
      ]
    case .context:
      return [
        ("Context", plan.context?.context ?? ""), ("Conflict", plan.context?.conflict ?? ""),
        ("Resolution", plan.context?.resolution ?? ""), ("Evidence", plan.context?.evidence ?? ""),
      ]
    case .goal: return goalFacts
    case .features: return [("Features", state.goalOnTable?.goal.features.map(\.name).joined(separator: ", ") ?? "")]
    case .priorities: return [("Order", state.priorities.map(\.goal.name).joined(separator: ", "))]
    default: return []
    }
  }

  private var goalFacts: [(String, String)] {
    guard let goal = state.goalOnTable?.goal else { return [] }
    let metrics = goal.metrics.map {
      "\($0.name), \($0.baseline.numeral) to \($0.target.numeral) \($0.unit ?? "")"
    }
    let ask = state.plan.askOrder.prefix(8).map(state.name)
    return [
      ("Metric", metrics.joined(separator: "; ")), ("Why now", goal.rationale ?? ""),
      ("Ask", ask.joined(separator: ", then ")),
    ]
  }

  private var soloPhrase: String? {
    let phrases = Phrases(own: state.plan.phrases)
    if state.ended == nil, Countdown(state, at: now)?.phase == .overtime { return phrases.text(.timebox) }
    let first = state.plan.askOrder.first.flatMap(state.stakeholder)
    switch state.step {
    case .boundary: return phrases.text(.opening)
    case .goal: return phrases.text(.silent, goal: state.goalOnTable?.goal, person: first)
    case .priorities: return phrases.text(.displacement)
    case .features: return phrases.text(.deepDive)
    case .readBack: return phrases.text(.closing)
    case .part: return Cue(state, at: now)?.text
    default: return nil
    }
  }
}
