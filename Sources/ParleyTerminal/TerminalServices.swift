// Theory: a terminal has a clipboard, shows notifications, and draws progress in its tab, and no two agree on how they are
// asked for it. Worse, OSC 9 is a notification to some and progress to others: whoever sends progress to the wrong one has
// it pop up a box every few seconds. So a service is used where the environment names a terminal that is known for it, or
// where the user says so; and none is ever needed. Between a program and its terminal may stand tmux, which lets
// through only what is wrapped for it, and only if its user allows that.

/// What a terminal is asked for besides showing text.
struct TerminalServices: Hashable, Sendable {
  /// How it is told to notify someone.
  enum Notification: Hashable, Sendable {
    /// OSC 9, of iTerm2: a text.
    case text
    /// OSC 777, of urxvt: a title and a text.
    case titled
    /// OSC 99, of kitty: the same, and only while nobody looks at the window.
    case unfocused
  }

  let notification: Notification?
  let showsProgress: Bool
  /// Whether it takes what a program puts on the clipboard (OSC 52).
  let hasClipboard: Bool
  private let isInTmux: Bool

  /// - Parameter isAnsi: a terminal that is not ANSI takes such sequences for text.
  init(_ environment: TerminalEnvironment, isAnsi: Bool, _ wishes: ServiceWishes) {
    isInTmux = environment.isInTmux
    // One that does not keep window titles is none of those that swallow what they do not know.
    guard isAnsi, environment.hasTitle else {
      (notification, showsProgress, hasClipboard) = (nil, false, false)
      return
    }
    let emulator = environment.emulator
    notification =
      wishes.notifications == false ? nil : emulator.notification ?? (wishes.notifications == true ? .titled : nil)
    showsProgress = wishes.progress ?? (emulator.showsProgress && !environment.isInTmux)
    hasClipboard = wishes.clipboard ?? emulator.hasClipboard
  }

  /// What will be used, and how.
  func words(copiesToTmux: Bool) -> [String] {
    let through = isInTmux ? ", where tmux has allow-passthrough on" : ""
    let notified: String? =
      switch notification {
      case nil: nil
      case .text: "notifications (OSC 9\(through))"
      case .titled: "notifications (OSC 777\(through))"
      case .unfocused: "notifications (OSC 99\(through))"
      }
    let clipboard = copiesToTmux ? "the clipboard (tmux load-buffer -w)" : hasClipboard ? "the clipboard (OSC 52)" : nil
    return [clipboard, notified, showsProgress ? "progress in the tab (OSC 9;4\(through))" : nil].compactMap { $0 }
  }

  /// Tells whoever is away from the window; empty where the terminal cannot.
  func notifying(_ title: String, _ text: String) -> String {
    let (title, text) = (TerminalServices.plain(title), TerminalServices.plain(text))
    switch notification {
    case nil: return ""
    case .text: return wrapped("\u{1b}]9;\(title): \(text)\u{1b}\\")
    case .titled:
      // The first semicolon ends the title.
      return wrapped("\u{1b}]777;notify;\(title.map { $0 == ";" ? "," : String($0) }.joined());\(text)\u{1b}\\")
    case .unfocused:
      return wrapped("\u{1b}]99;i=parley:d=0:o=unfocused;\(title)\u{1b}\\")
        + wrapped("\u{1b}]99;i=parley:p=body:o=unfocused;\(text)\u{1b}\\")
    }
  }

  /// Draws how far the time has gone into the tab (OSC 9;4, of ConEmu), or takes it away; empty where the terminal cannot.
  func showing(_ progress: TabProgress?) -> String {
    guard showsProgress else { return "" }
    let state =
      switch progress {
      case nil: "0"
      case .running(let percent): "1;\(percent)"
      case .paused(let percent): "4;\(percent)"
      case .over: "2;100"
      }
    return wrapped("\u{1b}]9;4;\(state)\u{1b}\\")
  }

  /// Puts a text on the clipboard (OSC 52). In tmux it goes to tmux, which hands it on if it may.
  static func copying(_ text: String) -> String { "\u{1b}]52;c;\(base64(Array(text.utf8)))\u{1b}\\" }

  /// As tmux lets it through to the terminal around it, with `allow-passthrough`.
  private func wrapped(_ sequence: String) -> String {
    guard isInTmux else { return sequence }
    return "\u{1b}Ptmux;" + sequence.map { $0 == "\u{1b}" ? "\u{1b}\u{1b}" : String($0) }.joined() + "\u{1b}\\"
  }

  private static func plain(_ text: String) -> String { Text.truncated(Text.sanitised(text), toWidth: 120) }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// RFC 4648, which Foundation would have, for 30 MB of program.
  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// What the user says of a terminal's services: to use one, not to, or nothing. Then it is used where the terminal is known
/// for it.
public struct ServiceWishes: Hashable, Sendable {
  public var clipboard: Bool?
  public var notifications: Bool?
  public var progress: Bool?

  public init(clipboard: Bool? = nil, notifications: Bool? = nil, progress: Bool? = nil) {
    self.clipboard = clipboard
    self.notifications = notifications
    self.progress = progress
  }
}

/// How far the time has gone, for the terminal's tab.
public enum TabProgress: Hashable, Sendable {
  case running(percent: Int)
  case paused(percent: Int)
  case over
}

extension Emulator {
  fileprivate var notification: TerminalServices.Notification? {
    switch self {
    case .kitty: .unfocused
    case .iTerm: .text
    case .ghostty, .wezTerm, .foot, .contour, .rxvt, .konsole: .titled
    case .windowsTerminal, .mintty, .appleTerminal, .vte, .other: nil
    }
  }

  /// Older ones of the same name take it for a notification, or show nothing.
  fileprivate var showsProgress: Bool {
    switch self {
    case .ghostty, .wezTerm, .windowsTerminal, .mintty: true
    case .iTerm(let version): !version.lexicographicallyPrecedes([3, 6, 6])
    case .konsole(let version): version >= 250_400
    case .vte(let version): version >= 7900
    case .kitty, .foot, .contour, .rxvt, .appleTerminal, .other: false
    }
  }

  /// Most others take it, or let their users say so. Those that never do must not be said to have it.
  fileprivate var hasClipboard: Bool {
    switch self {
    case .appleTerminal, .vte: false
    case .kitty, .ghostty, .wezTerm, .foot, .contour, .rxvt, .windowsTerminal, .mintty, .iTerm, .konsole, .other: true
    }
  }
}
