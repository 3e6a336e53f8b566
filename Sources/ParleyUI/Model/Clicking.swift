import ParleyCore
import ParleyScreens
import ParleyTerminal

// The mouse. A click is what a key does: it presses the key that was clicked, marks the row, gives the answer. Where what
// stands is the drawing's to say, which is asked at the click (ClickArea). A click counts once the button is let go where
// it was pressed; so a drag does nothing.
extension TerminalModel {
  mutating func handle(_ mouse: Mouse, _ now: Instant) -> [Effect] {
    guard !isWaiting else { return [] }
    switch mouse.action {
    case .press: pressed = mouse.place
    case .release:
      let isClick = pressed == mouse.place
      pressed = nil
      // What is clicked must be what is seen: not what the answer that is awaited will bring there.
      guard isClick, !isAwaitingAnswer, let target = target(at: mouse.place, now) else { return [] }
      return click(target, now)
    case .wheelUp: turnWheel(by: -1, now)
    case .wheelDown: turnWheel(by: 1, now)
    }
    return []
  }

  private func target(at place: Point, _ now: Instant) -> ScreenTarget? {
    let frame = frame(size: screen, at: now, depth: .none, showsUnicode: showsUnicode, keepsMarks: true)
    return frame.target(at: place) as? ScreenTarget
  }

  private mutating func click(_ target: ScreenTarget, _ now: Instant) -> [Effect] {
    switch target {
    case .key(let key): return dispatch(key, now)
    case .row(let row): return clickOnBallot(row) ?? click(row, now)
    case .timeframe(let timeframe): click(timeframe)
    case .step(let step):
      seeNotices()
      show(.agenda)
      selection[.agenda] = .step(step)
      return []
    case .option(let option): return choose(option, now)
    case .field, .choice: return clickInForm(target, now)
    }
    return []
  }

  /// A timeframe is looked at in the roadmap, with its first goal marked.
  private mutating func click(_ timeframe: TimeframeID) {
    seeNotices()
    guard let state, pane == .session || pane == .roadmap else { return }
    let first = Roadmap(state).columns.first { $0.timeframe.id == timeframe }?.cards.first
    if pane == .session, state.step != .priorities { show(.roadmap) }
    selection[pane] = first.map { .goal($0.id) }
    if first != nil { chosenPerson = nil }
  }

  /// A goal of a ballot gets a dot, as by its number; nil where no ballot is open.
  private mutating func clickOnBallot(_ row: Row) -> [Effect]? {
    guard case .ballot(var turn) = overlays.last else { return nil }
    guard let state, let vote = state.openVote, case .goal(let id) = row else { return [] }
    turn.click(id, vote: vote, goals: state.ballotGoals.map(\.id))
    replaceTop(.ballot(turn))
    return []
  }

  /// The first click marks, the second does what Enter does.
  private mutating func click(_ row: Row, _ now: Instant) -> [Effect] {
    seeNotices()
    if case .person(let who) = row, seatOf == nil, pane != .people, notes == nil {
      if let place = state?.plan.stakeholders.firstIndex(where: { $0.id == who }) { choosePerson(place) }
      return []
    }
    guard paneRows.contains(row) else { return [] }
    if selection[pane] == row { return dispatch(.enter, now) }
    selection[pane] = row
    chosenPerson = nil
    return []
  }

  private mutating func choose(_ option: Int, _ now: Instant) -> [Effect] {
    switch overlays.last {
    case .menu(let menu) where menu.options.indices.contains(option): return dispatch(menu.options[option].key, now)
    case .help(var list):
      list.pointer = option
      replaceTop(.help(list))
      return dispatch(.enter, now)
    case .prompt(var prompt):
      prompt.choose(option, state: state, for: speaker)
      replaceTop(.prompt(prompt))
      return []
    default: return []
    }
  }

  private mutating func clickInForm(_ target: ScreenTarget, _ now: Instant) -> [Effect] {
    guard case .form(var form) = overlays.last else { return [] }
    switch target {
    case .field(let field): form.go(to: field)
    case .choice(let choice): return finish(form.choose(choice), in: form, now)
    default: break
    }
    answeredAt = nil
    replaceTop(.form(form))
    return []
  }

  /// The wheel scrolls; where a list has one row marked, it moves the mark.
  private mutating func turnWheel(by amount: Int, _ now: Instant) {
    let arrow: Key = amount > 0 ? .down : .up
    switch overlays.last {
    case .form(let form) where form.hasChoice: _ = dispatch(arrow, now)
    case .menu, .help, .report: for _ in 0..<3 { _ = dispatch(arrow, now) }
    case .form, .prompt, .search, .spread, .ballot, .voteResult: break
    case nil:
      if selectedRow == nil { scrollPane(by: 3 * amount) } else { moveRow(by: amount) }
    }
  }
}
