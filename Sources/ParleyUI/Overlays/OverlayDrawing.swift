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
      switch overlay {
      case .form(let form):
        let picture = model.state.flatMap { DisplacementPicture(form, in: $0) }
        let elsewhere = model.state.flatMap(form.tableMovedOn)
        FormDrawing(look: look, form: form, picture: picture, elsewhere: elsewhere).draw(into: &frame)
      case .menu(let menu): draw(menu, into: &frame)
      case .help(let scroll): draw(HelpPage(model, at: now), from: scroll, into: &frame)
      case .ballot(let turn): draw(turn, into: &frame)
      case .voteResult: drawVoteResult(into: &frame)
      case .prompt, .search: break
      case .report(let lines, let scroll): draw(report: lines, from: scroll, into: &frame)
      }
    }
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

  private func draw(_ menu: Menu, into frame: inout Frame) {
    let width = max(20, min(62, frame.size.columns))
    var lines: [BoxLine] = Text.wrapped(menu.prompt, toWidth: width - 4).map { BoxLine($0, look[.phrase]) } + [.empty]
    lines += menu.options.flatMap { self.lines(key: $0.key.shown, $0.label, width: width) }
    OverlayBox(title: menu.title, lines: lines, look: look, width: width).draw(into: &frame)
  }

  /// What a key does, wrapped beside it.
  private func lines(key: String, _ text: String, width: Int, isPossible: Bool = true) -> [BoxLine] {
    let words = Text.wrapped(text, toWidth: width - 18)
    let indent = String(repeating: " ", count: 14)
    return [BoxLine(key: key, words.first ?? "", look, isPossible: isPossible)]
      + words.dropFirst().map { BoxLine(indent + $0, look[isPossible ? .text : .dim]) }
  }

  private func draw(report lines: [String], from scroll: Int, into frame: inout Frame) {
    let shown = lines.dropFirst(scroll).map { line in
      let isHeading = !line.hasPrefix(" ")
      return BoxLine(Text.truncated(line, toWidth: 84, ellipsis: look.ellipsis), look[isHeading ? .heading : .text])
    }
    OverlayBox(
      title: "So far \(look.signs.separator) ↑ ↓ scroll, Esc closes", lines: shown, look: look,
      width: min(88, frame.size.columns)
    )
    .draw(into: &frame)
  }

  private func draw(_ page: HelpPage, from scroll: Int, into frame: inout Frame) {
    let width = max(20, min(96, frame.size.columns - 4))
    var lines: [BoxLine] = []
    for row in page.rows.dropFirst(min(scroll, max(0, page.rows.count - 1))) {
      switch row {
      case .heading(let text):
        if !lines.isEmpty { lines.append(.empty) }
        lines.append(BoxLine(text, look[.heading]))
      case .action(let keys, let does, let because):
        lines += self.lines(key: keys, does, width: width, isPossible: because == nil)
        let indent = String(repeating: " ", count: 14)
        let reason = because.map { Text.wrapped($0, toWidth: width - 18) } ?? []
        lines += reason.map { BoxLine(indent + $0, look[.dim]) }
      }
    }
    OverlayBox(title: "Keys · ↑ ↓ scroll, any other key closes", lines: lines, look: look, width: width).draw(
      into: &frame)
  }
}
