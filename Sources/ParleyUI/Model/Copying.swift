import ParleyCore
import ParleyScreens
import ParleyTerminal

/// A text for the clipboard.
struct Clip: Hashable, Sendable {
  /// What it is, for the line that tells of it.
  var name: String
  var text: String
}

// The clipboard: what goes on it, and what is said of that.
extension TerminalModel {
  /// What the pane shows, as text; of the record the whole document.
  func clip(at now: Instant, size: Size) -> Clip? {
    guard let state, let view = view(at: now, look: plainLook) else {
      return nil
    }
    if pane == .record, let text = recordText?(Record(of: state, until: now)) {
      return Clip(name: "the record", text: text)
    }
    let text = view.paneText(size: sessionSize(in: size))
    return Clip(name: "“\(text.prefix { !$0.isNewline && $0 != "," })”", text: text)
  }

  private var plainLook: Look { Look(theme: themes.current, depth: .none, showsUnicode: showsUnicode) }

  /// Says what became of it.
  mutating func say(_ outcome: CopyOutcome, of clip: Clip) {
    let lines = clip.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let what = "\(clip.name), \(counted(lines, "line"))"
    switch outcome {
    case .told: say("sent to the clipboard: \(what)")
    case .inTmux: say("copied to tmux, and from there to the clipboard where that is allowed: \(what)")
    case .tooLarge(let limit):
      let way =
        pane == .record ? "`parley record \(sessionName ?? state?.id ?? "") -o FILE` writes it" : "nothing was copied"
      say("\(what), is more than terminals take at once (\(limit / 1000) KB): \(way)", .warning)
    case .unavailable:
      say("this terminal has no clipboard for programs, or config.toml says clipboard = false", .warning)
    }
  }
}
