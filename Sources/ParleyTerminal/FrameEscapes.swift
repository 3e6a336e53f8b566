/// Frames as escape sequences, for recordings that are played without ncurses. The sequences are those of ECMA-48 with
/// direct colours (ISO 8613-6). They are written here because ncurses writes to a terminal and to nothing else.
extension Frame {
  /// The sequences that show this frame on a terminal which shows `before`. When `before` is nil or has another size,
  /// the terminal may show anything.
  public func escapes(after before: Frame?) -> String {
    let before = before?.size == size ? before : nil
    var out = before == nil ? "\u{1b}[?25l\u{1b}[0m\u{1b}[2J" : ""
    for row in 0..<size.rows where before == nil || !isSame(row, as: before) {
      out += "\u{1b}[\(row + 1);1H" + escapes(row: row)
    }
    return out
  }

  private func isSame(_ row: Int, as other: Frame?) -> Bool {
    guard let other else { return false }
    return (0..<size.columns).allSatisfy { self[$0, row] == other[$0, row] }
  }

  private func escapes(row: Int) -> String {
    var out = ""
    var style: Style?
    for column in 0..<size.columns {
      let cell = self[column, row]
      if cell.style != style {
        out += cell.style.escape
        style = cell.style
      }
      out += cell.text
    }
    return out + "\u{1b}[0m"
  }
}

extension Style {
  fileprivate var escape: String {
    var codes = ["0"]
    let named: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7")]
    codes += named.filter { attributes.contains($0.0) }.map(\.1)
    if let foreground { codes += foreground.codes(base: 30) }
    if let background { codes += background.codes(base: 40) }
    return "\u{1b}[\(codes.joined(separator: ";"))m"
  }
}

extension Color {
  /// - Parameter base: 30 for the foreground, 40 for the background.
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .default: ["\(base + 9)"]
    case .ansi(let index) where index < 8: ["\(base + Int(index))"]
    case .ansi(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .ansi(let index), .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
