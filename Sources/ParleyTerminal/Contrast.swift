// How well text can be read on a background, as WCAG 2 measures it. Colours of the sixteen count as xterm shows them.
extension Color {
  /// The least that text needs (WCAG 2.2, 1.4.3).
  public static let readable = 4.5

  /// Between 1 and 21.
  public func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Whether black can be read on it better than white.
  public var isLight: Bool { luminance > 0.179 }

  /// From 0 to 1. The terminal's own colours are not known; black stands for them.
  var luminance: Double {
    let (red, green, blue) = components
    return 0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  private var components: Palette.Components {
    switch self {
    case .default: (0, 0, 0)
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .ansi(let index), .indexed(let index): index < 16 ? Palette.xterm[Int(index)] : Palette.components(index)
    }
  }

  private static func linear(_ value: UInt8) -> Double { linearLevels[Int(value)] }

  private static let linearLevels: [Double] = (0...255).map { value in
    let level = Double(value) / 255
    return level <= 0.03928 ? level / 12.92 : Double.power(level)
  }

  /// One of the sixteen that can be read on a background and has nearly this colour's hue; nil where there is none.
  package func sixteen(readableOn ground: Color) -> Color? {
    let mapped = mapped(to: .sixteen)
    let others = Color.neighbours[mapped].map { [mapped] + $0 } ?? [mapped]
    return others.first { $0.contrast(with: ground) >= Color.readable }
  }

  /// What may stand for one of the sixteen: its other lightness, then the next hue.
  private static let neighbours: [Color: [Color]] = [
    .ansi(1): [.ansi(9)], .ansi(9): [.ansi(1)], .ansi(2): [.ansi(10)], .ansi(10): [.ansi(2)],
    .ansi(3): [.ansi(11)], .ansi(11): [.ansi(3)], .ansi(4): [.ansi(12), .ansi(14)], .ansi(12): [.ansi(14), .ansi(4)],
    .ansi(5): [.ansi(13)], .ansi(13): [.ansi(5)], .ansi(6): [.ansi(14), .ansi(4)], .ansi(14): [.ansi(6), .ansi(4)],
    .ansi(7): [.ansi(15)], .ansi(8): [.ansi(7), .ansi(0)],
  ]
}

extension Double {
  /// To the power of 2.4, which WCAG takes for the light of a screen: by the roots that the core's library has.
  fileprivate static func power(_ level: Double) -> Double {
    let base = (level + 0.055) / 1.055
    // x^2.4 = x² · x^0.4, and x^0.4 = (x²)^(1/5), by Newton's steps.
    let square = base * base
    var root = 0.5 + base / 2
    for _ in 0..<12 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
