import ParleyTerminal

extension Line {
  /// Groups of lines with blank ones between them, as many as there is room for, up to two.
  static func aired(_ groups: [[Line]], rows: Int) -> [Line] {
    let gaps = max(1, groups.count - 1)
    let free = rows - groups.reduce(0) { $0 + $1.count }
    let blank = Array(repeating: Line.blank, count: max(0, min(2, free / gaps)))
    return Array(groups.map { $0[...] }.joined(separator: blank))
  }

  /// The same with what keeps to the right edge of a column among the rest, for a line with more beside it.
  func laid(in width: Int) -> Line {
    guard !trailing.isEmpty else { return self }
    let used = (spans + trailing).reduce(0) { $0 + $1.width }
    let gap = Span(String(repeating: " ", count: max(1, width - used)))
    return Line(spans + [gap] + trailing, row: row)
  }

  /// Lines beside one another, each column as wide as it says; the last may be as wide as it likes.
  static func beside(_ left: [Line], width: Int, _ right: [Line]) -> [Line] {
    (0..<max(left.count, right.count)).map { index in
      let spans = index < left.count ? left[index].spans : []
      guard index < right.count else { return Line(spans, row: index < left.count ? left[index].row : nil) }
      let used = spans.reduce(0) { $0 + $1.width }
      let gap = Span(String(repeating: " ", count: max(0, width - used)))
      return Line(spans + [gap] + right[index].spans, trailing: right[index].trailing)
    }
  }
}
