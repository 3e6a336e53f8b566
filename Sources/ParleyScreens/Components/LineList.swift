import ParleyTerminal

/// Lines that may be more than there is room for, one row of which may be selected.
public struct LineList: Hashable, Sendable {
  public var lines: [Line]
  public var selected: Row?
  /// What stays in sight when nothing is selected.
  public var anchor: Row?
  /// The first line wanted at the top; from the end, how many lines below the last one shown.
  public var scroll: Int
  /// Whether the end is in sight unless it is scrolled away.
  public var isFromEnd: Bool

  public init(
    _ lines: [Line], selected: Row? = nil, anchor: Row? = nil, scroll: Int = 0, isFromEnd: Bool = false
  ) {
    self.isFromEnd = isFromEnd
    self.lines = lines
    self.selected = selected
    self.anchor = anchor
    self.scroll = scroll
  }

  /// The rows, each once, in their order.
  public var rows: [Row] {
    var seen: Set<Row> = []
    return lines.compactMap(\.row).filter { seen.insert($0).inserted }
  }

  /// The first line shown in so many: as near to `scroll` as the end of the list and what must stay in sight allow.
  public func first(showing height: Int) -> Int {
    let last = max(0, lines.count - height)
    let first = min(max(0, isFromEnd ? last - scroll : scroll), last)
    guard let kept = selected ?? anchor, let top = lines.firstIndex(where: { $0.row == kept }),
      let bottom = lines.lastIndex(where: { $0.row == kept })
    else { return first }
    // What follows the last row is read on from it.
    if selected != nil, top < first, scroll >= top, bottom == lines.lastIndex(where: { $0.row != nil }) { return first }
    if top < first { return top < 3 ? 0 : top }
    return bottom >= first + height ? min(max(0, bottom - height + 1), top) : first
  }
}

/// How many lines of a list are out of sight.
public struct Hidden: Hashable, Sendable {
  public var above = 0
  public var below = 0
}

extension Frame {
  /// Draws as many lines as there is room for, the selected row highlighted over the whole width.
  @discardableResult
  public mutating func draw(_ list: LineList, in rect: Rect, look: Look) -> Hidden {
    let first = list.first(showing: rect.height)
    let shown = list.lines.dropFirst(first).prefix(rect.height)
    for (index, line) in shown.enumerated() {
      let row = rect.row(index)
      draw(line, in: row, look: look)
      if let target = line.row { mark(row, as: ScreenTarget.row(target)) }
      for click in line.clicks {
        mark(row.inset(left: click.columns.lowerBound).left(click.columns.count), as: click.target)
      }
      if let selected = list.selected, line.row == selected { tint(row, style: look[.selection]) }
    }
    return Hidden(above: first, below: max(0, list.lines.count - first - rect.height))
  }
}
