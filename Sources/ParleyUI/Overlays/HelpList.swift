import ParleyCore
import ParleyScreens
import ParleyTerminal

/// The help while it is open: what is searched for in it, and which entry the arrows have marked.
public struct HelpList: Hashable, Sendable {
  var page: HelpPage
  var search = LineEditor("", limit: 64)
  /// Counted over the entries, without headings.
  var pointer = 0

  /// Moves the mark by what the key says; false where it is no arrow.
  fileprivate mutating func move(_ key: Key, among count: Int) -> Bool {
    let last = max(0, count - 1)
    switch key {
    case .down, .tab: pointer = min(pointer + 1, last)
    case .up, .backTab: pointer = max(0, pointer - 1)
    case .pageDown: pointer = min(pointer + 10, last)
    case .pageUp: pointer = max(0, pointer - 10)
    case .home: pointer = 0
    case .end: pointer = last
    default: return false
    }
    return true
  }
}

// What is typed there searches, and Enter does what is marked: a list that acts.
extension TerminalModel {
  mutating func handle(_ key: Key, in list: HelpList, _ now: Instant) -> [Effect] {
    var list = list
    let entries = list.page.matching(list.search.text).compactMap { row -> HelpPage.Entry? in
      if case .entry(let entry) = row { entry } else { nil }
    }
    switch key {
    case .escape where !list.search.isEmpty: list = HelpList(page: list.page)
    case .escape, .control("c"), .control("g"), .function(1): return closeHelp()
    case .character("?") where list.search.isEmpty: return closeHelp()
    case .backspace where list.search.isEmpty: return closeHelp()
    case .enter:
      guard entries.indices.contains(list.pointer) else { return [] }
      return perform(entries[list.pointer], now)
    default:
      if !list.move(key, among: entries.count), list.search.handle(key) { list.pointer = 0 }
    }
    replaceTop(.help(list))
    return []
  }

  /// What can be done has changed while the help is open.
  mutating func refreshHelp(at now: Instant) {
    guard case .help(var list) = overlays.last else { return }
    list.page = HelpPage(self, at: now)
    replaceTop(.help(list))
  }

  private mutating func closeHelp() -> [Effect] {
    overlays.removeLast()
    return []
  }

  private mutating func perform(_ entry: HelpPage.Entry, _ now: Instant) -> [Effect] {
    guard let id = entry.action else { return [] }
    if let because = entry.because {
      say(because, .refusal)
      return []
    }
    overlays.removeLast()
    if case .picks = Action.of(id).act {
      say("\(entry.keys): \(entry.does)")
      return []
    }
    return perform(id, at: now)
  }
}
