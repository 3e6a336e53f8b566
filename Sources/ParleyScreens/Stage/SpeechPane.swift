import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Where the parts of this screen are: with room for what is said, where people are simulated.
  func layout(_ rect: Rect) -> ScreenLayout {
    let isOnePage = pane == .session && state.step == .closed
    let layout = ScreenLayout(rect, isBare: isBare, hasSpeech: stage?.said != nil, isOnePage: isOnePage)
    return isZoomed && !layout.isTiny ? layout.zoomed(in: rect) : layout
  }

  /// What was said, the last of it first: it stands out until it is written down.
  func drawSpeech(into frame: inout Frame, in rect: Rect) {
    guard let stage, let said = stage.said, rect.height > 2 else { return }
    let open = stage.open
    let waiting = open == 0 ? nil : "\(open) to write down\(stage.listKey.isEmpty ? "" : ", \(stage.listKey) lists")"
    let box = Box("Said", trailing: look.signs.joined([waiting, stage.standing]), isFocused: open > 0)
    let inside = frame.draw(box, in: rect, look: look)
    let told = speech(said, in: inside.size)
    // The words come before the keys for them, which the list has too.
    let bare = said.map { utterance in
      var utterance = utterance
      utterance.hint = ""
      return utterance
    }
    let plain = told.cut == 0 ? told : speech(bare, in: inside.size)
    let lines = plain.cut < told.cut ? plain.lines : told.lines
    frame.draw(
      LineList(said.isEmpty ? [Line("Nobody has said anything yet", .dim)] : lines), in: inside, look: look)
  }

  /// The lines, and how many of those to be read do not stand there whole.
  private func speech(_ said: [StageView.Said], in size: Size) -> (lines: [Line], cut: Int) {
    var (lines, cut): ([Line], Int) = ([], 0)
    for (index, utterance) in said.enumerated() {
      let isToBeRead = index == 0 || utterance.status == .open
      let room = size.rows - lines.count
      let whole = self.lines(of: utterance, isNewest: index == 0, atMost: isToBeRead ? 9 : 1, width: size.columns)
      if isToBeRead, whole.count > room { cut += 1 }
      guard room > 0 else { continue }
      lines +=
        whole.count <= room
        ? whole : self.lines(of: utterance, isNewest: index == 0, atMost: room, width: size.columns)
    }
    return (lines, cut)
  }

  private func lines(of said: StageView.Said, isNewest: Bool, atMost most: Int, width: Int) -> [Line] {
    let isLoud = said.status == .open || (isNewest && said.status == .plain)
    let start = [
      Span(Text.padded(sign(said.status), toWidth: 2), role(said.status)),
      Span(Text.padded(said.ago, toWidth: 6), isLoud && isNewest ? .warning : .dim),
      Span(Text.padded(said.who, toWidth: 15, ellipsis: look.ellipsis) + " ", isLoud ? .person : .dim),
    ]
    let indent = start.reduce(0) { $0 + $1.width }
    let hint = said.hint.isEmpty ? [] : [Span(" \(said.hint)", .hint)]
    let room = max(8, width - indent - (hint.first.map { $0.width + 1 } ?? 0))
    let words = look.signs.quoted(said.text)
    let wrapped = Text.wrapped(words, toWidth: room)
    let textRole: Role = isLoud ? .phrase : .dim
    guard wrapped.count > 1, most > 1 else {
      let text = Text.truncated(words, toWidth: room, ellipsis: look.ellipsis)
      return [Line(start + [Span(text, textRole)], trailing: hint)]
    }
    if wrapped.count > min(2, most) { return whole(words, after: start, hint, textRole, atMost: most, width: width) }
    let shown = wrapped.prefix(most)
    return shown.enumerated().map { index, text in
      let isCut = index == most - 1 && wrapped.count > most
      let span = Span(isCut ? Text.truncated(text + "   ", toWidth: room, ellipsis: look.ellipsis) : text, textRole)
      return index == 0
        ? Line(start + [span], trailing: hint) : Line([Span(String(repeating: " ", count: indent)), span])
    }
  }

  /// A long sentence, whole where it can be: beside its speaker, and from there over the whole width.
  private func whole(
    _ words: String, after start: [Span], _ hint: [Span], _ role: Role, atMost most: Int, width: Int
  ) -> [Line] {
    let indent = start.reduce(0) { $0 + $1.width }
    let first = Text.wrapped(words, toWidth: max(8, width - indent))[0]
    let rest = words.dropFirst(first.count).drop { $0 == " " }
    let under = Text.wrapped(String(rest), toWidth: max(8, width - 2))
    let isCut = under.count > most - 1
    var lines = [Line(start + [Span(first, role)])]
    for (index, text) in under.prefix(max(0, most - 1)).enumerated() {
      let isLast = isCut && index == most - 2
      let shown = isLast ? Text.truncated(text + "   ", toWidth: width - 2, ellipsis: look.ellipsis) : text
      lines.append(Line([Span("  "), Span(shown, role)]))
    }
    guard !hint.isEmpty else { return lines }
    let last = lines.count - 1
    let hasRoom = lines[last].spans.reduce(0) { $0 + $1.width } + (hint.first?.width ?? 0) + 1 < width
    if hasRoom {
      lines[last].trailing = hint
    } else if !isCut, lines.count < most {
      lines.append(Line([], trailing: hint))
    }
    return lines
  }

  private func sign(_ status: StageView.Said.Status) -> String {
    switch status {
    case .open: look.signs.current
    case .captured: look.signs.done
    case .wrong: "!"
    case .missed: look.signs.refused
    case .plain: ""
    }
  }

  private func role(_ status: StageView.Said.Status) -> Role {
    switch status {
    case .open, .wrong: .warning
    case .captured: .settled
    case .missed: .refusal
    case .plain: .dim
    }
  }
}

extension StageView.Said {
  /// `0:42`: how long ago it was said.
  var ago: String { age < 3600 ? "\(age / 60):\(age % 60 < 10 ? "0" : "")\(age % 60)" : "\(age / 3600) h" }
}
