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
      return gridContent(Box("Goals by timeframe"), of: state.goalOnTable, marked: shownMark, size)
    case .priorities: return prioritiesContent(size)
    case .features(let id): return featuresContent(id, size)
    case .part(let part): return partContent(part, size)
    case .readBack: return readBackContent(size)
    case .closed: return closedContent(size)
    }
  }

  /// The grid, and below it the goal at hand.
  func gridContent(_ box: Box, of goal: GoalState?, marked: StakeholderID?, _ size: Size) -> PaneContent {
    let roadmap = Roadmap(state)
    var grid = GoalGrid(
      roadmap, initials: initials, width: size.columns, look: look, manner: goal == nil ? .whole : .compact,
      marked: marked, prefersWords: size.rows >= 22)
    let room = PaneParts.detailRows(of: size.rows, head: grid.head.count, list: grid.lines.count)
    let stage = goal.map { GoalStage($0, of: self, width: size.columns, rows: room, marked: marked) }
    let detail = stage?.detail
    if let detail, let stage, detail.lines.count + stage.spare + roadmap.cards.count <= room { grid.manner = .whole }
    let (head, lines) = (grid.head, grid.lines)
    let list = LineList(lines, selected: selected, anchor: state.step.goal.map(Row.goal), scroll: scroll)
    var box = box
    if box.trailing.isEmpty { box.trailing = boundedLegend(roadmap) }
    return PaneContent(box, .list(head: head, list, detail: detail))
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
