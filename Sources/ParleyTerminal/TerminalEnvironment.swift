import Glibc

/// What the environment says of the terminal.
public struct TerminalEnvironment: Hashable, Sendable {
  /// TERM, empty when it is not set.
  public var term: String
  /// NO_COLOR is set and not empty (no-color.org).
  public var refusesColor: Bool

  public init(term: String, refusesColor: Bool = false) {
    self.term = term
    self.refusesColor = refusesColor
  }

  /// That of this process.
  public static var own: TerminalEnvironment {
    TerminalEnvironment(term: value("TERM"), refusesColor: !value("NO_COLOR").isEmpty)
  }

  private static func value(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// The descriptions to try, the right one first. Terminals newer than the system's database
  /// (xterm-kitty, xterm-ghostty, foot) understand what xterm does.
  var candidates: [String] { [term, "xterm-256color", "xterm", "vt100"] }

  /// Whether it takes the window title of xterm, and keeps a stack of them.
  var hasTitle: Bool {
    let known = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "gnome", "st-",
      "wezterm", "contour", "mintty", "ghostty",
    ]
    return known.contains { term.hasPrefix($0) }
  }
}
