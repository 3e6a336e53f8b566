import ParleyCore
import ParleyTerminal

/// What stands in the main part of the screen, before it is drawn.
package struct PaneContent: Hashable {
  var box: Box
  var body: Body

  enum Body: Hashable {
    /// Lines that stay at the top, lines that scroll, and a part below with a title of its own.
    case list(head: [Line] = [], LineList, detail: Detail? = nil)
    /// Panels side by side.
    case columns([Column])
  }

  struct Detail: Hashable {
    var title: String
    var trailing = ""
    var lines: [Line]
    /// Whether it is shown whole where the list could have had the room.
    var goesFirst = false
  }

  struct Column: Hashable {
    var box: Box
    var list: LineList
  }

  init(_ box: Box, _ body: Body) {
    self.box = box
    self.body = body
  }

  /// Puts further lines at the end of the part below the list.
  mutating func add(_ lines: [Line]) {
    guard case .list(let head, let list, var detail?) = body else { return }
    detail.lines += lines
    body = .list(head: head, list, detail: detail)
  }

  /// Everything that can be selected, in its order.
  package var rows: [Row] {
    switch body {
    case .list(_, let list, _): list.rows
    case .columns(let columns): columns.flatMap(\.list.rows)
    }
  }
}

extension Frame {
  package mutating func draw(_ content: PaneContent, in rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    switch content.body {
    case .list(let head, let list, let detail):
      let inside = draw(content.box, in: rect, look: look)
      let parts = PaneParts(
        inside, head: head.count, list: list.lines.count, detail: detail?.lines.count,
        detailGoesFirst: detail?.goesFirst ?? false)
      draw(LineList(head), in: parts.head, look: look)
      let hidden = draw(list, in: parts.list, look: look)
      if let detail { draw(detail, in: parts.detail, of: rect, look: look) }
      drawHidden(hidden, on: rect, atTop: detail != nil && !parts.detail.isEmpty, look: look)
    case .columns(let columns):
      let parts = rect.columns(columns.map { _ in .share(1) })
      for (column, part) in zip(columns, parts) { draw(column.list, box: column.box, in: part, look: look) }
    }
  }

  private mutating func draw(_ detail: PaneContent.Detail, in rect: Rect, of box: Rect, look: Look) {
    guard rect.height > 1 else { return }
    divider(
      box, y: rect.y, title: detail.title, trailing: detail.trailing, glyphs: look.glyphs, style: look[.border],
      titleStyle: look[.heading])
    let room = rect.inset(top: 1)
    let hidden = draw(LineList(detail.lines), in: room, look: look)
    for (index, line) in detail.lines.prefix(room.height).enumerated() where line.isRule {
      let (title, trailing) = line.ruleTexts
      divider(
        box, y: room.y + index, title: title, trailing: trailing, glyphs: look.glyphs, style: look[.border],
        titleStyle: look[.heading])
    }
    drawHidden(hidden, on: box, look: look)
  }
}

/// How a box's rows are shared out: the list gets what it needs as long as the detail keeps half.
struct PaneParts {
  var head: Rect
  var list: Rect
  var detail: Rect

  /// The rows that a detail may have without taking any that the list needs, and half of them in any case.
  static func detailRows(of rows: Int, head: Int, list: Int) -> Int {
    let free = max(0, rows - head)
    return max(free / 2, free - list) - 1
  }

  init(_ inside: Rect, head: Int, list: Int, detail: Int?, detailGoesFirst: Bool = false) {
    let free = max(0, inside.height - head)
    let wanted = detail.map { min($0 + 1, max(detailGoesFirst ? free - 1 : free / 2, free - list)) } ?? 0
    let detailHeight = detail == nil || free < 6 ? 0 : max(wanted, free - list - 1)
    let rows = inside.rows([.cells(head), .share(1), .cells(detailHeight)])
    (self.head, self.list, self.detail) = (rows[0], rows[1], rows[2])
  }
}
