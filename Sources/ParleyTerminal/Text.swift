/// Measures and shapes text by the columns that it takes on a terminal. Everything here counts text as drawn: see
/// `sanitised`.
public enum Text {
  /// The columns that the text takes when drawn.
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

  /// The text as it can safely be drawn on one line: tabs and line breaks are spaces, other controls U+FFFD. Invisible
  /// characters (bidirectional controls, zero-width characters, tags) are gone. A base has at most three marks, an
  /// emoji sequence is its first emoji, and a flag its two letters.
  public static func sanitised(_ text: String) -> String {
    if isPlain(text) { return text }
    return prefix(of: text, fitting: .max).text
  }

  /// At most this many columns. The ellipsis marks a cut, if it has room.
  public static func truncated(_ text: String, toWidth width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if isPlain(text), text.utf8.count <= width { return text }
    guard displayWidth(text) > width else { return sanitised(text) }
    let mark = displayWidth(ellipsis) <= width ? ellipsis : ""
    return prefix(of: text, fitting: width - displayWidth(mark)).text + mark
  }

  /// The place of a text in a width larger than its own.
  public enum Alignment: Hashable, Sendable {
    case leading, trailing, centre
  }

  /// Exactly this many columns: truncated, or filled up with spaces.
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

  /// As many whole characters as fit, and their columns.
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

  /// Printable ASCII, which can be measured without looking at single characters.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
