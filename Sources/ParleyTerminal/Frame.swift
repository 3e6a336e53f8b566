/// A picture of the whole screen, drawn in memory.
///
/// Every place holds a cell. A wide character is a cell of width 2 followed by one of width 0, never one without the
/// other. Nothing can be written outside, whatever the arguments.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the cursor is shown; nil hides it.
  public var cursor: Point?
  /// What can be clicked, the last on top; nil where nobody asks.
  var areas: [ClickArea]?

  /// The frame that last drew the same size can be compared row by row: a screen sends what differs.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// What can be clicked is not part of the picture.
  public static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.cursor == other.cursor && one.cells == other.cells
  }

  /// A blank outside of the frame.
  public subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.columns + x] : .blank(.plain)
  }

  /// A blank outside of the frame.
  public subscript(point: Point) -> Cell { self[point.x, point.y] }

  /// Puts a cell, and blanks the other half of a wide character that it cuts. The point must be inside.
  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.columns + x
    switch cells[index].width {
    case 0 where x > 0: cells[index - 1] = .blank(cells[index - 1].style)
    case 2 where x + 1 < size.columns: cells[index + 1] = .blank(cells[index + 1].style)
    default: break
    }
    cells[index] = cell
  }
}

extension Frame {
  /// Draws a line of text over what is there, within `clip` (the whole frame when nil). Characters that
  /// the edge cuts become spaces. The style is merged over the cells' own, so a background filled
  /// before shows through.
  /// - Returns: the columns the text takes up to the right edge of the clip, from `point` on, also
  ///   where they are not visible.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, in clip: Rect? = nil, style: Style = .plain
  ) -> Int {
    let visible = clip.map { $0.intersection(bounds) } ?? bounds
    guard point.y >= visible.y, point.y < visible.maxY, !visible.isEmpty else {
      return min(Text.displayWidth(text), max(0, visible.maxX - point.x))
    }
    return Text.isPlain(text)
      ? writePlain(text, at: point, in: visible, style: style)
      : writeGraphemes(text, at: point, in: visible, style: style)
  }

  private mutating func writePlain(_ text: String, at point: Point, in visible: Rect, style: Style) -> Int {
    var x = point.x
    for byte in text.utf8 {
      guard x < visible.maxX else { break }
      if x >= visible.x { putOver(Glyph(Unicode.Scalar(byte)), x: x, y: point.y, style: style) }
      x += 1
    }
    return max(0, x - point.x)
  }

  private mutating func writeGraphemes(
    _ text: String, at point: Point, in visible: Rect, style: Style
  ) -> Int {
    var x = point.x
    Grapheme.visit(text) { grapheme in
      guard x < visible.maxX else { return false }
      let end = min(x + grapheme.width, visible.maxX)
      if x < visible.x || end - x < grapheme.width {
        for column in max(x, visible.x)..<max(end, visible.x) {
          putOver(.space, x: column, y: point.y, style: style)
        }
      } else {
        put(grapheme, x: x, y: point.y, style: style)
      }
      x = end
      return true
    }
    return max(0, x - point.x)
  }

  private mutating func put(_ grapheme: Grapheme, x: Int, y: Int, style: Style) {
    var column = x + grapheme.firstWidth
    put(grapheme.glyph, width: column - x, x: x, y: y, style: style)
    for cell in grapheme.rest {
      put(cell.glyph, width: cell.width, x: column, y: y, style: style)
      column += cell.width
    }
  }

  private mutating func put(_ glyph: Glyph, width: Int, x: Int, y: Int, style: Style) {
    guard width == 2 else { return putOver(glyph, x: x, y: y, style: style) }
    let merged = style.merged(over: cells[y * size.columns + x].style)
    put(.rightHalf(merged), x: x + 1, y: y)
    put(Cell(glyph: glyph, width: 2, style: merged), x: x, y: y)
    // The cell may have been the left half of another, whose right half was just blanked.
    cells[y * size.columns + x + 1] = .rightHalf(merged)
  }

  private mutating func putOver(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    let merged = style.merged(over: cells[y * size.columns + x].style)
    put(Cell(glyph: glyph, width: 1, style: merged), x: x, y: y)
  }

  /// Covers a rectangle with a character and a style; nothing shows through.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let area = rect.intersection(bounds)
    var glyph = Glyph.space
    Grapheme.visit(String(character)) {
      if $0.width == 1 { glyph = $0.glyph }
      return false
    }
    let cell = Cell(glyph: glyph, width: 1, style: style)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { put(cell, x: x, y: y) }
    }
  }

  /// Lays a style over what is drawn already, as a selection does.
  public mutating func tint(_ rect: Rect, style: Style) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.maxY {
      for index in (y * size.columns + area.x)..<(y * size.columns + area.maxX) {
        cells[index].style = style.merged(over: cells[index].style)
      }
    }
  }
}

extension Frame {
  /// The same picture with rows below it; what can be clicked in it stays where it is.
  public func lengthened(toRows rows: Int, style: Style = .plain) -> Frame {
    var frame = Frame(size: Size(columns: size.columns, rows: max(rows, size.rows)), style: style)
    frame.cells.replaceSubrange(0..<cells.count, with: cells)
    (frame.cursor, frame.areas) = (cursor, areas)
    return frame
  }

  /// The same picture on a screen of another size, cut or with blanks added.
  func cropped(to other: Size) -> Frame {
    var frame = Frame(size: other)
    for y in 0..<min(size.rows, other.rows) {
      for x in 0..<min(size.columns, other.columns) {
        let cell = self[x, y]
        let fits = cell.width < 2 || x + 1 < other.columns
        frame.cells[y * other.columns + x] = fits ? cell : .blank(cell.style)
      }
    }
    frame.cursor = cursor
    return frame
  }
}
