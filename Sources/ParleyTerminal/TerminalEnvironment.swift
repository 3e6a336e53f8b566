import Glibc

/// The environment's facts about the terminal.
public struct TerminalEnvironment: Hashable, Sendable {
  /// TERM, empty when it is not set.
  public var term: String
  /// NO_COLOR is set and not empty (no-color.org).
  public var refusesColor: Bool
  /// COLORTERM says that the terminal shows any colour.
  public var hasTrueColor: Bool

  /// Apple's Terminal shows the last letter of a question that it does not know.
  public var isAppleTerminal = false

  /// The program that shows the terminal.
  var emulator = Emulator.other
  /// Whether tmux stands between.
  var isInTmux = false

  public init(term: String, refusesColor: Bool = false, hasTrueColor: Bool = false) {
    self.term = term
    self.refusesColor = refusesColor
    self.hasTrueColor = hasTrueColor
  }

  /// The environment of this process.
  public static var own: TerminalEnvironment {
    let term = value("TERM")
    // GNU screen passes on a COLORTERM without keeping its promise; tmux, which may call itself screen, keeps it.
    let passesColorOn = !term.hasPrefix("screen") || !value("TMUX").isEmpty
    var own = TerminalEnvironment(
      term: term, refusesColor: !value("NO_COLOR").isEmpty,
      hasTrueColor: passesColorOn && ["truecolor", "24bit"].contains(value("COLORTERM")))
    own.emulator = Emulator(value)
    own.isAppleTerminal = own.emulator == .appleTerminal
    own.isInTmux = !value("TMUX").isEmpty
    return own
  }

  private static func value(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// The descriptions to try, the right one first. Terminals newer than the system's database (xterm-kitty,
  /// xterm-ghostty, foot) understand the sequences of xterm.
  var candidates: [String] { [term, "xterm-256color", "xterm", "vt100"] }

  /// The installed description, changed to our needs; nil when there is no file of it.
  func entry(_ name: String) -> TerminfoEntry? {
    guard var entry = TerminfoDatabase.own.entry(name) else { return nil }
    entry.leavePaletteAlone()
    entry.stayInOneCharacterSet()
    if hasTrueColor, !refusesColor { entry.addTrueColor() }
    return entry
  }

  /// Whether the background is light, as some terminals say in COLORFGBG; nil where they do not.
  public static var hasLightBackground: Bool? {
    let parts = value("COLORFGBG").split(separator: ";")
    guard parts.count > 1, let background = parts.last.flatMap({ UInt8($0) }), background < 16 else { return nil }
    return background == 7 || background == 15
  }

  /// Whether the terminal can be asked about itself: one that does not know a question must show nothing of it.
  var canBeAsked: Bool { hasTitle && !isAppleTerminal }

  /// Whether the terminal swallows a link around a text that it cannot make one of (OSC 8).
  public var takesLinks: Bool { hasTitle }

  /// Whether the terminal takes xterm's window titles, and keeps a stack of them.
  var hasTitle: Bool {
    let known = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "gnome", "st-",
      "wezterm", "contour", "mintty", "ghostty",
    ]
    return known.contains { term.hasPrefix($0) }
  }
}
