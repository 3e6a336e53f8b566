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
    let runsOver: Bool
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
      knocks: knocks.count, runsOver: runsOver)
  }

  /// The keys that count now. First what the moment wants, in room of its own; then, each in a column that it keeps while
  /// the step lasts, what can be done besides; what cannot be done now, or is done, leaves its column empty. Help stands
  /// last, at the right edge. Nothing is asked whether it is possible that has no room.
  func hints(at now: Instant, columns: Int) -> [KeyHint] {
    // A projector shows what everyone is to see, and prompts nobody.
    if speaker == .screen { return [] }
    if isReplay { return replayHints }
    if isSolo { return soloHints }
    let room = max(0, columns - 2)
    let help = hint(of: .help)
    let end = room - (help.map { $0.width - 2 } ?? 0)
    let wanted = wanted
    var hints: [KeyHint] = []
    var column = 0
    let first = wantedColumns(room)
    var shown: Set<Action.ID> = []
    for id in wanted where isPossible(id, at: now) {
      let added = self.hints(of: id, isLong: room >= TerminalModel.longFooter)
      let width = added.reduce(0) { $0 + $1.width }
      guard hints.isEmpty || column + width <= max(first, first == 0 ? end : 0) else { continue }
      hints += added
      column += width
      shown.insert(id)
    }
    column = max(column, first)
    for id in besides {
      for hint in self.hints(of: id, isLong: false) {
        guard column + hint.width <= end else { return hints + (help.map { [$0.at(end)] } ?? []) }
        if !shown.contains(id), isPossible(id, at: now) { hints.append(hint.at(column)) }
        column += hint.width
      }
    }
    return hints + (help.map { [$0.at(end)] } ?? [])
  }

  /// The actions that count now, the most wanted first.
  func countingActions(at now: Instant) -> [Action] {
    guard speaker != .screen else { return [] }
    let wanted = wanted
    return (wanted + besides.filter { !wanted.contains($0) }).flatMap { $0 == .green ? Action.dotIDs : [$0] }
      .filter { $0 != .command && isPossible($0, at: now) }.map(Action.of)
  }

  private func isPossible(_ id: Action.ID, at now: Instant) -> Bool {
    let action = Action.of(id)
    return action.isFor(speaker) && !keymap.keys(of: id).isEmpty && !isDone(id)
      && action.unavailable(in: self, at: now) == nil
  }

  /// Whether it could be given again, but has been given.
  private func isDone(_ id: Action.ID) -> Bool {
    switch id {
    case .acknowledge: person.flatMap { state?.acknowledgements[$0] } != nil
    case .confirm: goal?.settlement != nil
    default: false
    }
  }

  /// What the moment wants, the most wanted first. The first dot stands for all of them.
  private var wanted: [Action.ID] {
    guard let state else { return [] }
    let knocks: [Action.ID] = self.knocks.isEmpty ? [] : [.letIn]
    if state.ended != nil { return [.comment, .quit] }
    switch pane {
    case .session, .goal: return knocks + wantedInSession(state)
    default: return knocks + Action.footer(at: .pane(pane.kind)).prefix(1)
    }
  }

  private func wantedInSession(_ state: State) -> [Action.ID] {
    let vote: [Action.ID] = isVoteAtHand ? [.vote] : []
    if showsVote { return [.vote, .reveal] }
    if showsConflict { return isArguedOut(state) ? [.waysOut, .impact, .argue] : [.argue, .waysOut] }
    if speaker == .noteTaker { return [] }
    if seatOf != nil { return vote + (missed.isEmpty ? [] : [.missed]) + (state.goalOnTable == nil ? [] : [.green]) }
    if !state.consentsSought.isEmpty, !state.consentIsByDot { return [.consent] }
    switch state.step {
    case .goal: return vote + wantedOfGoal(state)
    case .priorities: return vote + [.rankUp, .rankDown, .next]
    // A caveat without an answer is in the way of the end.
    case .readBack: return state.openCaveats.isEmpty ? [.acknowledge, .close] : [.acknowledge, .answer]
    case .part, .review: return Action.footer(at: places.first ?? .everywhere).prefix(1) + [.next]
    default: return vote + [.next]
    }
  }

  private func wantedOfGoal(_ state: State) -> [Action.ID] {
    guard let goal else { return [.next] }
    guard goal.id == state.goalOnTable?.id else { return [.green] }
    if goal.settlement != nil { return chosenPerson == nil ? [.next] : [.green] }
    let isArgued = goal.isDisputed && !state.conflicts.contains { $0.goal == goal.id }
    let isAnswered = state.silent(on: goal).isEmpty && chosenPerson == nil
    return isAnswered ? (isArgued ? [.conflict] : []) + [.confirm] : [.green]
  }

  private func isArguedOut(_ state: State) -> Bool {
    state.openConflict?.between.allSatisfy { state.openConflict?.interests(of: $0).isEmpty == false } ?? false
  }

  /// What has a column at this step, possible now or not.
  private var besides: [Action.ID] {
    let all = speaker == .noteTaker ? Action.deskFooter : Action.footer
    // On a goal that is not open today, what is said of it is drift before anything else.
    let order = goal?.goal.isBounded == true ? [.drift] + all.filter { $0 != .drift } : all
    let places = places
    return order.filter { Action.of($0).isFor(speaker) && hasColumn($0, at: places) }
  }

  private func hint(of id: Action.ID) -> KeyHint? {
    keymap.keys(of: id).first.map { KeyHint($0.shown, label(of: Action.of(id)), keys: [$0]) }
  }

  /// How an action stands there; the dots stand together.
  private func hints(of id: Action.ID, isLong: Bool) -> [KeyHint] {
    guard id == .green else { return hint(of: id).map { [$0] } ?? [] }
    let dots = Action.dotIDs.compactMap { hint(of: $0) }
    if isLong, !dotFor.isEmpty { return dots + [KeyHint("", dotFor.trimmed)] }
    return [KeyHint(dots.map(\.key).joined(separator: " "), "dot\(dotFor)", keys: dots.flatMap(\.keys))]
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

  /// From so many columns on, what the moment wants is said in whole words.
  private static let longFooter = 110

  /// The room of what the moment wants, the same as long as a step lasts; a narrow line has none to keep free.
  private func wantedColumns(_ room: Int) -> Int {
    guard room >= 70, pane.kind == .session || pane.kind == .goal else { return room >= 70 ? 20 : 0 }
    if showsConflict { return 42 }
    switch state?.step {
    case .goal: return room >= TerminalModel.longFooter ? 58 : 30
    case .priorities: return 33
    default: return 20
    }
  }

  private func hasColumn(_ id: Action.ID, at places: [Action.Place]) -> Bool {
    switch id {
    case .green: speaker == .noteTaker && !showsConflict && !showsVote
    // Only the moment that wants them has them.
    case .yellow, .red, .abstain, .help, .next, .confirm, .consent, .missed, .letIn, .vote, .reveal, .answer, .close:
      false
    case .withdraw where seatOf != nil: !ownRequests.isEmpty
    case .serve, .withdraw, .assign: pane == .parkingLot
    case .rankUp, .rankDown, .move: state?.step == .priorities || pane == .roadmap
    case .conflict: !showsConflict
    case .undo, .command: true
    case .rebalance: runsOver
    default: places.contains(Action.of(id).place)
    }
  }
}

extension Overlay {
  /// What the footer names while this takes the keys, since the session's mean nothing then; nil where they still do. A
  /// box names its own keys, near the eye, and leaves the footer empty.
  var hints: [KeyHint]? {
    switch self {
    case .voteResult: nil
    case .form, .menu, .help, .spread, .ballot, .report: []
    case .prompt:
      Overlay.hints([
        .enter: "gives it", .tab: "completes", .up: "an earlier one", .escape: "closes, the words are kept",
      ])
    case .search: Overlay.hints([.enter: "searches", .escape: "closes"])
    }
  }

  private static func hints(_ keys: KeyValuePairs<Key, String>) -> [KeyHint] {
    keys.map { KeyHint($0.key.shown, $0.value, keys: [$0.key]) }
  }
}

extension KeyHint {
  /// What the key of a vote means at one's own terminal.
  static let ownBallot = "your ballot"
}

extension Action {
  /// The dots, which stand together.
  static let dotIDs: [ID] = [.green, .yellow, .red, .abstain]

  /// At the note-taker's, what is captured comes first, in one key each; then what is given for others.
  fileprivate static let deskFooter: [ID] = {
    let capture: [ID] = [
      .argue, .waysOut, .acknowledge, .caveat, .comment, .park, .note, .decide, .followUp, .attendance, .request,
    ]
    let first = footer.filter { if case .work = Action.of($0).place { true } else { false } } + capture
    return first + footer.filter { !first.contains($0) }
  }()

  /// Those that have a place in the footer, the least first.
  fileprivate static let footer: [ID] =
    all.compactMap { action in action.footer.map { ($0, action.id) } }.enumerated()
    .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)

  /// Those of them that belong to one place.
  fileprivate static func footer(at place: Place) -> [ID] { footer.filter { Action.of($0).place == place } }
}
