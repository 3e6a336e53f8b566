import ParleyCore
import ParleyTerminal

extension SessionView {
  /// What to say now, wrapped over the rows there are; an idle message line is one of them.
  func drawCue(into frame: inout Frame, in layout: ScreenLayout) {
    let isFree = notice == nil && input == nil && stage == nil && !showsTabs(in: layout)
    let height = layout.cue.height + (isFree ? layout.message.height : 0)
    let rect = Rect(x: layout.cue.x, y: layout.cue.y, width: layout.cue.width, height: height).inset(left: 1, right: 1)
    guard let (label, text) = prompt else { return }
    let lines = Text.wrapped(text, toWidth: max(1, rect.width - 5))
    for (index, line) in lines.prefix(rect.height).enumerated() {
      let isCut = index == rect.height - 1 && lines.count > rect.height
      let start = Span(Text.padded(index == 0 ? label : "", toWidth: 5), .dim)
      frame.draw([start, Span(isCut ? line + " \(look.ellipsis)" : line, .phrase)], in: rect.row(index), look: look)
    }
  }

  /// What this terminal is prompted to do: words for whoever leads, the question put to a stakeholder, nothing on a
  /// projector.
  private var prompt: (label: String, text: String)? {
    switch audience {
    case .screen: return nil
    case .stakeholder(let who): return SeatCue(state, for: who, lookingAt: shownCard).map { ("You", $0.text) }
    case .facilitator, .noteTaker:
      guard let cue = Cue(state, at: now, card: card, marked: marked) else { return nil }
      if let asked = cue.person, let marked = shownMark, asked != marked, let words = positionOfMarked {
        return ("For", "\(state.name(marked)): \(words); a key changes it")
      }
      return (cue.person == nil ? "Say" : "Ask", look.signs.quoted(cue.text))
    }
  }

  /// What the one who is marked has said already of the goal on the table.
  private var positionOfMarked: String? {
    guard let marked, let dot = state.goalOnTable?.dots[marked] else { return nil }
    return "\(dot.colour.rawValue)\(dot.about.nonEmpty.map { ", \($0)" } ?? "")"
  }

  private var shownCard: GoalID? { if case .goal(let id) = pane { id } else { nil } }

  /// The line being typed; else the notice. A refusal while typing stands just above what was typed.
  func drawMessage(into frame: inout Frame, in layout: ScreenLayout) {
    guard let input else {
      if showsTabs(in: layout) { return drawTabs(into: &frame, in: layout.message) }
      return drawNotice(into: &frame, upTo: layout.message, below: layout.header.y)
    }
    draw(input, into: &frame, in: layout.message.inset(left: 1, right: 1))
    let above = Rect(x: layout.message.x, y: layout.message.y - 1, width: layout.message.width, height: 1)
    if notice != nil { drawNotice(into: &frame, upTo: above, below: layout.header.y) }
    drawCompletions(of: input, into: &frame, above: notice == nil ? layout.message.y : above.y, in: layout)
  }

  /// As many rows as the words take, the last of them in the given row; what was told before it a row each, above.
  private func drawNotice(into frame: inout Frame, upTo row: Rect, below top: Int) {
    guard let notice, !row.isEmpty, row.y >= top else { return drawStanding(of: stage, into: &frame, in: row) }
    // News alone leaves the words to say in sight; it can be read again.
    let isNews = ([notice] + earlierNotices).allSatisfy { $0.severity == .information }
    let earlier = isNews ? [] : earlierNotices.reversed()
    var bottom = row
    for (index, told) in ([notice] + earlier).prefix(3).enumerated() where bottom.y >= top {
      bottom.y -= draw(told, rows: index == 0 ? 4 : 1, into: &frame, upTo: bottom, below: top)
    }
  }

  /// - Returns: how many rows it took.
  private func draw(_ notice: Notice, rows: Int, into frame: inout Frame, upTo row: Rect, below top: Int) -> Int {
    let sign = notice.severity.sign(look.signs) + " "
    let indent = String(repeating: " ", count: Text.displayWidth(sign))
    let width = max(1, row.width - 2 - indent.utf8.count)
    let wrapped = Text.wrapped(notice.text, toWidth: width)
    let lines = rows == 1 ? [Text.truncated(notice.text, toWidth: width, ellipsis: look.ellipsis)] : wrapped
    let count = min(lines.count, rows, row.maxY - top)
    let area = Rect(x: row.x, y: row.maxY - count, width: row.width, height: count)
    frame.fill(area, style: look[.text])
    for (index, text) in lines.prefix(count).enumerated() {
      frame.draw(
        [Span((index == 0 ? sign : indent) + text, notice.severity.role)], in: area.row(index).inset(left: 1, right: 1),
        look: look)
    }
    return count
  }

  private func draw(_ input: InputLine, into frame: inout Frame, in row: Rect) {
    let room = row.width - Text.displayWidth(input.prompt) - 1
    let (text, cursor) = input.visible(in: max(1, room))
    let spans = [Span(input.prompt, .inputPrompt), Span(text, .input), Span(input.hint, .hint)]
    frame.fill(row, style: look.covering(.input))
    frame.draw(spans, in: row, look: look)
    let x = row.x + Text.displayWidth(input.prompt) + cursor
    if row.contains(Point(x: x, y: row.y)) { frame.cursor = Point(x: x, y: row.y) }
  }

  private func drawCompletions(of input: InputLine, into frame: inout Frame, above y: Int, in layout: ScreenLayout) {
    guard !input.completions.isEmpty else { return }
    let top = layout.header.maxY
    let count = min(input.completions.count, 8, max(0, y - top - 2))
    guard count > 0 else { return }
    let width = min(layout.message.width, 72)
    let area = Rect(x: layout.message.x, y: y - count - 2, width: width, height: count + 2)
    let first = max(0, min((input.chosen ?? 0) - count + 1, input.completions.count - count))
    let inside = frame.draw(Box("", isFocused: true), in: area, look: look)
    frame.mark(area, as: ScreenTarget.option(-1))
    let column = input.completions.reduce(0) { max($0, Text.displayWidth($1.text)) }
    for (row, completion) in input.completions.dropFirst(first).prefix(count).enumerated() {
      let role: Role = input.chosen == first + row ? .completionSelected : .completion
      let text = Text.padded(completion.text, toWidth: min(column, inside.width / 2), ellipsis: look.ellipsis)
      let line = Text.padded("\(text)  \(completion.meaning)", toWidth: inside.width, ellipsis: look.ellipsis)
      frame.draw([Span(line, role)], in: inside.row(row), look: look)
      frame.mark(inside.row(row), as: ScreenTarget.option(first + row))
    }
    let hidden = Hidden(above: first, below: max(0, input.completions.count - first - count))
    frame.drawHidden(hidden, on: area, look: look)
  }

  /// Whether the message line, having nothing to say, names the views: while one is open, and where the words to say
  /// have room besides.
  private func showsTabs(in layout: ScreenLayout) -> Bool {
    guard notice == nil, input == nil, stage == nil, !tabs.isEmpty, layout.message.width >= 60 else { return false }
    return pane != .session || layout.cue.height >= 2
  }

  /// The views with their keys, the one that is shown among them.
  private func drawTabs(into frame: inout Frame, in row: Rect) {
    let row = row.inset(left: 1, right: 1).row(0)
    let shown = shownTab ?? 0
    var first = 0
    func width(_ tabs: Range<Int>) -> Int { self.tabs[tabs].reduce(0) { $0 + $1.width } }
    while first < shown, width(first..<min(shown + 2, tabs.count)) + 2 > row.width { first += 1 }
    var rest = row
    // The way back never leaves the line.
    if first > 0, let back = tabs.first {
      first = min(first + 1, shown)
      frame.draw(back, in: rest, look: look)
      rest = rest.inset(left: back.width)
      rest = rest.inset(left: frame.write("\(look.ellipsis)  ", at: rest.origin, in: rest, style: look[.dim]))
    }
    for (index, tab) in tabs.enumerated().dropFirst(first) {
      guard tab.width <= rest.width + 2 else {
        frame.write(look.ellipsis, at: rest.origin, in: rest, style: look[.dim])
        return
      }
      frame.draw(tab, in: rest, isChosen: index == shown, look: look)
      rest = rest.inset(left: tab.width)
    }
  }

  /// Keys and what they do, each in its column, as many as fit whole; the last one, which is for help, always.
  func drawKeys(into frame: inout Frame, in row: Rect) {
    let row = row.inset(left: 1, right: 1).row(0)
    guard let last = keys.last else { return }
    let end = max(0, last.column ?? min(keys.reduce(0) { $0 + $1.width } - last.width, row.width - last.width + 2))
    var x = 0
    for hint in keys.dropLast() {
      x = max(x, hint.column ?? x)
      guard x + hint.width <= end else { break }
      frame.draw(hint, in: row.inset(left: x), look: look)
      x += hint.width
    }
    frame.draw(last, in: row.inset(left: min(end, max(0, row.width - last.width + 2))), look: look)
  }
}

extension Frame {
  /// Draws a key and what it does.
  mutating func draw(_ hint: KeyHint, in row: Rect, isChosen: Bool = false, look: Look) {
    draw(hint.spans, in: row, look: look)
    mark(hint, in: row)
    if isChosen { tint(row.left(hint.width - 2), style: look[.stepCurrent]) }
  }
}

extension Frame {
  /// A key alone is clicked with its word; where several share a word, each by its own name.
  fileprivate mutating func mark(_ hint: KeyHint, in row: Rect) {
    if hint.keys.count == 1 { return mark(row.left(hint.width - 2), as: ScreenTarget.key(hint.keys[0])) }
    var rest = row
    for (name, key) in zip(hint.key.split(separator: " "), hint.keys) {
      let width = Text.displayWidth(String(name))
      mark(rest.left(width), as: ScreenTarget.key(key))
      rest = rest.inset(left: width + 1)
    }
  }
}

extension KeyHint {
  var spans: [Span] { [Span(key, .key), Span(key.isEmpty ? label : " \(label)", .keyLabel)] }

  /// With the gap after it.
  package var width: Int { spans.reduce(2) { $0 + $1.width } }
}

extension Notice.Severity {
  package var role: Role {
    switch self {
    case .information: .notice
    case .warning: .warning
    case .refusal: .refusal
    }
  }

  /// Also without colour, a refusal is not mistaken for an answer.
  package func sign(_ signs: Signs) -> String {
    switch self {
    case .information: signs.done
    case .warning: "!"
    case .refusal: signs.refused
    }
  }
}

extension InputLine {
  /// The part of the text around the cursor that fits, and the cursor's column in it.
  func visible(in width: Int) -> (text: String, cursor: Int) {
    let before = text.prefix(max(0, cursor))
    var start = before.endIndex
    var used = 0
    // Backwards from the cursor: a pasted line may be much longer than what is seen of it.
    while start > before.startIndex {
      let previous = before.index(before: start)
      let next = used + Text.displayWidth(String(before[previous]))
      guard next <= width else { break }
      (start, used) = (previous, next)
    }
    return (String(text[start...]), used)
  }
}
