/// The sequences that no terminfo description has: bracketed paste, and xterm's stack of window titles.
struct TerminalExtras {
  let hasTitle: Bool
  let begin: String
  let end: String

  /// - Parameter isAnsi: a terminal that is not takes such sequences for text.
  init(isAnsi: Bool, hasTitle: Bool) {
    self.hasTitle = isAnsi && hasTitle
    begin = isAnsi ? "\u{1b}[?2004h" + (hasTitle ? "\u{1b}[22;2t" : "") : ""
    end = isAnsi ? "\u{1b}[?2004l" + (hasTitle ? "\u{1b}[23;2t" : "") : ""
  }
}
