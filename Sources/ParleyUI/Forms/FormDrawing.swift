import ParleyCore
import ParleyScreens
import ParleyTerminal

/// Draws a form: a line for each field, the list of the one that has the keys, and a refusal right beneath it.
struct FormDrawing {
  let look: Look
  let form: Form
  /// What is displaced, where the form is about that.
  let picture: DisplacementPicture?
  /// What to say where the table has moved on from what the form is about.
  let elsewhere: String?
  /// From when `+7d` counts.
  let now: Instant
  /// Rows at the foot of the screen that stay in sight: what is asked for is said there.
  var foot = 0

  func draw(into frame: inout Frame) {
    let width = max(24, min(78, frame.size.columns - 2))
    var (lines, focus) = lines(width: width - 4)
    let prompt = prompt(width: width - 4)
    // While something is chosen to move out, the picture of it goes before what to say.
    if !isChoosingWayOut || lines.count + prompt.count + 2 <= frame.size.rows {
      lines = prompt + lines
      focus += prompt.count
    }
    var box = OverlayBox(title: form.title, lines: lines, look: look, width: width, focus: focus)
    box.foot = foot
    box.draw(into: &frame)
  }

  private func prompt(width: Int) -> [BoxLine] {
    let moved = elsewhere.map { Text.wrapped($0, toWidth: width).map { BoxLine($0, look[.warning]) } } ?? []
    let asked = form.prompt.map { Text.wrapped($0, toWidth: width).map { BoxLine($0, look[.phrase]) } } ?? []
    return moved.isEmpty && asked.isEmpty ? [] : moved + asked + [.empty]
  }

  private func lines(width: Int) -> (lines: [BoxLine], focus: Int) {
    var lines = picture?.lines(width: width, look: look) ?? []
    let labels = min(22, (form.fields.map { Text.displayWidth($0.label) }.max() ?? 0) + 3)
    var focus = lines.count
    for (index, field) in form.fields.enumerated() where index == form.focus || !isChoosingWayOut {
      if index == form.focus { focus = lines.count }
      lines += drawn(field, hasFocus: index == form.focus, labels: labels, width: width).map { line in
        line.target == nil ? line.clicked(as: .field(index)) : line
      }
      if index == form.focus {
        lines += refusalLines(width: width)
        focus = lines.count - 1
      }
    }
    if form.fields.isEmpty { lines += refusalLines(width: width) }
    let ending = form.isSending ? "sending" : ending
    return (lines + [.empty] + Text.wrapped(ending, toWidth: width).map { BoxLine($0, look[.hint]) }, focus)
  }

  private var ending: String {
    guard form.fields.indices.contains(form.focus), case .choice(let list) = form.fields[form.focus].content else {
      guard form.hidesWords else { return "Enter sends · Tab next · Esc closes, words are kept" }
      return "Enter sends · \(Form.showingKey.shown) \(form.showsHidden ? "hides" : "shows") the words · Esc closes"
    }
    if list.search != nil { return "Enter chooses · ↑ ↓ next · Esc ends the search" }
    if list.takesSeveral { return "Enter sends · \(list.several) · Tab next · Esc closes" }
    if form.isAsking { return "a key chooses and sends · ↑ ↓ then Enter · Tab next · Esc closes" }
    return list.options.count > 9
      ? "Enter sends · / searches · Tab next · Esc closes" : "Enter sends · ↑ ↓ choose · Tab next · Esc closes"
  }

  /// While something is chosen to move out, the picture of it has the room of the other fields.
  private var isChoosingWayOut: Bool {
    picture != nil && form.fields.indices.contains(form.focus) && form.fields[form.focus].name == "displacing"
  }

  private func refusalLines(width: Int) -> [BoxLine] {
    guard let refusal = form.refusal else { return [] }
    return Text.wrapped(refusal, toWidth: width).map { BoxLine($0, look[.refusal]) }
  }

  private func drawn(_ field: FormField, hasFocus: Bool, labels: Int, width: Int) -> [BoxLine] {
    let mark = field.isRequired && field.value == nil ? "*" : " "
    let label = Text.padded(field.label + mark, toWidth: labels - 1, ellipsis: look.ellipsis) + " "
    let start = (text: label, style: look[hasFocus ? .heading : .dim])
    let room = max(4, width - labels)
    switch field.content {
    case .text(let editor):
      var lines = drawn(shown(editor), of: field, hasFocus: hasFocus, start: start, room: room)
      if let day = day(meantBy: field), lines.count == 1, lines[0].pieces.count == 2 {
        lines[0].pieces[1].text = Text.truncated(editor.text + " ", toWidth: room, ellipsis: look.ellipsis)
        lines[0].pieces.append((day, look[.hint]))
      }
      return lines
    case .choice(let list):
      let chosen = list.chosen.map { list.options[$0].label }.joined(separator: ", ")
      let labels = form.isMasked && !chosen.isEmpty ? String(repeating: mask, count: 5) : chosen
      let shown = labels.isEmpty && list.takesSeveral ? list.several : labels
      let text = Text.truncated(shown, toWidth: room, ellipsis: look.ellipsis)
      let value = (text: text, style: look[labels.isEmpty ? .hint : .field])
      return [BoxLine(pieces: [start, value])] + (hasFocus ? options(of: list, indent: 2, width: width) : [])
    }
  }

  /// The words of a field, over as many lines as they take, as far as the rest stays in sight.
  private func drawn(
    _ editor: LineEditor, of field: FormField, hasFocus: Bool, start: (text: String, style: Style), room: Int
  ) -> [BoxLine] {
    let wrapped = editor.wrapped(columns: room)
    let most = hasFocus ? 6 : 3
    let first = max(0, min(hasFocus ? wrapped.cursor.y - most + 1 : 0, wrapped.lines.count - most))
    let indent = (text: String(repeating: " ", count: Text.displayWidth(start.text)), style: look[.text])
    let style = look[hasFocus ? .fieldFocus : editor.isEmpty ? .hint : .field]
    return wrapped.lines.indices.dropFirst(first).prefix(most).map { index in
      let isCut = index == first + most - 1 && index < wrapped.lines.count - 1 && !hasFocus
      let words = editor.isEmpty && !hasFocus ? field.hint : wrapped.lines[index] + (isCut ? " \(look.ellipsis)" : "")
      let value = (text: Text.padded(words, toWidth: room, ellipsis: look.ellipsis), style: style)
      let cursor = hasFocus && index == wrapped.cursor.y ? Text.displayWidth(start.text) + wrapped.cursor.x : nil
      return BoxLine(pieces: [index == first ? start : indent, value], cursor: cursor)
    }
  }

  /// The day that so many days from now are, said before the form is sent.
  private func day(meantBy field: FormField) -> String? {
    guard field.kind == .date, let text = field.value, case .days? = Due(text) else { return nil }
    return Due(text).map { "is \($0.date(at: now))" }
  }

  private var mask: Character { look.signs.silent.first ?? "*" }

  /// What may be seen of a text.
  private func shown(_ editor: LineEditor) -> LineEditor {
    form.isMasked ? editor.masked(by: mask) : editor
  }

  /// The options of the list that has the keys, as many at a time as leave the rest in sight.
  private func options(of list: ChoiceList, indent: Int, width: Int) -> [BoxLine] {
    let visible = list.visible
    let current = visible.firstIndex(of: list.pointer) ?? 0
    let room = isChoosingWayOut ? 6 : 9
    let first = max(0, min(current - room / 2, visible.count - room))
    var lines = visible.dropFirst(first).prefix(room).map { index in
      let option = list.options[index]
      let isChosen = !form.isMasked && list.chosen.contains(index)
      let isPointed = list.takesSeveral || list.search != nil ? index == list.pointer : isChosen
      let key = option.key.map { String($0) == option.label ? "  " : "\($0) " } ?? "  "
      let sign = list.takesSeveral ? isChosen ? "\(look.signs.done) " : "  " : ""
      let text = Text.truncated(sign + option.label, toWidth: max(1, width - indent - 2), ellipsis: look.ellipsis)
      return BoxLine(
        pieces: [
          (String(repeating: " ", count: indent), .plain), (key, look[.key]),
          (text, look[isPointed ? .completionSelected : .completion]),
        ], target: .choice(index))
    }
    if let search = list.search {
      let found = visible.isEmpty ? "  nothing is called so" : ""
      lines.append(BoxLine("  / \(search)\(found)", look[.hint]))
    }
    if list.options.isEmpty { lines.append(BoxLine("  nothing to choose from", look[.hint])) }
    return lines
  }
}

extension ChoiceList {
  /// What to say of a list that takes more than one.
  fileprivate var several: String {
    wanted.map { "choose \($0), by key or Space" } ?? "as many as you like, by key or Space"
  }
}
