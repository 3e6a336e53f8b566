import ParleyTerminal

/// One line of a box: pieces of text side by side, and where the cursor is when it is here.
package struct BoxLine {
  package var pieces: [(text: String, style: Style)]
  /// The column of the cursor.
  package var cursor: Int?
  /// What a click on it means.
  package var target: ScreenTarget?

  package static var empty: BoxLine { BoxLine("", .plain) }

  package init(_ text: String, _ style: Style) { pieces = [(text, style)] }

  package init(pieces: [(text: String, style: Style)], cursor: Int? = nil, target: ScreenTarget? = nil) {
    self.pieces = pieces
    self.cursor = cursor
    self.target = target
  }

  /// The same, and a click on it means something.
  package func clicked(as target: ScreenTarget) -> BoxLine {
    BoxLine(pieces: pieces, cursor: cursor, target: target)
  }

  /// A key and what it does.
  package init(key: String, _ label: String, _ look: Look, isPossible: Bool = true) {
    pieces = [
      (Text.padded(key, toWidth: 14, ellipsis: look.ellipsis), look[isPossible ? .key : .dim]),
      (label, look[isPossible ? .text : .dim]),
    ]
  }
}

/// A bordered box over the session, as high as its lines, that keeps one line in sight.
///
/// Its upper edge stays where it was when it opened, whatever becomes of its lines: it grows and shrinks below. Only what
/// has no room below moves up.
package struct OverlayBox {
  package var title: String
  package var lines: [BoxLine]
  package var look: Look
  package var width: Int
  /// The line that must be seen when not all fit.
  package var focus: Int
  /// Rows at the foot of the screen that it leaves in sight.
  package var foot = 0

  package init(title: String, lines: [BoxLine], look: Look, width: Int = 62, focus: Int = 0) {
    self.title = title
    self.lines = lines
    self.look = look
    self.width = width
    self.focus = focus
  }

  package func draw(into frame: inout Frame) {
    let bounds = frame.bounds
    guard bounds.width >= 8, bounds.height >= 4 else { return drawBare(into: &frame) }
    let rect = place(in: bounds)
    frame.fill(rect, style: look[.text])
    frame.border(rect, title: title, glyphs: look.glyphs, style: look[.borderFocus], titleStyle: look[.heading])
    draw(in: rect.inset(left: 2, top: 1, right: 2, bottom: 1), into: &frame)
  }

  /// Below the clock and the steps.
  private func place(in bounds: Rect) -> Rect {
    let room = bounds.height - foot >= 10 ? bounds.height - foot : bounds.height
    let height = min(lines.count + 2, room)
    let top = min(bounds.height >= 30 ? 5 : 2, room - height)
    let across = bounds.centred(Size(columns: width, rows: height))
    return Rect(x: across.x, y: bounds.y + top, width: across.width, height: height)
  }

  /// Without room for a border the line that matters stands alone.
  private func drawBare(into frame: inout Frame) {
    frame.fill(frame.bounds, style: look[.text])
    draw(in: frame.bounds, into: &frame)
  }

  private func draw(in rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let start = max(0, min(focus - rect.height + 2, lines.count - rect.height))
    for (row, line) in lines.dropFirst(start).prefix(rect.height).enumerated() {
      var x = rect.x
      for piece in line.pieces {
        x += frame.write(piece.text, at: Point(x: x, y: rect.y + row), in: rect, style: piece.style)
      }
      if let target = line.target {
        frame.mark(Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1), as: target)
      }
      if let cursor = line.cursor {
        frame.cursor = Point(x: min(rect.x + cursor, rect.maxX - 1), y: rect.y + row)
      }
    }
  }
}
