import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The whole screen of a terminal of that size.
  public func frame(size: Size) -> Frame {
    var frame = Frame(size: size, style: look[.text])
    draw(into: &frame, in: frame.bounds)
    return frame
  }

  /// Draws the session into a rectangle. Any size will do, down to nothing at all.
  public func draw(into frame: inout Frame, in rect: Rect) {
    frame.write(state.plan.title, at: rect.origin, in: rect, style: look[.title])
  }

  /// What the pane lists, in its order: what the selection can move over.
  public var rows: [Row] { [] }
}
