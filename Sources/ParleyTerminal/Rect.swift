/// A rectangle of cells. A width or height below zero becomes zero, so every part of any rectangle
/// is a rectangle that can be drawn into, at worst an empty one.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a screen or frame of this size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  public var isEmpty: Bool { width <= 0 || height <= 0 }
  public var origin: Point { Point(x: x, y: y) }
  public var size: Size { Size(columns: width, rows: height) }
  /// The first column to the right of the rectangle.
  public var maxX: Int { x + max(0, width) }
  /// The first row below the rectangle.
  public var maxY: Int { y + max(0, height) }

  /// Whether the point is one of its cells.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The common part of both; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// Smaller by this much on each side; a border's inside is `inset(by: 1)`.
  public func inset(by amount: Int) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }

  /// Smaller by this many columns and rows on each side; empty at worst.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: min(x + left, maxX), y: min(y + top, maxY), width: width - left - right,
      height: height - top - bottom)
  }

  /// A rectangle of this size in the middle of the other, cut to fit.
  public func centred(_ size: Size) -> Rect {
    let fitted = Size(columns: min(size.columns, width), rows: min(size.rows, height))
    return Rect(
      x: x + (width - fitted.columns) / 2, y: y + (height - fitted.rows) / 2, width: fitted.columns,
      height: fitted.rows)
  }
}
