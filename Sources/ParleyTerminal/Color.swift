/// A colour as a theme names it. A terminal's `ColorDepth` says which of them it can show.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// One of the sixteen of the user's palette, 0 to 15; above 15 it counts as `indexed`.
  case ansi(UInt8)
  /// One of xterm's 256.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none
  case sixteen
  case indexed256
  case trueColor

  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

extension ColorDepth {
  /// The depth of a terminal whose description names this many colours.
  init(colors: Int) {
    switch colors {
    case TerminfoEntry.directColors...: self = .trueColor
    case 256...: self = .indexed256
    case 8...: self = .sixteen
    default: self = .none
    }
  }
}
