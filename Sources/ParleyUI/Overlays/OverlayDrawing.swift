import ParleyCore
import ParleyScreens
import ParleyTerminal

/// Draws what lies over the session: a form, a question, the help.
struct OverlayDrawing {
  let look: Look
  let model: TerminalModel
  let now: Instant

  func draw(into frame: inout Frame) {
    for overlay in model.overlays {
      // The session's screen draws the line that is typed, and puts the cursor there.
      if overlay.isTypedBelow { continue }
      frame.cursor = nil
      frame.coverMarks()
      switch overlay {
      case .form(let form):
        let picture = model.state.flatMap { DisplacementPicture(form, in: $0) }
        let elsewhere = model.state.flatMap(form.tableMovedOn)
        FormDrawing(look: look, form: form, picture: picture, elsewhere: elsewhere, now: now, foot: footOfSpeech(frame))
          .draw(into: &frame)
      case .menu(let menu): draw(menu, into: &frame)
      case .help(let list): HelpDrawing(look: look, list: list).draw(into: &frame)
      case .spread(let card): draw(card, into: &frame)
      case .ballot(let turn): draw(turn, into: &frame)
      case .voteResult: drawVoteResult(into: &frame)
      case .prompt, .search: break
      case .report(let page, let scroll): draw(page, from: scroll, into: &frame)
      }
    }
  }

  /// The rows from what simulated people say down: a form asks for those words, and must not lie over them.
  private func footOfSpeech(_ frame: Frame) -> Int {
    guard model.performance != nil, !model.isZoomed else { return 0 }
    let speech = ScreenLayout(frame.bounds, hasSpeech: true).speech
    return speech.isEmpty ? 0 : frame.bounds.maxY - speech.y
  }

  private func draw(_ turn: BallotTurn, into frame: inout Frame) {
    guard let state = model.state else { return }
    BallotDrawing(
      look: look, turn: turn, state: state, waiting: model.stillToVote,
      outlivesHost: model.welcome?.keepsBallots ?? false, notice: model.shownNotice(at: now)
    ).draw(into: &frame)
  }

  private func drawVoteResult(into frame: inout Frame) {
    guard let view = model.view(at: now, look: look) else { return }
    let rect = ScreenLayout(frame.bounds, isBare: model.speaker == .screen).main
    frame.draw(view.voteContent(rect.inset(left: 2, top: 1, right: 2, bottom: 1).size), in: rect, look: look)
    let hint = " Enter goes on "
    guard model.speaker != .screen, rect.width > hint.count + 6, rect.height > 2 else { return }
    frame.write(hint, at: Point(x: rect.x + 2, y: rect.maxY - 1), in: rect, style: look[.hint])
  }

  private func draw(_ card: SpreadCard, into frame: inout Frame) {
    guard let state = model.state else { return }
    let width = max(20, min(62, frame.size.columns))
    let lines = card.lines(in: state, at: now, look: look, width: width - 4)
    OverlayBox(title: "Spread what is left?", lines: lines, look: look, width: width).draw(into: &frame)
  }

  private func draw(_ menu: Menu, into frame: inout Frame) {
    let width = max(20, min(62, frame.size.columns))
    var lines: [BoxLine] = Text.wrapped(menu.prompt, toWidth: width - 4).map { BoxLine($0, look[.phrase]) } + [.empty]
    var focus = 0
    for (index, option) in menu.options.enumerated() {
      if menu.marked == index { focus = lines.count }
      lines += self.lines(key: option.key.shown, option.label, width: width, isMarked: menu.marked == index)
        .map { $0.clicked(as: .option(index)) }
    }
    let box = OverlayBox(title: menu.title, lines: lines, look: look, width: width, focus: focus)
    box.draw(into: &frame)
  }

  /// What a key does, wrapped beside it.
  private func lines(key: String, _ text: String, width: Int, isMarked: Bool) -> [BoxLine] {
    let words = Text.wrapped(text, toWidth: width - 18)
    let style = look[isMarked ? .completionSelected : .text]
    return words.enumerated().map { index, line in
      let start = Text.padded(index == 0 ? key : "", toWidth: 14, ellipsis: look.ellipsis)
      return BoxLine(pieces: [(start, look[.key]), (line, style)])
    }
  }

  private func draw(_ page: ReportPage, from scroll: Int, into frame: inout Frame) {
    let shown = page.lines.dropFirst(scroll).map { line in
      let isHeading = !line.hasPrefix(" ")
      return BoxLine(Text.truncated(line, toWidth: 84, ellipsis: look.ellipsis), look[isHeading ? .heading : .text])
    }
    let keys = page.steps.isEmpty ? "↑ ↓ scroll, Esc closes" : "↑ ↓ scroll, Tab next step, r again, Esc closes"
    let below = page.lines.count - scroll - (frame.size.rows - 2)
    let more = below > 0 ? "\(look.signs.down) \(below) more" : nil
    OverlayBox(
      title: look.signs.joined([page.title.isEmpty ? nil : page.title, keys, more]), lines: shown, look: look,
      width: min(88, frame.size.columns)
    )
    .draw(into: &frame)
  }
}
