import ParleyCore
import ParleyTerminal

extension SessionView {
  /// What to say now, wrapped over the rows there are; an idle message line is one of them.
  func drawCue(into frame: inout Frame, in layout: ScreenLayout) {
    let isIdle = notice == nil && input == nil && stage == nil
    let height = layout.cue.height + (isIdle ? layout.message.height : 0)
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
      return drawNotice(into: &frame, upTo: layout.message, below: layout.header.y)
    }
    draw(input, into: &frame, in: layout.message.inset(left: 1, right: 1))
    let above = Rect(x: layout.message.x, y: layout.message.y - 1, width: layout.message.width, height: 1)
    if notice != nil { drawNotice(into: &frame, upTo: above, below: layout.header.y) }
    drawCompletions(of: input, into: &frame, above: notice == nil ? layout.message.y : above.y, in: layout)
  }

  /// As many rows as the words take, the last of them in the given row.
  private func drawNotice(into frame: inout Frame, upTo row: Rect, below top: Int) {
    guard let notice, !row.isEmpty, row.y >= top else { return drawStanding(of: stage, into: &frame, in: row) }
    let sign = notice.severity.sign(look.signs) + " "
    let indent = String(repeating: " ", count: Text.displayWidth(sign))
    let width = row.width - 2 - indent.utf8.count
    let lines = Text.wrapped(notice.text, toWidth: max(1, width)).prefix(min(4, row.maxY - top))
    let area = Rect(x: row.x, y: row.maxY - lines.count, width: row.width, height: lines.count)
    frame.fill(area, style: look[.text])
    for (index, text) in lines.enumerated() {
      frame.draw(
        [Span((index == 0 ? sign : indent) + text, notice.severity.role)], in: area.row(index).inset(left: 1, right: 1),
        look: look)
    }
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
    let column = input.completions.reduce(0) { max($0, Text.displayWidth($1.text)) }
    for (row, completion) in input.completions.dropFirst(first).prefix(count).enumerated() {
      let role: Role = input.chosen == first + row ? .completionSelected : .completion
      let text = Text.padded(completion.text, toWidth: min(column, inside.width / 2), ellipsis: look.ellipsis)
      let line = Text.padded("\(text)  \(completion.meaning)", toWidth: inside.width, ellipsis: look.ellipsis)
      frame.draw([Span(line, role)], in: inside.row(row), look: look)
    }
    let hidden = Hidden(above: first, below: max(0, input.completions.count - first - count))
    frame.drawHidden(hidden, on: area, look: look)
  }

  /// Keys and what they do, as many as fit whole; the last one, which is for help, always.
  func drawKeys(into frame: inout Frame, in row: Rect) {
    let row = row.inset(left: 1, right: 1).row(0)
    let widths = keys.map(\.width)
    let fitsAll = widths.reduce(-2, +) <= row.width
    var rest = fitsAll ? row : row.inset(right: widths.last.map { $0 - 2 } ?? 0)
    for (hint, width) in zip(keys, widths).prefix(fitsAll ? keys.count : max(0, keys.count - 1)) {
      guard width - (fitsAll ? 2 : 0) <= rest.width else { break }
      frame.draw(hint.spans, in: rest, look: look)
      rest = rest.inset(left: width)
    }
    guard !fitsAll, let last = keys.last, let width = widths.last else { return }
    let place = Rect(x: rest.x, y: row.y, width: width - 2, height: 1)
    frame.draw(last.spans, in: place.intersection(row), look: look)
  }
}

extension KeyHint {
  var spans: [Span] { [Span(key, .key), Span(" \(label)", .keyLabel)] }

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
