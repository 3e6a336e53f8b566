import ParleyCore
import ParleyScreens

/// What `?` shows: what the moment wants first, then what else can be done, then the others with the reason why not.
public struct HelpPage: Hashable, Sendable {
  public var rows: [Row]

  /// A line of help.
  public enum Row: Hashable, Sendable {
    case heading(String)
    case entry(Entry)
  }

  /// Something that keys do.
  public struct Entry: Hashable, Sendable {
    /// What Enter does; nil for keys that edit words.
    public var action: Action.ID?
    public var keys: String
    /// Its name, as the footer has it.
    public var title: String
    public var does: String
    /// Why it cannot be done now.
    public var because: String?

    /// Whether all of these words are in it, in whatever order.
    fileprivate func holds(_ words: [Substring]) -> Bool {
      let text = "\(keys) \(title) \(does) \(action.flatMap { HelpPage.alsoCalled[$0] } ?? "")".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// - Parameter now: when the reasons hold; nil leaves them out.
  public init(_ model: TerminalModel, at now: Instant? = nil) {
    let model = model.withSelectionFound
    let bound = Action.all.filter { action in
      !model.keymap.keys(of: action.id).isEmpty && action.isFor(model.speaker) && action.isPartOf(model)
    }
    let wanted = now.map { model.countingActions(at: $0).map(\.id) } ?? []
    let entries = bound.map { action in
      HelpPage.entry(action, model, now.flatMap { action.unavailable(in: model, at: $0) })
    }
    let all = zip(bound, entries)
    let first = wanted.compactMap { id in all.first { $0.id == id && $1.because == nil }?.1 }
    rows = first.isEmpty ? [] : [.heading("Now")] + first.map(Row.entry)
    rows += Action.Group.allCases.flatMap { group -> [Row] in
      let others = all.filter { $0.group == group && $1.because == nil && !wanted.contains($0.id) }
      return others.isEmpty ? [] : [.heading(group.rawValue)] + others.map { .entry($0.1) }
    }
    rows += HelpPage.typing
    let others = entries.filter { $0.because != nil }
    if !others.isEmpty { rows += [.heading("Not now, and why")] + others.map(Row.entry) }
  }

  /// What is left of it where these words are searched for: what can be done first.
  func matching(_ search: String) -> [Row] {
    let words = search.lowercased().split(separator: " ")
    guard !words.isEmpty else { return rows }
    return rows.filter { row in if case .entry(let entry) = row { entry.holds(words) } else { false } }
  }

  private static func entry(_ action: Action, _ model: TerminalModel, _ reason: String?) -> Entry {
    let place =
      switch action.place {
      case .everywhere: ""
      case .people: " (where people are on the screen)"
      case .pane(let kind): " (in \(kind.title))"
      case .readBack: " (at the read-back)"
      case .conflict: " (in a conflict)"
      case .work(let work): " (at the step: \(work.rawValue))"
      case .seat: ""
      case .closed: " (once the session is closed)"
      case .replay, .rehearsal, .solo: ""
      }
    let keys = model.keymap.keys(of: action.id).map(\.shown)
    let shown = keys.count > 4 ? "\(keys[0]) … \(keys[keys.count - 1])" : keys.joined(separator: " ")
    return Entry(
      action: action.id, keys: shown, title: action.title, does: action.help + place,
      because: reason.map(HelpPage.withoutRules))
  }

  /// What people call it who do not know its name yet.
  fileprivate static let alsoCalled: [Action.ID: String] = [
    .green: "agree yes", .yellow: "condition reservation but if", .red: "disagree no veto object against",
    .abstain: "pass", .clearDot: "delete remove typo", .undo: "mistake typo wrong correct delete remove",
    .redo: "again", .next: "forward continue start begin", .back: "previous", .extend: "minute longer more time",
    .extendBy: "minute longer more time", .rebalance: "late catch up shorten", .confirm: "settle agree condition",
    .adjust: "change edit rename typo correct target timeframe", .postponeGoal: "later postpone",
    .drop: "delete remove cancel", .request: "feature idea wish", .park: "later idea", .pause: "break stop",
    .note: "write minutes", .decide: "decision", .conflict: "disagree argue", .person: "who name voter",
    .attendance: "absent late arrive leave", .close: "end finish save", .showRecord: "minutes protocol export save",
    .quit: "leave exit", .acknowledge: "accept agree sign", .caveat: "but reservation condition",
  ]

  /// The numbers of the method's rules are for the reference.
  static func withoutRules(_ sentence: String) -> String { sentence.replacing(#/ ?\(M\d+(?:[–, ]+M\d+)*\)/#, with: "") }

  /// The same for the reference.
  static let typingReference: [KeyReference] = typing.reduce(into: []) { sections, row in
    switch row {
    case .heading(let text): sections.append(KeyReference(text, []))
    case .entry(let entry):
      guard let last = sections.popLast() else { return }
      let further = KeyReference.Entry(keys: entry.keys, name: nil, does: entry.does, roles: [])
      sections.append(KeyReference(last.heading, last.entries + [further]))
    }
  }

  /// The keys that edit words; they are the same everywhere and cannot be bound anew.
  private static let typing: [Row] = [
    .heading("In forms and on the : line"),
    .keys("Tab S-Tab", "the next or previous field; on the : line, completes"),
    .keys("Enter", "sends; a refusal leaves every word where it is"),
    .keys("Esc", "closes; the words are kept and come back with the same key"),
    .keys("C-x", "discards the words of a form"),
    .keys("C-r", "shows private words while they are typed, or hides them again"),
    .keys("/", "in a list: searches it; Enter chooses what is found"),
    .keys("C-a C-e C-b C-f", "the beginning, the end, one back, one forward"),
    .keys("C-w C-u C-k C-y", "cut a word, all before, all after; put it back"),
    .keys("M-b M-f M-d", "a word back, a word forward, cut the next word"),
    .heading("The terminal"),
    .keys("", "nothing is to be saved: each word is on disk before the screen shows it"),
    .keys("C-l", "paints the screen anew"),
    .keys("C-z", "suspends; the session goes on"),
    .keys("C-c", "closes what is open, else asks whether to leave"),
  ]
}

extension HelpPage.Row {
  fileprivate static func keys(_ keys: String, _ does: String) -> HelpPage.Row {
    .entry(HelpPage.Entry(action: nil, keys: keys, title: "", does: does))
  }
}

extension Action.Place.PaneKind {
  var title: String {
    switch self {
    case .session: "the session view"
    case .roadmap: "the roadmap"
    case .goal: "the goal's card"
    case .parkingLot: "the parking lot"
    case .people: "people"
    case .decisions: "decisions"
    case .agenda: "the agenda"
    case .record: "the record"
    case .tradeOffs: "the trade-offs"
    case .playbooks: "the playbooks"
    case .boundary: "the boundary"
    case .countdown: "the countdown"
    }
  }
}
