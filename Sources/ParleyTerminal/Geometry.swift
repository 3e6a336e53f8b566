/// A number of columns and rows; never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place counted from the upper left corner, which is 0, 0.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// How much of a rectangle one part takes when it is divided.
public enum Extent: Hashable, Sendable {
  /// Exactly this many rows or columns, or the rest when there are fewer.
  case cells(Int)
  /// A share, by weight, of the room that the fixed parts leave.
  case share(Int)
}
