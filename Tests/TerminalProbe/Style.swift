/// A colour as the terminal received it.
public enum Colour: Equatable, Sendable, CustomStringConvertible {
  /// The terminal's own.
  case standard
  /// An entry of the palette, 0...255.
  case palette(Int)
  case rgb(red: Int, green: Int, blue: Int)

  init(_ number: Int32) {
    switch number {
    case ..<0: self = .standard
    case ..<0x100_0000: self = .palette(Int(number))
    default:
      self = .rgb(red: Int(number >> 16 & 255), green: Int(number >> 8 & 255), blue: Int(number & 255))
    }
  }

  public var description: String {
    switch self {
    case .standard: "standard"
    case .palette(let index): "palette \(index)"
    case .rgb(let red, let green, let blue): "rgb \(red) \(green) \(blue)"
    }
  }
}

/// How a cell is drawn.
public struct Style: Equatable, Sendable {
  public var foreground = Colour.standard
  public var background = Colour.standard
  public var bold = false
  public var underline = false
  public var italic = false
  public var blink = false
  public var reverse = false

  /// The style without any attribute.
  public static let plain = Style()

  public init(
    foreground: Colour = .standard, background: Colour = .standard, bold: Bool = false, underline: Bool = false,
    italic: Bool = false, blink: Bool = false, reverse: Bool = false
  ) {
    (self.foreground, self.background) = (foreground, background)
    (self.bold, self.underline, self.italic) = (bold, underline, italic)
    (self.blink, self.reverse) = (blink, reverse)
  }
}
