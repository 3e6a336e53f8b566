import ParleyCore
import ParleyTerminal

extension SessionView {
  /// What the main part shows in so much room.
  package func content(_ size: Size) -> PaneContent {
    let inside = Size(columns: max(1, size.columns - 4), rows: max(1, size.rows - 2))
    switch pane {
    case .session, .countdown: return stepContent(inside)
    case .roadmap: return roadmapContent(inside)
    case .goal(let id): return goalContent(id ?? state.step.goal, inside)
    case .parkingLot: return parkingLotContent(inside)
    case .people: return peopleContent(inside)
    case .decisions: return decisionsContent(inside)
    case .agenda: return agendaContent(inside)
    case .record: return recordContent(inside)
    case .tradeOffs: return tradeOffContent(inside)
    case .playbooks: return playbookContent(inside)
    case .boundary: return openedBoundaryContent(inside)
    }
  }

  private func stepContent(_ size: Size) -> PaneContent {
    if let notes { return cockpitContent(notes, size) }
    if isDesk { return deskContent(size) }
    if state.voteIsOpen { return voteContent(size) }
    if let conflict = state.openConflict { return conflictContent(conflict, size) }
    switch state.step {
    case .lobby: return lobbyContent(size)
    case .review: return reviewContent(size)
    case .boundary: return boundaryContent(size)
    case .context: return contextContent(size)
    case .vote: return voteContent(size)
    case .goal:
      if case .stakeholder(let who) = audience { return seatContent(of: who, size) }
      return gridContent(size)
    case .priorities: return prioritiesContent(size)
    case .features(let id): return featuresContent(id, size)
    case .part(let part): return partContent(part, size)
    case .readBack: return readBackContent(size)
    case .closed: return closedContent(size)
    }
  }

  /// The grid, and below it the goal on the table.
  private func gridContent(_ size: Size) -> PaneContent {
    let detail = state.goalOnTable.map { self.detail(of: $0, width: size.columns) }
    let roadmap = Roadmap(state)
    var grid = GoalGrid(roadmap, initials: initials, width: size.columns, look: look, marked: shownMark)
    let room = size.rows - grid.head.count - min(size.rows / 2, (detail?.lines.count ?? 0) + 1)
    if grid.lines.count > room { grid.showsMetrics = false }
    let anchor = state.step.goal.map(Row.goal)
    let list = LineList(grid.lines, selected: selected, anchor: anchor, scroll: scroll)
    return PaneContent(
      Box("Goals by timeframe", trailing: boundedLegend(roadmap)), .list(head: grid.head, list, detail: detail))
  }

  /// Whose answer the next key gives, where keys give answers.
  var shownMark: StakeholderID? {
    switch audience {
    case .facilitator, .noteTaker: state.openConflict == nil ? marked : nil
    case .stakeholder, .screen: nil
    }
  }

  /// What the mark of a goal that is decided or out of scope means, where one is in sight (M22).
  func boundedLegend(_ roadmap: Roadmap) -> String {
    roadmap.cards.contains(where: \.goal.isBounded) ? "\(look.signs.bounded) not open today" : ""
  }

  func list(_ lines: [Line]) -> LineList { LineList(lines, selected: selected, scroll: scroll) }

  /// A pane that the user opened over the step has a border that says so.
  func opened(_ title: String, _ trailing: String = "") -> Box {
    Box(title, trailing: trailing, isFocused: true)
  }
}
