import ParleyCore
import ParleyScreens

/// What `?` shows: the keys that count here and now first, then the others with the reason why not.
public struct HelpPage: Hashable, Sendable {
  public var rows: [Row]

  /// A line of help.
  public enum Row: Hashable, Sendable {
    case heading(String)
    /// Keys, what they do, and why not now.
    case action(keys: String, does: String, because: String?)
  }

  /// - Parameter now: when the reasons hold; nil leaves them out.
  public init(_ model: TerminalModel, at now: Instant? = nil) {
    let model = model.withSelectionFound
    let bound = Action.all.filter { action in
      !model.keymap.keys(of: action.id).isEmpty && action.isFor(model.speaker) && action.isPartOf(model)
    }
    let reasons = bound.map { action in now.flatMap { action.unavailable(in: model, at: $0) } }
    let all = zip(bound, reasons)
    rows = Action.Group.allCases.flatMap { group -> [Row] in
      let actions = all.filter { $0.group == group && $1 == nil }
      return actions.isEmpty ? [] : [.heading(group.rawValue)] + actions.map { HelpPage.row($0.0, model, nil) }
    }
    rows += HelpPage.typing
    let others = all.filter { $1 != nil }
    if !others.isEmpty { rows += [.heading("Not now, and why")] + others.map { HelpPage.row($0, model, $1) } }
  }

  private static func row(_ action: Action, _ model: TerminalModel, _ reason: String?) -> Row {
    let place =
      switch action.place {
      case .everywhere: ""
      case .pane(let kind): " (in \(kind.title))"
      case .readBack: " (at the read-back)"
      case .conflict: " (in a conflict)"
      case .work(let work): " (at the step: \(work.rawValue))"
      case .seat: ""
      case .closed: " (once the session is closed)"
      case .replay, .rehearsal, .solo: ""
      }
    return .action(
      keys: model.keymap.keys(of: action.id).map(\.shown).joined(separator: " "), does: action.help + place,
      because: reason)
  }

  /// The keys that edit words; they are the same everywhere and cannot be bound anew.
  private static let typing: [Row] = [
    .heading("In forms and on the : line"),
    .action(keys: "Tab S-Tab", does: "the next or previous field; on the : line, completes", because: nil),
    .action(keys: "Enter", does: "sends; a refusal leaves every word where it is", because: nil),
    .action(keys: "Esc", does: "closes; the words are kept and come back with the same key", because: nil),
    .action(keys: "C-x", does: "discards the words of a form", because: nil),
    .action(keys: "/", does: "in a list: searches it; Enter chooses what is found", because: nil),
    .action(keys: "C-a C-e C-b C-f", does: "the beginning, the end, one back, one forward", because: nil),
    .action(keys: "C-w C-u C-k C-y", does: "cut a word, all before, all after; put it back", because: nil),
    .action(keys: "M-b M-f M-d", does: "a word back, a word forward, cut the next word", because: nil),
    .heading("The terminal"),
    .action(keys: "C-l", does: "paints the screen anew", because: nil),
    .action(keys: "C-z", does: "suspends; the session goes on", because: nil),
    .action(keys: "C-c", does: "closes what is open, else asks whether to leave", because: nil),
  ]
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
