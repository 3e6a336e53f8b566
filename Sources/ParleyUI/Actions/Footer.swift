import ParleyCore
import ParleyScreens
import ParleyTerminal

/// The keys that count now, kept until something changes: asking every action whether it is possible takes a third
/// of the time of a picture, and most pictures are made because a second has passed.
struct Footer: Sendable {
  let moment: Moment
  let hints: [KeyHint]

  /// What the hints depend on.
  struct Moment: Hashable, Sendable {
    let columns: Int
    let entries: Int
    let pane: Pane
    let row: Row?
    let person: StakeholderID?
    let knocks: Int
  }
}

extension TerminalModel {
  /// The footer, from what is kept as long as that holds.
  func footer(at now: Instant, columns: Int) -> [KeyHint] {
    if let footer, footer.moment == footerMoment(columns) { return footer.hints }
    return hints(at: now, columns: columns)
  }

  mutating func refreshFooter(at now: Instant, columns: Int) {
    let model = withSelectionFound
    let moment = model.footerMoment(columns)
    if footer?.moment != moment { footer = Footer(moment: moment, hints: model.hints(at: now, columns: columns)) }
  }

  /// How many columns the keys may take: at a narrow seat they go over some lines.
  func footerColumns(_ size: Size) -> Int { seatOf != nil && size.columns < 60 ? size.columns * 3 : size.columns }

  private func footerMoment(_ columns: Int) -> Footer.Moment {
    Footer.Moment(
      columns: columns, entries: session?.nextNumber ?? 0, pane: pane, row: selectedRow, person: person,
      knocks: knocks.count)
  }

  /// The keys that count now: the possible ones of the footer, those with the same place side by side. Once they fill
  /// so many columns no further action is asked whether it is possible; the last one, which is for help, always is.
  func hints(at now: Instant, columns: Int) -> [KeyHint] {
    // A projector shows what everyone is to see, and prompts nobody.
    if speaker == .screen { return [] }
    if isReplay { return replayHints }
    if isSolo { return soloHints }
    var hints: [KeyHint] = []
    var dots: [String] = []
    var used = 0
    let places = places
    func add(_ hint: KeyHint) {
      hints.append(hint)
      used += hint.width
    }
    // What is possible for one dot is possible for each, so only one is asked.
    lazy var takesDots = Action.of(.green).unavailable(in: self, at: now) == nil
    for (place, action) in footerOrder where used <= columns || action.id == .help {
      guard action.isFor(speaker), counts(action, at: places), let key = keymap.keys(of: action.id).first?.shown,
        place == Action.dotPlace ? takesDots : action.unavailable(in: self, at: now) == nil
      else { continue }
      if place == Action.dotPlace {
        dots.append(key)
        continue
      }
      if !dots.isEmpty {
        add(KeyHint(dots.joined(separator: " "), "dot\(dotFor)"))
        dots = []
      }
      add(KeyHint(key, label(of: action)))
    }
    return hints
  }

  /// The actions that count now, the most wanted first.
  func countingActions(at now: Instant) -> [Action] {
    guard speaker != .screen else { return [] }
    let places = places
    return footerOrder.map(\.action).filter { action in
      let looks = action.id == .command || action.id == .help
      return !looks && action.isFor(speaker) && counts(action, at: places)
        && action.unavailable(in: self, at: now) == nil
    }
  }

  /// What the moment asks for stands right after the dots; all else keeps its place.
  private var footerOrder: [(place: Int, action: Action)] {
    if speaker == .noteTaker { return Action.deskFooter }
    let urgent = urgent
    guard !urgent.isEmpty else { return Action.footer }
    let place = showsConflict ? Action.urgentPlaceInConflict : Action.urgentPlace
    let places = Action.footer.map { (urgent.contains($0.action.id) ? place : $0.place, $0.action) }
    return places.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
  }

  /// The actions that count more now than what can be done at any time.
  private var urgent: Set<Action.ID> {
    guard let state, pane.kind == .session || pane.kind == .goal, !state.voteIsOpen else { return [] }
    if let conflict = state.openConflict {
      return showsConflict && conflict.between.allSatisfy { !conflict.interests(of: $0).isEmpty } ? [.impact] : []
    }
    if !state.consentsSought.isEmpty, !state.consentIsByDot { return [.consent] }
    switch state.step {
    case .lobby, .review, .boundary, .context: return [.next]
    case .goal:
      guard let goal, goal.id == state.goalOnTable?.id else { return [] }
      if goal.settlement != nil { return [.next] }
      let isArgued = goal.isDisputed && !state.conflicts.contains { $0.goal == goal.id }
      let isAnswered = state.silent(on: goal).isEmpty
      return Set(
        (isArgued ? [.conflict] : []) + (isAnswered ? [.confirm] : []) + (goal.goal.isBounded ? [.drift] : []))
    case .priorities: return [.rankUp, .rankDown]
    default: return []
    }
  }

  /// Whose dot or argument it would be, said where the keys stand.
  private var dotFor: String {
    guard seatOf == nil, let name = person.flatMap({ state?.name($0) }) else { return "" }
    return " for \(name)"
  }

  private func label(of action: Action) -> String {
    switch action.id {
    case .argue: action.title + dotFor
    case .missed: "\(action.title) \(missed.count)"
    case .vote where seatOf != nil: KeyHint.ownBallot
    default: action.title
    }
  }

  private func counts(_ action: Action, at places: [Action.Place]) -> Bool {
    switch action.id {
    case .missed: !missed.isEmpty
    case .withdraw where seatOf != nil: !ownRequests.isEmpty
    case .serve, .withdraw, .assign: pane == .parkingLot
    case .undo, .command, .help: true
    case .conflict: !showsConflict
    case .green, .yellow, .red, .abstain: !showsConflict && !showsVote
    case .vote: isVoteAtHand
    case .letIn: !knocks.isEmpty
    case .reveal: state?.voteIsOpen ?? false
    default: places.contains(action.place)
    }
  }
}

extension KeyHint {
  /// What the key of a vote means at one's own terminal.
  static let ownBallot = "your ballot"
}

extension Action {
  /// The place in the footer that the dots share.
  fileprivate static let dotPlace = 10
  /// Between the dots and all else.
  fileprivate static let urgentPlace = 11
  /// Between the ways out together and each of them.
  fileprivate static let urgentPlaceInConflict = 2

  /// At the note-taker's, what is captured comes first, in one key each; then what is given for others.
  fileprivate static let deskFooter: [(place: Int, action: Action)] = {
    let capture: [ID] = [
      .argue, .waysOut, .acknowledge, .caveat, .comment, .park, .note, .decide, .followUp, .attendance, .request,
    ]
    let work = footer.filter { if case .work = $0.action.place { true } else { false } }
    let first = work.map(\.action.id) + capture
    return first.map { (place: 0, action: Action.of($0)) } + footer.filter { !first.contains($0.action.id) }
  }()

  /// Those that have a place in the footer, the least first.
  fileprivate static let footer: [(place: Int, action: Action)] =
    all.compactMap { action in action.footer.map { ($0, action) } }.enumerated()
    .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
}
