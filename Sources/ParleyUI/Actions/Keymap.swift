import ParleyCore
import ParleyScreens
import ParleyTerminal

/// Which key means which action where.
public struct Keymap: Sendable {
  private var bindings: [Action.Place: [Key: Action.ID]] = [:]
  private var keys: [Action.ID: [Key]] = [:]

  /// The keys of the list of actions.
  public static let standard = Keymap(trusted: [:])

  /// Why keys cannot be bound as asked.
  public enum Fault: Error, Hashable, Sendable {
    /// Two actions would have the key in the same place.
    case taken(Key, by: Action.ID, wanted: Action.ID)
    /// Every form and line needs these keys.
    case reserved(Key, wanted: Action.ID)
    /// An action that one cannot do without would have no key.
    case unbound(Action.ID)
  }

  /// - Parameter overrides: keys that some actions have instead of their own; no key at all unbinds an action.
  public init(overrides: [Action.ID: [Key]]) throws(Fault) {
    for (id, keys) in overrides {
      if let reserved = keys.first(where: Keymap.reserved.contains) { throw .reserved(reserved, wanted: id) }
    }
    for id in [Action.ID.quit, .command, .help] where overrides[id]?.isEmpty ?? false { throw .unbound(id) }
    self.init(trusted: overrides)
    for action in Action.all {
      for key in keys[action.id] ?? [] {
        guard let holder = bindings[action.place]?[key], holder != action.id else { continue }
        throw .taken(key, by: holder, wanted: action.id)
      }
    }
  }

  private static let reserved: Set<Key> = [.control("z"), .control("l"), .control("c")]

  private init(trusted overrides: [Action.ID: [Key]]) {
    let given = Set(overrides.values.joined())
    for action in Action.all {
      // Views have function keys beside their digits, and give them up to whoever wants them for something else.
      let own = action.keys.filter { key in if case .function = key { !given.contains(key) } else { true } }
      let wanted = overrides[action.id] ?? own
      keys[action.id] = wanted
      for key in wanted where bindings[action.place]?[key] == nil {
        bindings[action.place, default: [:]][key] = action.id
      }
    }
  }

  /// The keys that mean an action, the first of them for the footer.
  public func keys(of id: Action.ID) -> [Key] { keys[id] ?? [] }

  /// What the key means to a terminal: in this pane, at this step, else everywhere.
  func action(for key: Key, in model: TerminalModel) -> Action.ID? {
    for place in model.places {
      if let id = bindings[place]?[key] { return id }
    }
    return nil
  }
}

extension TerminalModel {
  /// Whether the conflict that is open fills the main part of the screen.
  var showsConflict: Bool { pane == .session && state?.openConflict != nil && state?.voteIsOpen == false }

  /// Whether the vote that is open does.
  var showsVote: Bool { pane == .session && state?.voteIsOpen == true }

  /// The places that count now, the narrowest first.
  var places: [Action.Place] {
    if isReplay { return [.replay, .pane(pane.kind), .everywhere] }
    if isSolo { return [.solo, .rehearsal, .pane(pane.kind), .everywhere] }
    let isReadBack = pane == .session && state?.step == .readBack
    let isAtStep = pane == .session && !showsConflict && !showsVote
    let work = isAtStep ? state.flatMap { Action.Place.Work($0) } : nil
    let moment: [Action.Place?] = [
      isRehearsal ? .rehearsal : nil, state?.ended == nil ? nil : .closed, showsConflict ? .conflict : nil,
      work.map { .work($0) }, isReadBack ? .readBack : nil, seatOf == nil ? nil : .seat,
    ]
    return moment.compactMap { $0 } + (showsPeople ? [.people] : []) + [.pane(pane.kind), .everywhere]
  }

  /// Whether people are on the screen whose answers are given here: then a digit chooses one of them.
  var showsPeople: Bool {
    guard seatOf == nil, speaker != .screen, let state, state.ended == nil else { return false }
    switch pane {
    case .roadmap, .goal, .people: return true
    case .session:
      switch state.step {
      case .lobby, .vote, .goal, .priorities, .readBack: return true
      default: return showsConflict || showsVote
      }
    default: return false
    }
  }
}
