import ParleyTerminal

extension Key {
  /// The key as people read it on a keyboard: `↑`, `Esc`, `Space`.
  var shown: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .character(" "): "Space"
    case .function(let number): "F\(number)"
    default: name
    }
  }
}
