/// What a mouse did, and where.
public struct Mouse: Hashable, Sendable {
  public var action: Action
  public var place: Point

  /// The first button, or the wheel; a terminal tells of others too, and they mean nothing here.
  public enum Action: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
  }

  public init(_ action: Action, at place: Point) {
    self.action = action
    self.place = place
  }

  /// Reads `0;12;5` and the letter after it, as xterm sends it in its mode 1006. Nil for what is none, and for what means
  /// nothing here: other buttons, motion, a click with Shift, Alt or Control held.
  init?(parameters: String, ending: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2], x >= 1, y >= 1 else {
      return nil
    }
    switch (button, ending) {
    case (0, "M"): action = .press
    case (0, "m"): action = .release
    case (64, "M"): action = .wheelUp
    case (65, "M"): action = .wheelDown
    default: return nil
    }
    place = Point(x: x - 1, y: y - 1)
  }
}
