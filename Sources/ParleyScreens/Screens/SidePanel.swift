import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The column on the right: countdown, whom to ask, parking lot.
  func drawSide(into frame: inout Frame, in rect: Rect) {
    guard rect.width > 8, rect.height > 4 else { return }
    let asked = asking
    let countdown = Countdown(foremostIn: state, at: now)
    let isPressing = countdown.map { $0.phase != .calm } ?? false
    // Calm time is small, so that the largest thing is the goal; it grows when it matters.
    let clockHeight = !isPressing ? 4 : rect.height >= 26 ? 10 : 6
    let askHeight = min(asked?.room ?? 0, max(2, (rect.height - clockHeight - 4) / 2)) + (asked == nil ? 0 : 1)
    let open = state.parkingLot.filter(\.isOpen)
    let written = rect.height >= 34 ? writtenDown(width: rect.width - 4) : []
    let parked = written.isEmpty ? rect.height : parkedHeight(open, width: rect.width - 4)
    let free = rect.height - clockHeight - askHeight - parked - 1
    let parts = rect.rows([
      .cells(clockHeight), .cells(askHeight), .share(1), .cells(min(written.count + 2, free) > 3 ? free : 0),
    ])
    let title = state.openConflict == nil ? state.titles(of: state.step).short : "Conflict"
    let box = Box(title, trailing: countdown?.plannedText ?? "")
    frame.draw(box, in: rect, look: look)
    let clock = inner(parts[0].inset(top: 1), of: rect)
    if isPressing, let countdown {
      drawPressing(countdown, into: &frame, in: clock)
    } else {
      drawCalm(countdown, into: &frame, in: clock)
    }
    if let asked { drawAsked(asked, into: &frame, in: parts[1], of: rect) }
    divide(&frame, rect, at: parts[2].y, "Parking lot", open.isEmpty ? "" : "\(open.count)")
    let isLast = parts[3].height == 0
    drawParked(open, into: &frame, in: inner(parts[2].inset(top: 1, bottom: isLast ? 1 : 0), of: rect))
    guard !isLast else { return }
    divide(&frame, rect, at: parts[3].y, "Written down", "")
    let room = inner(parts[3].inset(top: 1, bottom: 1), of: rect)
    // What was written last stays in sight.
    frame.draw(LineList(written, isFromEnd: true), in: room, look: look)
  }

  private func parkedHeight(_ items: [ParkedItem], width: Int) -> Int {
    1 + max(1, items.reduce(0) { $0 + sideLines($1, width: width).count })
  }

  /// What was decided, is to be done, and was noted for the record.
  private func writtenDown(width: Int) -> [Line] {
    let decisions = state.decisions.flatMap { decision in
      Line.paragraph(decision.what, label: "\(decision.id)", labelRole: .metric, indent: 4, width: width)
    }
    let followUps = state.followUps.flatMap { followUp in
      Line.paragraph(
        "\(followUp.text) (\(state.name(followUp.owner)), by \(followUp.due))", label: look.signs.arrow, indent: 4,
        width: width)
    }
    let notes = state.notes.flatMap { note in
      Line.paragraph(note.text, label: note.at.clock, indent: 6, width: width)
    }
    return decisions + followUps + notes
  }

  private func drawAsked(_ asked: Asking, into frame: inout Frame, in part: Rect, of rect: Rect) {
    divide(&frame, rect, at: part.y, asked.title, asked.count)
    let room = inner(part.inset(top: 1), of: rect)
    let hidden = asked.lines.count - room.height
    guard hidden > 0, room.height > 1 else {
      _ = frame.draw(LineList(asked.lines), in: room, look: look)
      return
    }
    let lines = asked.lines.prefix(room.height - 1) + [Line("\(look.signs.down) \(hidden + 1) more", .dim)]
    frame.draw(LineList(Array(lines)), in: room, look: look)
  }

  private func inner(_ part: Rect, of rect: Rect) -> Rect {
    part.intersection(rect.inset(left: 2, top: 1, right: 2, bottom: 1))
  }

  private func divide(_ frame: inout Frame, _ rect: Rect, at y: Int, _ title: String, _ trailing: String) {
    guard y < rect.maxY - 1 else { return }
    frame.divider(
      rect, y: y, title: title, trailing: trailing, glyphs: look.glyphs, style: look[.border],
      titleStyle: look[.heading])
  }

  /// `5:41 left`, and a bar below it; where nothing is timed, the time of day.
  private func drawCalm(_ countdown: Countdown?, into frame: inout Frame, in rect: Rect) {
    guard let countdown else {
      let words = state.ended == nil ? "starts with the first step" : "closed"
      let clock = Span(" \((state.ended ?? now).clock) ", .countdownPaused)
      frame.draw([clock], in: rect.row(0), look: look)
      return frame.draw([Span(" \(words)", .dim)], in: rect.row(1), look: look)
    }
    let words = look.signs.joined([countdown.words, stepBesideConflict])
    frame.draw([Span(" \(countdown.text) ", countdown.role), Span(" \(words)", .dim)], in: rect.row(0), look: look)
    frame.drawBar(countdown, in: rect.row(1), look: look)
  }

  /// A field of the colour of what presses, with the time on a plate in it: seen across a room.
  private func drawPressing(_ countdown: Countdown, into frame: inout Frame, in rect: Rect) {
    let parts = rect.rows([.share(1), .cells(1), .cells(1)])
    frame.drawPlate(" \(countdown.text) ", on: countdown.role, in: parts[0], look: look)
    frame.drawBar(countdown, in: parts[1], look: look)
    let role: Role = countdown.phase == .overtime ? .overfull : .warning
    let words = look.signs.joined([countdown.words, stepBesideConflict])
    frame.draw(centred(words, role, in: parts[2]), in: parts[2], look: look)
  }

  func centred(_ text: String, _ role: Role, in rect: Rect) -> Line {
    Line(Text.padded(text, toWidth: rect.width, alignment: .centre, ellipsis: look.ellipsis), role)
  }

  private func drawParked(_ items: [ParkedItem], into frame: inout Frame, in rect: Rect) {
    guard !items.isEmpty else { return frame.draw(Line("Nothing parked", .dim), in: rect, look: look) }
    let whole = items.map { sideLines($0, width: rect.width) }
    if whole.reduce(0, { $0 + $1.count }) <= rect.height {
      _ = frame.draw(LineList(whole.flatMap(\.self)), in: rect, look: look)
      return
    }
    let hidden = max(0, items.count - rect.height)
    let shown = hidden > 0 ? items.suffix(max(0, rect.height - 1)) : items[...]
    var lines = shown.map(sideLine)
    if hidden > 0 { lines.insert(Line("\(look.signs.up) \(hidden + 1) more", .dim), at: 0) }
    frame.draw(LineList(lines), in: rect, look: look)
  }

  /// All its words, over as many lines as they take.
  private func sideLines(_ item: ParkedItem, width: Int) -> [Line] {
    let line = sideLine(item)
    let label = Text.displayWidth(line.spans[0].text)
    let trailing = line.trailing.reduce(1) { $0 + $1.width }
    var lines = Line.paragraph(
      item.text, label: line.spans[0].text, indent: label, width: max(label + 8, width - trailing))
    lines[0].trailing = line.trailing
    return lines
  }

  private func sideLine(_ item: ParkedItem) -> Line {
    let goal = item.goal.flatMap { state.isShown($0) ? state.number(of: $0) : nil }
    let by = item.by.map { " \(initials[$0])" } ?? "   "
    return Line(
      [Span("\(item.id) ", .dim), Span(item.text)],
      trailing: [Span(by, .dim), Span(goal.map { " \(look.signs.arrow)\($0)" } ?? "", .dim)])
  }
}

extension SessionView {
  struct Asking {
    var title: String
    var count: String
    var lines: [Line]
    /// The lines it has at most during the step: the box keeps its height.
    var room: Int
  }

  /// Whom the step waits for; where nobody is asked, who has not been heard. Nil before and after the session, and where
  /// there is only one to hear.
  var asking: Asking? {
    guard state.step != .lobby, state.step != .closed, state.kind != .oneOnOne else { return nil }
    if let conflict = state.openConflict, !state.voteIsOpen { return speakers(in: conflict) }
    let present = state.plan.askOrder.filter(state.isPresent)
    let room = max(1, present.count)
    guard let ask = AskNext(state) else {
      let quiet = present.filter { !state.heard.contains($0) }
      let lines = quiet.isEmpty ? [Line("Everyone was heard", .dim)] : quiet.map { person($0, .text) }
      let heard = "\(present.count - quiet.count) of \(present.count)"
      return Asking(title: "Not heard yet", count: heard, lines: lines, room: room)
    }
    let next = marked.flatMap { ask.waiting.contains($0) ? $0 : nil } ?? ask.waiting.first
    let lines = ask.waiting.map { who in
      let hasSpoken = ask.matter == .dots && state.heard.contains(who)
      return person(who, who == next ? .person : .text, hasSpoken ? "heard" : nil)
    }
    return Asking(
      // How many were heard of the goal stands over the people themselves.
      title: ask.title, count: ask.matter == .dots ? "" : "\(ask.answered) of \(ask.answered + ask.waiting.count)",
      lines: lines.isEmpty ? [Line("\(look.signs.done) Everyone has answered", .settled)] : lines, room: room)
  }

  private func person(_ who: StakeholderID, _ role: Role, _ word: String? = nil) -> Line {
    Line(
      [Span(state.name(who), role)], trailing: [Span(word ?? state.stakeholder(who)?.role ?? "", .dim)],
      row: .person(who), isTrailingMinor: true)
  }
}

extension AskNext {
  package var title: String {
    switch matter {
    case .dots: "Ask next"
    case .ballots: "Still to vote"
    case .acknowledgements: "Still to acknowledge"
    case .positions: "Still to speak"
    case .consents: "Ask for consent"
    case .reasons: "Still to read out"
    }
  }
}
