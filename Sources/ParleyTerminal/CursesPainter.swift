import CNcurses

/// Hands changed cells to ncurses. Colour pairs are made when a style is first drawn.
struct CursesPainter {
  private struct Pen {
    var attributes: UInt32
    var pair: Int32
  }

  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  let depth: ColorDepth
  /// The number of the terminal's colours; with eight, the bright ones are the dark ones in bold.
  let colors: Int
  let showsUnicode: Bool
  private var pens: [Style: Pen] = [:]
  private var pairs: [Colors: Int32] = [:]
  private var scalars: [UInt32] = []

  init(depth: ColorDepth, colors: Int, showsUnicode: Bool) {
    self.depth = depth
    self.colors = colors
    self.showsUnicode = showsUnicode
  }

  /// Both frames are as large as the screen.
  mutating func paint(_ frame: Frame, over shown: Frame) {
    let columns = frame.size.columns
    for y in 0..<frame.size.rows {
      for x in 0..<columns {
        let index = y * columns + x
        let cell = frame.cells[index]
        if cell.width > 0, cell != shown.cells[index] { put(cell, x: x, y: y) }
      }
    }
  }

  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    let pen = pen(for: cell.style)
    scalars.removeAll(keepingCapacity: true)
    cell.glyph.forEachScalar { scalars.append($0.value) }
    guard showsUnicode || scalars.allSatisfy({ $0 < 0x80 }) else {
      let form = Text.ascii(cell.glyph.base)
      for column in x..<(x + Int(cell.width)) { putPlain(form, pen, x: column, y: y) }
      return
    }
    cn_put(Int32(x), Int32(y), scalars, Int32(scalars.count), pen.attributes, pen.pair)
  }

  private func putPlain(_ character: UInt8, _ pen: Pen, x: Int, y: Int) {
    cn_put(Int32(x), Int32(y), [UInt32(character)], 1, pen.attributes, pen.pair)
  }

  private mutating func pen(for style: Style) -> Pen {
    if let pen = pens[style] { return pen }
    var attributes = UInt32(style.attributes.rawValue)
    let foreground = number(style.foreground)
    if colors < 16, foreground >= 8 { attributes |= CN_BOLD.rawValue }
    let wanted = Colors(foreground: dark(foreground), background: dark(number(style.background)))
    let pen = Pen(attributes: attributes, pair: pair(wanted))
    pens[style] = pen
    return pen
  }

  private mutating func pair(_ colors: Colors) -> Int32 {
    guard depth > .none, colors != Colors(foreground: -1, background: -1) else { return 0 }
    if let pair = pairs[colors] { return pair }
    let pair = cn_pair(colors.foreground, colors.background)
    pairs[colors] = pair
    return pair
  }

  private func dark(_ color: Int32) -> Int32 { colors < 16 && color >= 8 ? color - 8 : color }

  /// ncurses' number of a colour; -1 is the default.
  private func number(_ color: Color?) -> Int32 {
    switch (color ?? .default).mapped(to: depth) {
    case .default: -1
    case .rgb(let red, let green, let blue):
      Int32(TerminfoEntry.directColors) | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    case .ansi(let index), .indexed(let index): Int32(index)
    }
  }
}
