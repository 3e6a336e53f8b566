import ParleyTerminal

/// A piece of text with one role.
public struct Span: Hashable, Sendable {
  public var text: String
  public var role: Role
  /// Whether the role's colour is the ground that the text stands on, as on a chip.
  public var isFilled: Bool

  public init(_ text: String, _ role: Role = .text, isFilled: Bool = false) {
    self.text = text
    self.role = role
    self.isFilled = isFilled
  }

  package var width: Int { Text.displayWidth(text) }

  /// Exactly so many columns: cut with an ellipsis, or filled up with spaces.
  func padded(_ width: Int, _ alignment: Text.Alignment = .leading, ellipsis: String) -> Span {
    Span(Text.padded(text, toWidth: width, alignment: alignment, ellipsis: ellipsis), role, isFilled: isFilled)
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
  /// Whether it parts what is above it from what is below.
  var isRule = false
  /// The parts of it that are clicked apart from the rest.
  var clicks: [Click] = []

  /// Some columns of a line, and what a click on them means.
  struct Click: Hashable, Sendable {
    var columns: Range<Int>
    var target: ScreenTarget
  }

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

  /// Spans side by side, those with a target to be clicked.
  package static func clicked(_ parts: [(spans: [Span], target: ScreenTarget?)]) -> Line {
    var line = Line()
    var column = 0
    for part in parts {
      let width = part.spans.reduce(0) { $0 + $1.width }
      if let target = part.target, width > 0 {
        line.clicks.append(Click(columns: column..<column + width, target: target))
      }
      line.spans += part.spans
      column += width
    }
    return line
  }

  /// A line drawn across, with a title and something at its right end.
  package static func rule(_ title: String, trailing: String = "") -> Line {
    var line = Line([Span(title, .heading)], trailing: [Span(trailing, .heading)])
    line.isRule = true
    return line
  }

  /// A text of any length, with a label before its first line and the others indented as far.
  public static func paragraph(
    _ text: String, _ role: Role = .text, label: String = "", labelRole: Role = .dim, indent: Int = 0, width: Int,
    row: Row? = nil
  ) -> [Line] {
    let lines = Text.wrapped(text, toWidth: max(1, width - indent))
    return lines.enumerated().map { index, text in
      let start = Text.truncated(index == 0 ? label : "", toWidth: indent)
      let gap = String(repeating: " ", count: max(0, indent - Text.displayWidth(start)))
      // The space has no role: a label that is underlined ends where its words do.
      return Line([Span(start, labelRole), Span(gap), Span(text, role)], row: row)
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
    guard !line.isRule else { return drawRule(line, in: row, look: look) }
    let trailing = trailingWidth(of: line, in: row.width)
    if trailing > 0 { draw(line.trailing, in: row.right(trailing), look: look) }
    draw(line.spans, in: row.left(trailing > 0 ? row.width - trailing - 1 : row.width), look: look)
  }

  private mutating func drawRule(_ line: Line, in row: Rect, look: Look) {
    let rule = String(repeating: look.glyphs.horizontal, count: row.width)
    write(rule, at: row.origin, in: row, style: look[.border])
    let (title, trailing) = line.ruleTexts
    let end = trailing.isEmpty ? 0 : Text.displayWidth(trailing) + 2
    if end > 0 { write(" \(trailing) ", at: Point(x: row.maxX - 1 - end, y: row.y), in: row, style: look[.heading]) }
    let room = row.inset(left: 1, right: end + 2)
    let text = " \(Text.truncated(title, toWidth: room.width - 2, ellipsis: look.ellipsis)) "
    if !title.isEmpty { write(text, at: room.origin, in: room, style: look[.heading]) }
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
      write(text, at: rest.origin, in: rest, style: look[span])
      rest = fits ? rest.inset(left: width) : rest.left(0)
    }
  }
}

extension Line {
  /// What stands on a rule: its title, and what is at its right end.
  var ruleTexts: (title: String, trailing: String) {
    (spans.map(\.text).joined(), trailing.map(\.text).joined())
  }
}

extension Look {
  /// How a span is drawn: one that is filled has its colour behind it.
  subscript(span: Span) -> Style {
    var style = self[span.role]
    guard span.isFilled else { return style }
    style.attributes.subtract(.dim)
    style.attributes.formSymmetricDifference(.reverse)
    return style
  }
}
