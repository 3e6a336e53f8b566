/// Maps a colour to one that a terminal has. The distance is the "redmean" approximation of how different two colours
/// look; for sixteen colours the hue decides, since distance alone sends an orange red and a yellow to the same entry
/// and the difference must stay visible.
extension Color {
  /// The nearest colour that a terminal of this depth shows; the colour itself if it can.
  public func mapped(to depth: ColorDepth) -> Color {
    switch depth {
    case .none: .default
    case .sixteen: sixteen
    case .indexed256: indexed
    case .trueColor: self
    }
  }

  private var sixteen: Color {
    switch self {
    case .default: self
    case .ansi(let index) where index < 16: self
    case .indexed(let index) where index < 16: .ansi(index)
    case .ansi(let index), .indexed(let index): Palette.sixteen(Palette.components(index))
    case .rgb(let red, let green, let blue): Palette.sixteen((red, green, blue))
    }
  }

  private var indexed: Color {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    return .indexed(Palette.nearest((red, green, blue)))
  }
}

/// xterm's 256 colours: sixteen of the user's, a cube of six levels a side, 24 greys.
enum Palette {
  typealias Components = (red: UInt8, green: UInt8, blue: UInt8)

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The sixteen as xterm has them; the user's own may differ.
  static let xterm: [Components] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  static func components(_ index: UInt8) -> Components {
    switch index {
    case 0..<16: return (0, 0, 0)
    case 16..<232:
      let place = Int(index) - 16
      return (levels[place / 36], levels[place / 6 % 6], levels[place % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// The nearest of 16 to 255; the first sixteen are the user's own and could be any colour.
  static func nearest(_ wanted: Components) -> UInt8 {
    let cube =
      16 + 36 * nearestLevel(wanted.red) + 6 * nearestLevel(wanted.green) + nearestLevel(wanted.blue)
    let mean = (Int(wanted.red) + Int(wanted.green) + Int(wanted.blue)) / 3
    let grey = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
    let ofCube = UInt8(cube)
    return distance(components(grey), wanted) < distance(components(ofCube), wanted) ? grey : ofCube
  }

  private static func nearestLevel(_ value: UInt8) -> Int {
    switch value {
    case 0..<48: 0
    case 48..<115: 1
    default: (Int(value) - 35) / 40
    }
  }

  private static func distance(_ one: Components, _ other: Components) -> Int {
    let mean = (Int(one.red) + Int(other.red)) / 2
    let red = Int(one.red) - Int(other.red)
    let green = Int(one.green) - Int(other.green)
    let blue = Int(one.blue) - Int(other.blue)
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }

  static func sixteen(_ color: Components) -> Color {
    let high = Int(max(color.red, color.green, color.blue))
    let low = Int(min(color.red, color.green, color.blue))
    guard high > 40, (high - low) * 4 > high else { return grey((high + low) / 2) }
    let bright: UInt8 = high >= 192 ? 8 : 0
    switch hue(color, high: high, low: low) {
    case 40..<65: return .ansi(3 + bright)
    case 65..<170: return .ansi(2 + bright)
    case 170..<200: return .ansi(6 + bright)
    case 200..<265: return .ansi(4 + bright)
    case 265..<330: return .ansi(5 + bright)
    default: return .ansi(1 + bright)
    }
  }

  private static func grey(_ lightness: Int) -> Color {
    switch lightness {
    case 0..<64: .ansi(0)
    case 64..<150: .ansi(8)
    case 150..<220: .ansi(7)
    default: .ansi(15)
    }
  }

  /// In degrees, red being 0, green 120, blue 240.
  private static func hue(_ color: Components, high: Int, low: Int) -> Int {
    let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
    let span = max(1, high - low)
    if high == red { return (60 * (green - blue) / span + 360) % 360 }
    if high == green { return 120 + 60 * (blue - red) / span }
    return 240 + 60 * (red - green) / span
  }
}
