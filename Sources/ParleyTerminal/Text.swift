/// Measuring and shaping text by the columns it takes on a terminal. All of it counts text as it will
/// be drawn: see `sanitised`.
public enum Text {
  /// The columns the text takes when drawn.
  public static func displayWidth(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      let columns = ScalarKind.simpleWidth(scalar)
      guard columns > 0 else { return displayWidth(ofAny: text) }
      width += columns
    }
    return width
  }

  private static func displayWidth(ofAny text: String) -> Int {
    var width = 0
    Grapheme.visit(text) {
      width += $0.width
      return true
    }
    return width
  }

  /// The text as it can safely be drawn on one line: tabs and line breaks are spaces, other controls
  /// U+FFFD, what is invisible (bidirectional controls, zero-width characters, tags) is gone, a base
  /// has at most three marks, an emoji sequence is its first emoji, a flag its two letters.
  public static func sanitised(_ text: String) -> String {
    if isPlain(text) { return text }
    return prefix(of: text, fitting: .max).text
  }

  /// At most so many columns; what was cut is marked by the ellipsis, if that has room.
  public static func truncated(_ text: String, toWidth width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if isPlain(text), text.utf8.count <= width { return text }
    guard displayWidth(text) > width else { return sanitised(text) }
    let mark = displayWidth(ellipsis) <= width ? ellipsis : ""
    return prefix(of: text, fitting: width - displayWidth(mark)).text + mark
  }

  /// Where a text stands in a width larger than its own.
  public enum Alignment: Hashable, Sendable {
    case leading, trailing, centre
  }

  /// Exactly so many columns: truncated, or filled up with spaces.
  public static func padded(
    _ text: String, toWidth width: Int, alignment: Alignment = .leading, ellipsis: String = "…"
  ) -> String {
    let fitted = truncated(text, toWidth: width, ellipsis: ellipsis)
    let free = max(0, width - displayWidth(fitted))
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: free
      case .centre: free / 2
      }
    return spaces(before) + fitted + spaces(free - before)
  }

  /// As many whole characters as fit, and the columns they take.
  static func prefix(of text: String, fitting width: Int) -> (text: String, width: Int) {
    var result = ""
    var used = 0
    Grapheme.visit(text) { grapheme in
      guard used + grapheme.width <= width else { return false }
      grapheme.append(to: &result.unicodeScalars)
      used += grapheme.width
      return true
    }
    return (result, used)
  }

  /// Printable ASCII, which needs no look at single characters.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
