import ParleyTerminal

// Theory: a terminal that does not put brackets around what is pasted sends it as if it were typed, all at once. Then one
// read brings what no hand types: text. What still may be typed, and comes in one read over a slow line or from a script,
// is a few keys, or a key that opens a form with one line of words and Enter after it. So it is a paste
// - where words go in, when a further line of words follows a line break: a script answers a form with a key or a number;
// - elsewhere, when it is more than a few different keys, and the first of them opens nothing that takes words.
// What comes right after a paste is its rest: a terminal hands out 4,096 bytes at most.

/// The keys of one read, as the text that they would be.
struct Burst: Hashable {
  let text: String
  private let lines: [Substring]

  /// Nil where other keys are among them than text has.
  init?(_ keys: [Key]) {
    var text = ""
    for key in keys {
      switch key {
      case .character(let character): text.append(character)
      case .enter: text.append("\n")
      case .tab: text.append("\t")
      default: return nil
      }
    }
    self.text = text
    lines = text.split(separator: "\n")
  }

  /// Whether words follow a line break.
  var hasFurtherLines: Bool {
    lines.dropFirst().contains { $0.count >= 4 } || lines.count >= 3 && text.count >= 12
  }

  /// Whether it is more than keys that a hand gives one after the other; a key that is held repeats itself.
  var isMoreThanKeys: Bool { text.count >= 8 && Set(text).count >= 5 }

  /// How soon after a paste its rest comes, in milliseconds.
  static let restMs: Int64 = 40
}

extension TerminalModel {
  /// The keys of one read; where they are a paste without brackets, that paste.
  ///
  /// - Parameter isRest: whether they came right after one.
  func reading(_ keys: [Key], isRest: Bool) -> [Key] {
    guard keys.count > 1 || isRest, !isWaiting, let burst = Burst(keys) else { return keys }
    if isRest || burst.hasFurtherLines { return [.paste(burst.text)] }
    guard !takesText, burst.isMoreThanKeys else { return keys }
    return opensText(keys[0]) ? keys : [.paste(burst.text)]
  }

  /// Whether what is typed now is text.
  private var takesText: Bool {
    switch overlays.last {
    case .form, .prompt, .search, .help: true
    case .menu, .spread, .ballot, .voteResult, .report, nil: false
    }
  }

  private func opensText(_ key: Key) -> Bool {
    guard let state else { return false }
    var next = self
    _ = next.handle(key: key, at: lastHeard ?? state.opened)
    return next.takesText
  }
}
