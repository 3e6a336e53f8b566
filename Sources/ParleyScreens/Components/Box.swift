import ParleyTerminal

/// A bordered part of the screen with a title.
public struct Box: Hashable, Sendable {
  public var title: String
  /// At the right of the upper edge.
  public var trailing: String
  public var isFocused: Bool

  public init(_ title: String, trailing: String = "", isFocused: Bool = false) {
    self.title = title
    self.trailing = trailing
    self.isFocused = isFocused
  }
}

extension Frame {
  /// Draws a box's border over whatever is there and blanks its inside.
  /// - Returns: the room inside, one column away from the border.
  @discardableResult
  public mutating func draw(_ box: Box, in rect: Rect, look: Look) -> Rect {
    fill(rect, style: look[.text])
    border(
      rect, title: box.title, trailing: box.trailing, glyphs: look.glyphs,
      style: look[box.isFocused ? .borderFocus : .border], titleStyle: look[.heading])
    return rect.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  /// A list in a box; the border says how much of it is out of sight.
  @discardableResult
  public mutating func draw(_ list: LineList, box: Box, in rect: Rect, look: Look) -> Rect {
    let inside = draw(box, in: rect, look: look)
    let hidden = draw(list, in: inside, look: look)
    drawHidden(hidden, on: rect, look: look)
    return inside
  }

  /// Tells on the lower edge of a box, or on the upper one, how many lines are above and below what is shown.
  package mutating func drawHidden(_ hidden: Hidden, on rect: Rect, atTop: Bool = false, look: Look) {
    var parts: [String] = []
    if hidden.above > 0 { parts.append("\(look.signs.up) \(hidden.above)") }
    if hidden.below > 0 { parts.append("\(look.signs.down) \(hidden.below) more") }
    guard !parts.isEmpty, rect.width > 16, rect.height > 2 else { return }
    let text = " \(parts.joined(separator: "  ")) "
    let x = rect.maxX - 1 - Text.displayWidth(text)
    write(text, at: Point(x: x, y: atTop ? rect.y : rect.maxY - 1), in: rect, style: look[.hint])
  }
}
