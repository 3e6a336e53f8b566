import ParleyCore
import ParleyScreens
import ParleyTerminal

/// The keys as the reference lists them: place by place, from the list of actions that also drives the screen.
public struct KeyReference: Hashable, Sendable {
  /// Where these keys mean what they say here.
  public let heading: String
  public let entries: [Entry]

  /// Something that keys do.
  public struct Entry: Hashable, Sendable {
    /// As they stand on a keyboard.
    public let keys: String
    /// The name by which `config.toml` binds keys to it; nil for keys that cannot be bound anew.
    public let name: String?
    public let does: String
    /// Those whom it is for; empty for everyone who takes part. A screen takes no part.
    public let roles: [String]
  }

  /// Every key that is bound, the places that count most often first.
  public static func all(_ keymap: Keymap) -> [KeyReference] {
    let places = Action.all.map(\.place).reduce(into: [Action.Place]()) { seen, place in
      if !seen.contains(place) { seen.append(place) }
    }
    let listed = places.sorted { $0.rank < $1.rank }.flatMap { place in
      place == .everywhere
        ? Action.Group.allCases.map { group in
          KeyReference(group.rawValue, Action.all.filter { $0.place == place && $0.group == group }, keymap)
        }
        : [KeyReference(place.heading, Action.all.filter { $0.place == place }, keymap)]
    }
    return listed.filter { !$0.entries.isEmpty } + HelpPage.typingReference
  }

  private init(_ heading: String, _ actions: [Action], _ keymap: Keymap) {
    self.heading = heading
    entries = actions.compactMap { action in
      let keys = keymap.keys(of: action.id).map(\.shown)
      guard !keys.isEmpty else { return nil }
      let shown = keys.count > 4 ? "\(keys[0]) … \(keys[keys.count - 1])" : keys.joined(separator: " ")
      return Entry(keys: shown, name: action.id.rawValue, does: action.help, roles: action.roles)
    }
  }

  init(_ heading: String, _ entries: [Entry]) { (self.heading, self.entries) = (heading, entries) }
}

extension Action {
  /// Whom it is for; empty for everyone who takes part.
  fileprivate var roles: [String] {
    let speakers: [(name: String, Speaker)] = [
      ("facilitator", .facilitator), ("note-taker", .noteTaker), ("stakeholder", .stakeholder(StakeholderID(""))),
    ]
    let theirs = speakers.filter { isFor($0.1) }.map(\.name)
    return theirs.count == speakers.count ? [] : theirs
  }
}

extension Action.Place {
  /// Where it stands in the reference, least first.
  fileprivate var rank: Int {
    switch self {
    case .everywhere: 0
    case .people: 1
    case .pane: 2
    case .conflict: 3
    case .work: 4
    case .readBack: 5
    case .closed: 6
    case .seat: 7
    case .rehearsal: 8
    case .solo: 9
    case .replay: 10
    }
  }

  fileprivate var heading: String {
    switch self {
    case .everywhere: "Everywhere"
    case .people: "Where people are on the screen"
    case .pane(let kind): "In \(kind.title)"
    case .conflict: "In a conflict"
    case .work(let work): "At the step: \(work.rawValue)"
    case .readBack: "At the read-back"
    case .closed: "Once the session is closed"
    case .seat: "At a seat of one's own"
    case .rehearsal: "In a rehearsal"
    case .solo: "In a rehearsal alone"
    case .replay: "In a replay"
    }
  }
}
