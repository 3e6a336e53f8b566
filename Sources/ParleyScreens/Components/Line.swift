import ParleyTerminal

/// A piece of text with one role.
public struct Span: Hashable, Sendable {
  public var text: String
  public var role: Role

  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }

  package var width: Int { Text.displayWidth(text) }

  /// Exactly so many columns: cut with an ellipsis, or filled up with spaces.
  func padded(_ width: Int, _ alignment: Text.Alignment = .leading, ellipsis: String) -> Span {
    Span(Text.padded(text, toWidth: width, alignment: alignment, ellipsis: ellipsis), role)
  }
}

/// A line of a pane: spans from the left, and some that keep to the right edge.
public struct Line: Hashable, Sendable {
  public var spans: [Span]
  public var trailing: [Span]
  /// What is selected when this line is. A row may have several lines.
  public var row: Row?
  /// Whether the right-hand part gives way where both have no room.
  public var isTrailingMinor: Bool

  public init(_ spans: [Span] = [], trailing: [Span] = [], row: Row? = nil, isTrailingMinor: Bool = false) {
    self.spans = spans
    self.trailing = trailing
    self.row = row
    self.isTrailingMinor = isTrailingMinor
  }

  public init(_ text: String, _ role: Role = .text, row: Row? = nil) {
    self.init([Span(text, role)], row: row)
  }

  public static let blank = Line()

  /// A text of any length, with a label before its first line and the others indented as far.
  public static func paragraph(
    _ text: String, _ role: Role = .text, label: String = "", labelRole: Role = .dim, indent: Int = 0, width: Int,
    row: Row? = nil
  ) -> [Line] {
    let lines = Text.wrapped(text, toWidth: max(1, width - indent))
    return lines.enumerated().map { index, text in
      let start = Text.padded(index == 0 ? label : "", toWidth: indent)
      return Line([Span(start, labelRole), Span(text, role)], row: row)
    }
  }

  /// The same line further to the right.
  package func indented(_ columns: Int) -> Line {
    var line = self
    line.spans.insert(Span(String(repeating: " ", count: columns)), at: 0)
    return line
  }
}

extension Frame {
  /// Draws a line into the first row of a rectangle. What has no room is cut with an ellipsis.
  public mutating func draw(_ line: Line, in rect: Rect, look: Look) {
    let row = rect.row(0)
    let trailing = trailingWidth(of: line, in: row.width)
    if trailing > 0 { draw(line.trailing, in: row.right(trailing), look: look) }
    draw(line.spans, in: row.left(trailing > 0 ? row.width - trailing - 1 : row.width), look: look)
  }

  private func trailingWidth(of line: Line, in width: Int) -> Int {
    let wanted = line.trailing.reduce(0) { $0 + $1.width }
    guard line.isTrailingMinor else { return min(wanted, width) }
    let free = width - line.spans.reduce(0) { $0 + $1.width } - 2
    return wanted <= free ? wanted : free >= 4 ? free : 0
  }

  /// Draws spans one after the other, cut with an ellipsis where the row ends.
  public mutating func draw(_ spans: [Span], in row: Rect, look: Look) {
    var rest = row
    for (index, span) in spans.enumerated() where !rest.isEmpty {
      let width = span.width
      let fits = width < rest.width || (width == rest.width && spans[(index + 1)...].allSatisfy { $0.width == 0 })
      let text = fits ? span.text : Text.truncated(span.text + "  ", toWidth: rest.width, ellipsis: look.ellipsis)
      write(text, at: rest.origin, in: rest, style: look[span.role])
      rest = fits ? rest.inset(left: width) : rest.left(0)
    }
  }
}
