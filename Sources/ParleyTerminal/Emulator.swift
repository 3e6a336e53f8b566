/// The programs that show a terminal and do more than show text, as far as the environment tells them apart. Nothing in
/// terminfo does, and an answer to a question would come too late.
enum Emulator: Hashable, Sendable {
  case kitty, ghostty, wezTerm, foot, contour, rxvt, windowsTerminal, mintty, appleTerminal
  case iTerm(version: [Int])
  case konsole(version: Int)
  case vte(version: Int)
  case other

  /// - Parameter variable: a variable of the environment; empty where it is not set.
  init(_ variable: (String) -> String) {
    let (term, program) = (variable("TERM"), variable("TERM_PROGRAM"))
    // GNU screen hands nothing on, whatever it was started in.
    let isScreen = term.hasPrefix("screen") && variable("TMUX").isEmpty
    self =
      isScreen
      ? .other : Emulator.byTerm(term) ?? Emulator.byProgram(program, variable) ?? Emulator.byOwnVariable(variable)
  }

  private static func byTerm(_ term: String) -> Emulator? {
    let known: [(String, Emulator)] = [
      ("xterm-kitty", .kitty), ("xterm-ghostty", .ghostty), ("wezterm", .wezTerm), ("foot", .foot),
      ("contour", .contour), ("rxvt", .rxvt),
    ]
    return known.first { term.hasPrefix($0.0) }?.1
  }

  private static func byProgram(_ program: String, _ variable: (String) -> String) -> Emulator? {
    switch program {
    case "iTerm.app":
      let version = variable("TERM_PROGRAM_VERSION").split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
      return .iTerm(version: version)
    case "ghostty": return .ghostty
    case "WezTerm": return .wezTerm
    case "mintty": return .mintty
    case "Apple_Terminal": return .appleTerminal
    default: return nil
    }
  }

  /// These outlast tmux, which puts its own name into TERM and TERM_PROGRAM, and one of them a line over SSH.
  private static func byOwnVariable(_ variable: (String) -> String) -> Emulator {
    if !variable("KITTY_WINDOW_ID").isEmpty { return .kitty }
    if variable("LC_TERMINAL") == "iTerm2" { return .iTerm(version: []) }
    if !variable("WT_SESSION").isEmpty { return .windowsTerminal }
    if let version = Int(variable("KONSOLE_VERSION")) { return .konsole(version: version) }
    if let version = Int(variable("VTE_VERSION")) { return .vte(version: version) }
    return .other
  }
}
