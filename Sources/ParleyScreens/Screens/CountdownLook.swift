import ParleyCore
import ParleyTerminal

// The three looks of a countdown differ in colour, in words, and in shape: overtime has a plus sign.
extension Countdown {
  var role: Role {
    if isPaused, phase != .overtime { return .countdownPaused }
    switch phase {
    case .calm: return .countdownCalm
    case .lastTwoMinutes: return .countdownWarning
    case .lastMinute: return .countdownPress
    case .overtime: return .countdownOver
    }
  }

  /// What the digits mean.
  var words: String {
    if isPaused { return "paused" }
    switch phase {
    case .calm: return "left"
    case .lastTwoMinutes: return "left, wrap up"
    case .lastMinute: return "last minute"
    case .overtime: return "over time"
    }
  }

  /// The done part of a bar so wide; full in overtime.
  func cells(of width: Int) -> Int {
    guard planned > 0, left > 0 else { return width }
    return min(width, elapsed * width / planned)
  }
}

extension Frame {
  /// The part of the timebox that is over, in whole cells.
  mutating func drawBar(_ countdown: Countdown, in row: Rect, look: Look) {
    let row = row.row(0)
    let done = row.left(countdown.cells(of: row.width))
    let role: Role = countdown.phase == .calm ? .barDone : countdown.role
    fill(row, with: look.glyphs.light, style: look.covering(.barOpen))
    fill(done, with: look.glyphs.full, style: look[role].withoutBackground.merged(over: look[.text]))
  }

  /// A time on a plate, in the middle of a field of the colour of what presses. A second changes a digit of the plate, which
  /// has no colour: digits of blocks would send a hundred bytes for it, and a digit in the field forty to sixty.
  mutating func drawPlate(_ text: String, on role: Role, in field: Rect, look: Look) {
    var style = look[role]
    if style.background == nil { style.attributes.insert(.reverse) }
    fill(field, style: style.merged(over: look[.text]))
    var bold = look[.text]
    bold.attributes.insert(.bold)
    let plate = field.centred(Size(columns: min(field.width, Text.displayWidth(text)), rows: 1))
    fill(plate, style: bold)
    write(text, at: plate.origin, in: plate, style: bold)
  }

  /// Digits as large as the room allows, in its middle; the style fills the room when it has a background.
  mutating func drawDigits(_ text: String, role: Role, in rect: Rect, atMost scale: Int = 64, look: Look) {
    let style = look[role]
    let isFilled = style.background != nil || style.attributes.contains(.reverse)
    if isFilled { fill(rect, style: style) }
    let room = isFilled ? rect.inset(left: 1, right: 1).size : rect.size
    let hasHalfBlocks = look.signs.hasHalfBlocks
    guard let digits = LargeDigits(text, fitting: room, hasHalfBlocks: hasHalfBlocks, atMost: scale) else {
      let area = rect.centred(Size(columns: Text.displayWidth(text), rows: 1))
      write(text, at: area.origin, in: rect, style: style)
      return
    }
    let area = rect.centred(digits.size)
    for (index, line) in digits.lines.enumerated() {
      write(line, at: Point(x: area.x, y: area.y + index), in: rect, style: style)
    }
  }
}

extension Style {
  /// What stands out in a style as a foreground: its background when it has one.
  var withoutBackground: Style {
    Style(foreground: background ?? foreground, attributes: attributes.subtracting(.reverse))
  }
}
