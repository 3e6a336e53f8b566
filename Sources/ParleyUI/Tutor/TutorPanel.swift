import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What the tutor says, below the session: the lesson, what happens in it, the keys that come next.
struct TutorPanel {
  let look: Look
  let title: String
  let scene: String
  let keys: [Piece]
  /// What was done instead, or where the session stands besides the lesson.
  let aside: String?

  /// A key with what it does, as it stands in the line of keys.
  struct Piece: Hashable {
    enum State { case pressed, next, ahead }
    var name: String
    var label: String
    var state: State
    var isWords: Bool
  }

  /// The rows that it takes of a screen: always as many, so that nothing jumps.
  static func rows(of size: Size) -> Int {
    size.rows < 14 ? 0 : size.rows < 22 ? 3 : size.rows >= 40 ? 8 : 6
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    guard rect.height > 1, rect.width > 8 else { return }
    frame.fill(rect, style: look[.text])
    let trailing = rect.width < 66 ? "not kept" : "nothing of this is kept"
    frame.draw(Line.rule(title, trailing: trailing), in: rect.row(0), look: look)
    let inside = rect.inset(left: 1, top: 1, right: 1)
    frame.draw(LineList(lines(inside.size)), in: inside, look: look)
  }

  /// Where not all of it has room, what was done instead goes before the scene, and the keys before both.
  func lines(_ size: Size) -> [Line] {
    let keys = keyLines(size.columns)
    let aside = aside.map { Text.wrapped($0, toWidth: size.columns).map { Line($0, .warning) } } ?? []
    let scene = Text.wrapped(scene, toWidth: size.columns).map { Line($0, .phrase) }
    let room = size.rows - keys.count
    let free = room - scene.count - aside.count
    if free >= 0 { return scene + (free > 0 ? [.blank] : []) + keys + aside }
    let told = aside.isEmpty ? scene : aside
    return Array(told.prefix(max(0, room))) + keys
  }

  private func keyLines(_ width: Int) -> [Line] {
    var lines = [[Span("\(look.signs.current) ", .key)]]
    var isFirst = true
    for piece in keys {
      let spans = spans(of: piece)
      let used = (lines[lines.count - 1] + spans).reduce(0) { $0 + $1.width } + 3
      if isFirst {
        lines[0] += spans
      } else if used <= width {
        lines[lines.count - 1] += [Span("   ")] + spans
      } else {
        lines.append([Span("  ")] + spans)
      }
      isFirst = false
    }
    return lines.map { Line($0) }
  }

  private func spans(of piece: Piece) -> [Span] {
    let label = piece.label.isEmpty || piece.isWords ? "" : " \(piece.label)"
    let role: Role =
      switch piece.state {
      case .pressed: .dim
      case .next: .selection
      case .ahead: piece.isWords ? .phrase : .key
      }
    return [Span(piece.name, role), Span(label, piece.state == .pressed ? .dim : .keyLabel)]
  }
}

extension TerminalModel {
  /// The rows that are left for the session.
  func sessionSize(in size: Size) -> Size {
    tutor == nil ? size : Size(columns: size.columns, rows: size.rows - TutorPanel.rows(of: size))
  }

  func tutorPanel(_ look: Look) -> TutorPanel? {
    guard let tutor, let state else { return nil }
    let lesson = tutor.lesson(in: state)
    let number = tutor.number(in: state)
    return TutorPanel(
      look: look, title: "\(number + 1) of \(TutorLesson.all.count) \(look.signs.separator) \(lesson.title)",
      scene: lesson.scene, keys: pieces(tutor, state, look), aside: tutor.aside ?? elsewhere)
  }

  /// A view that has not the keys of the lesson.
  private var elsewhere: String? {
    guard pane != .session, overlays.isEmpty else { return nil }
    return "You are looking at another view; \(key(of: .dismiss)) goes back to the session."
  }

  private func pieces(_ tutor: Tutor, _ state: State, _ look: Look) -> [TutorPanel.Piece] {
    let keys = tutor.keys(in: state)
    let closing =
      overlays.isEmpty || !tutor.isElsewhere(in: state)
      ? [] : [TutorPanel.Piece(name: self.key(of: .dismiss), label: "close this first", state: .next, isWords: false)]
    let pressed = overlays.isEmpty ? 0 : tutor.pressed
    return closing
      + keys.enumerated().map { index, key in
        let isNext = index == pressed && closing.isEmpty
        let status: TutorPanel.Piece.State = index < pressed ? .pressed : isNext ? .next : .ahead
        // A key that is pressed several times says once what it does.
        let isRepeated = keys.indices.contains(index + 1) && keys[index + 1] == key
        let name: String
        var isWords = false
        switch key.press {
        case .action(let id): name = self.key(of: id)
        case .key(let key): name = key.shown
        case .words: (name, isWords) = (look.signs.quoted(key.label), true)
        }
        return TutorPanel.Piece(name: name, label: isRepeated ? "" : key.label, state: status, isWords: isWords)
      }
  }
}
