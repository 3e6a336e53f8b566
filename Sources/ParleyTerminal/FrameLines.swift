extension Frame {
  /// Draws a border along the edge of a rectangle, with a title at the left of its upper line and another at the right;
  /// titles without room are truncated. A rectangle of less than two rows or columns has no border. It is drawn by hand
  /// because ncurses' `box()` writes outside a window of one column.
  public mutating func border(
    _ rect: Rect, title: String = "", trailing: String = "", glyphs: Glyphs = .unicode,
    style: Style = .plain, titleStyle: Style? = nil
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    for y in (rect.y + 1)..<(rect.maxY - 1) {
      write(String(glyphs.vertical), at: Point(x: rect.x, y: y), style: style)
      write(String(glyphs.vertical), at: Point(x: rect.maxX - 1, y: y), style: style)
    }
    line(rect.top(1), glyphs.topLeft, glyphs.horizontal, glyphs.topRight, style: style)
    line(rect.bottom(1), glyphs.bottomLeft, glyphs.horizontal, glyphs.bottomRight, style: style)
    titles(rect.top(1), title, trailing, glyphs: glyphs, style: titleStyle ?? style)
  }

  /// Divides a bordered rectangle by a line at a row of the frame, joined to the border.
  public mutating func divider(
    _ rect: Rect, y: Int, title: String = "", trailing: String = "", glyphs: Glyphs = .unicode,
    style: Style = .plain, titleStyle: Style? = nil
  ) {
    let row = Rect(x: rect.x, y: y, width: rect.width, height: 1).intersection(rect)
    guard row.width >= 2, !row.isEmpty else { return }
    line(row, glyphs.teeLeft, glyphs.horizontal, glyphs.teeRight, style: style)
    titles(row, title, trailing, glyphs: glyphs, style: titleStyle ?? style)
  }

  private mutating func line(
    _ row: Rect, _ left: Character, _ middle: Character, _ right: Character, style: Style
  ) {
    let text = String(left) + String(repeating: middle, count: row.width - 2) + String(right)
    write(text, at: row.origin, in: row, style: style)
  }

  /// Titles go beside the corners, with a space on each side and a piece of line between them.
  private mutating func titles(
    _ row: Rect, _ title: String, _ trailing: String, glyphs: Glyphs, style: Style
  ) {
    let room = row.inset(left: 1, right: 1)
    let ellipsis = String(glyphs.ellipsis)
    let end = Text.truncated(trailing, toWidth: room.width - 2, ellipsis: ellipsis)
    let endWidth = end.isEmpty ? 0 : Text.displayWidth(end) + 2
    if endWidth > 0 {
      write(" \(end) ", at: Point(x: room.maxX - endWidth, y: row.y), in: room, style: style)
    }
    let free = room.width - endWidth - (endWidth > 0 ? 1 : 0)
    let start = Text.truncated(title, toWidth: free - 2, ellipsis: ellipsis)
    if !start.isEmpty { write(" \(start) ", at: room.origin, in: room, style: style) }
  }
}
