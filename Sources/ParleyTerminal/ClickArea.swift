/// What a click on a part of the screen means; what can be clicked is the drawing's to say.
public protocol ClickTarget: Hashable, Sendable {}

/// A part of a frame that can be clicked.
struct ClickArea: Sendable {
  let rect: Rect
  let target: any ClickTarget
}

// Theory: where something can be clicked is known where it is drawn, and nowhere else. So whoever draws it marks it, and a
// click draws the frame once more with the marks kept. A frame that is shown keeps none: drawing it costs no more.
extension Frame {
  /// From now on what is marked is kept.
  public mutating func keepMarks() { areas = [] }

  /// Marks what has just been drawn as something that can be clicked.
  public mutating func mark(_ rect: @autoclosure () -> Rect, as target: @autoclosure () -> any ClickTarget) {
    guard areas != nil else { return }
    areas?.append(ClickArea(rect: rect(), target: target()))
  }

  /// What is drawn next covers all that was marked before.
  public mutating func coverMarks() { if areas != nil { areas = [] } }

  /// What was marked at a place, the last of it.
  public func target(at point: Point) -> (any ClickTarget)? { areas?.last { $0.rect.contains(point) }?.target }
}
