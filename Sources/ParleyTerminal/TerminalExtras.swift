/// The sequences that no terminfo description has, or that ours leaves out: the ASCII character set (an earlier program
/// may have left another one), bracketed paste, the mouse, and xterm's stack of window titles.
struct TerminalExtras {
  let hasTitle: Bool
  let begin: String
  /// For use after another program took the terminal unasked; the title's place in the stack is still there.
  let resume: String
  let end: String

  /// - Parameters:
  ///   - isAnsi: a terminal that is not ANSI takes such sequences for text.
  ///   - takesMouse: whether it is to tell of clicks and of the wheel (1000), in numbers of any size (1006).
  ///   - noProgress: takes what was drawn into the tab away.
  init(isAnsi: Bool, hasTitle: Bool, takesMouse: Bool = false, noProgress: String = "") {
    let mouse = takesMouse ? "\u{1b}[?1000h\u{1b}[?1006h" : ""
    let noMouse = takesMouse ? "\u{1b}[?1006l\u{1b}[?1000l" : ""
    self.hasTitle = isAnsi && hasTitle
    resume = isAnsi ? "\u{1b}(B\u{f}\u{1b}[?2004h\(mouse)" : ""
    begin = resume + (isAnsi && hasTitle ? "\u{1b}[22;2t" : "")
    end = isAnsi ? "\u{1b}[?2004l\(noMouse)" + (hasTitle ? "\u{1b}[23;2t" : "") + noProgress : ""
  }
}
