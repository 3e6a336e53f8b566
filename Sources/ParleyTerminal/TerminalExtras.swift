/// The sequences that no terminfo description has, or that ours leaves out: the ASCII character set (an earlier program
/// may have left another one), bracketed paste, and xterm's stack of window titles.
struct TerminalExtras {
  let hasTitle: Bool
  let begin: String
  /// For use after another program took the terminal unasked; the title's place in the stack is still there.
  let resume: String
  let end: String

  /// - Parameter isAnsi: a terminal that is not ANSI takes such sequences for text.
  init(isAnsi: Bool, hasTitle: Bool) {
    self.hasTitle = isAnsi && hasTitle
    resume = isAnsi ? "\u{1b}(B\u{f}\u{1b}[?2004h" : ""
    begin = resume + (isAnsi && hasTitle ? "\u{1b}[22;2t" : "")
    end = isAnsi ? "\u{1b}[?2004l" + (hasTitle ? "\u{1b}[23;2t" : "") : ""
  }
}
