import ParleyScreens
import ParleyTerminal

/// Draws the help: what is searched for, then the entries, in two columns where they fit.
struct HelpDrawing {
  let look: Look
  let list: HelpList

  private struct HelpLine {
    var pieces: [(text: String, style: Style)]
    /// Which entry it is of.
    var entry: Int?
  }

  func draw(into frame: inout Frame) {
    let bounds = frame.bounds
    let isWide = bounds.width >= 118
    let width = isWide ? min(bounds.width - 2, 160) : min(bounds.width, 96)
    let across = bounds.centred(Size(columns: width, rows: bounds.height))
    let rect = Rect(x: across.x, y: min(1, bounds.height), width: across.width, height: bounds.height - 2)
    guard rect.width >= 20, rect.height >= 4 else { return }
    frame.fill(rect, style: look[.text])
    frame.border(rect, title: "Help", glyphs: look.glyphs, style: look[.borderFocus], titleStyle: look[.heading])
    let inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    drawSearch(in: inside.row(0), into: &frame)
    let area = inside.inset(top: 1)
    let whole = lines(width: area.width)
    // What fits one column has the whole width.
    let columns = area.columns(isWide && whole.count > area.height ? [.share(1), .share(1)] : [.share(1)], gap: 3)
    draw(columns.count == 1 ? whole : lines(width: columns[0].width), in: columns, into: &frame)
    let hint =
      " Enter does it \(look.signs.separator) \(Key.up.shown) \(Key.down.shown) \(look.signs.separator) Esc closes "
    frame.write(hint, at: Point(x: rect.x + 2, y: rect.maxY - 1), in: rect, style: look[.hint])
  }

  private func drawSearch(in row: Rect, into frame: inout Frame) {
    let label = "Find "
    let (text, cursor) = list.search.window(columns: max(1, row.width - label.count))
    let shown = text.isEmpty ? [Span("type what it is about: minute, dot, undo", .hint)] : [Span(text, .input)]
    frame.draw([Span(label, .inputPrompt)] + shown, in: row, look: look)
    frame.cursor = Point(x: min(row.x + label.count + cursor, row.maxX - 1), y: row.y)
  }

  private func draw(_ lines: [HelpLine], in columns: [Rect], into frame: inout Frame) {
    let height = columns[0].height
    let room = height * columns.count
    let marked = lines.lastIndex { $0.entry == list.pointer } ?? 0
    let start = max(0, min(marked - room + 4, lines.count - room))
    for (column, area) in columns.enumerated() {
      for (row, line) in lines.dropFirst(start + column * height).prefix(height).enumerated() {
        var rest = area.row(row)
        for piece in line.pieces {
          rest = rest.inset(left: frame.write(piece.text, at: rest.origin, in: rest, style: piece.style))
        }
        guard let entry = line.entry else { continue }
        if entry == list.pointer { frame.tint(area.row(row), style: look[.selection]) }
        frame.mark(area.row(row), as: ScreenTarget.option(entry))
      }
    }
    if lines.isEmpty { frame.write("nothing is called so", at: columns[0].origin, in: columns[0], style: look[.hint]) }
  }

  private func lines(width: Int) -> [HelpLine] {
    var lines: [HelpLine] = []
    var number = 0
    for row in list.page.matching(list.search.text) {
      switch row {
      case .heading(let text):
        if !lines.isEmpty { lines.append(HelpLine(pieces: [])) }
        lines.append(HelpLine(pieces: [(text, look[.heading])]))
      case .entry(let entry):
        lines += self.lines(of: entry, number: number, width: width)
        number += 1
      }
    }
    return lines
  }

  private func lines(of entry: HelpPage.Entry, number: Int, width: Int) -> [HelpLine] {
    let isPossible = entry.because == nil
    let (keyWidth, nameWidth) = (12, 15)
    let words = Text.wrapped(entry.does, toWidth: max(8, width - keyWidth - nameWidth))
    let why = entry.because.map { Text.wrapped($0, toWidth: max(8, width - keyWidth - 2)) } ?? []
    let first = words.enumerated().map { index, text in
      let key = Text.padded(index == 0 ? entry.keys : "", toWidth: keyWidth - 1, ellipsis: look.ellipsis) + " "
      let name = Text.padded(index == 0 ? entry.title : "", toWidth: nameWidth - 1, ellipsis: look.ellipsis) + " "
      return HelpLine(
        pieces: [
          (key, look[isPossible ? .key : .dim]), (name, look[isPossible ? .title : .dim]),
          (text, look[isPossible ? .text : .dim]),
        ], entry: number)
    }
    let indent = String(repeating: " ", count: keyWidth + 2)
    return first + why.map { HelpLine(pieces: [(indent + $0, look[.hint])], entry: number) }
  }
}
