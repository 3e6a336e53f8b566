import ParleyTerminal

// Theory: a terminal that does not put brackets around what is pasted sends it as if it were typed, all at once. Then one
// read brings what no hand types: text. What still may be typed, and comes in one read over a slow line or from a script,
// is a few keys, a command with its Enter on the `:` line, or a key that opens a form and words after it. So it is a paste
// - where words go in, when a further line of words follows a line break;
// - where a line break would also do something with them, when it comes with more words than a hand has under way: so a
//   pasted line sends nothing, and Enter does;
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

  /// Whether a line break follows words.
  var breaksWords: Bool {
    guard let last = text.lastIndex(of: "\n") else { return false }
    return text[..<last].split(whereSeparator: { "\n\t".contains($0) }).contains { $0.count >= Burst.leastWords }
  }

  /// Fewer characters are still under the fingers of somebody who types over a slow line.
  private static let leastWords = 8

  /// Whether it is more than keys that a hand gives one after the other; a key that is held repeats itself.
  var isMoreThanKeys: Bool { text.count >= Burst.leastWords && Set(text).count >= 5 }

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
    if takesText { return breakActs && burst.breaksWords ? [.paste(burst.text)] : keys }
    guard burst.isMoreThanKeys else { return keys }
    guard let opened = takingText(after: keys[0]) else { return [.paste(burst.text)] }
    return [keys[0]] + opened.reading(Array(keys.dropFirst()), isRest: false)
  }

  /// Whether what is typed now is text.
  private var takesText: Bool {
    switch overlays.last {
    case .form, .prompt, .search, .help: true
    case .menu, .spread, .ballot, .voteResult, .report, nil: false
    }
  }

  /// Whether a line break sends or does what is typed now. The `:` line takes a command with its Enter: it holds nothing
  /// else.
  private var breakActs: Bool {
    switch overlays.last {
    case .form, .help: true
    case .prompt, .search, .menu, .spread, .ballot, .voteResult, .report, nil: false
    }
  }

  /// What a key that opens something for words leads to; nil where it opens none.
  private func takingText(after key: Key) -> TerminalModel? {
    guard let state else { return nil }
    var next = self
    _ = next.handle(key: key, at: lastHeard ?? state.opened)
    return next.takesText ? next : nil
  }
}
