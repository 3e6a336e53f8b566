import ParleyCore
import ParleyTerminal

// The steps before the goals.
extension SessionView {
  func lobbyContent(_ size: Size) -> PaneContent {
    guard size.columns >= 66 else {
      let lines = peopleHere(rows: 0) + [.blank, Line("Agenda", .heading)] + agendaLines(rows: 0)
      return PaneContent(Box("In the room", trailing: presence), .list(list(lines)))
    }
    let people = Column(box: Box("In the room", trailing: presence), list: list(peopleHere(rows: size.rows)))
    let agenda = Column(
      box: Box("Agenda", trailing: minutesText(state.plan.minutes * 60)), list: LineList(agendaLines(rows: size.rows)))
    return PaneContent(Box("Lobby"), .columns([people, agenda]))
  }

  private typealias Column = PaneContent.Column

  private var presence: String {
    "\(state.plan.stakeholders.count { state.isPresent($0.id) }) of \(state.plan.stakeholders.count)"
  }

  private func peopleHere(rows: Int) -> [Line] {
    let people = state.plan.stakeholders.map { person in
      let isHere = state.isPresent(person.id)
      let sign = Span("\(isHere ? look.signs.done : look.signs.absent) ", isHere ? .settled : .dim)
      return Line(
        [sign, Span(state.name(person.id), isHere ? .text : .dim)],
        trailing: [Span(isHere ? person.role ?? "" : "away", .dim)], row: .person(person.id), isTrailingMinor: true)
    }
    let staff = [("Facilitator", state.plan.facilitator), ("Note-taker", state.plan.noteTaker)].compactMap {
      label, name in
      name.map { Line([Span("  \($0)")], trailing: [Span(label, .dim)]) }
    }
    let room = min(rows, 2 * people.count + 2 + staff.count) - 2 - staff.count
    return [.blank] + Line.aired(people.map { [$0] }, rows: room) + (staff.isEmpty ? [] : [.blank] + staff)
  }

  /// What is to come, with the minutes for each, and their sum.
  private func agendaLines(rows height: Int) -> [Line] {
    let rows = AgendaView(state, at: now).rows
    let lines = rows.map { Line([Span($0.title)], trailing: [Span(minutesText($0.planned), .dim)]) }
    let sum = rows.reduce(0) { $0 + $1.planned }
    let isOver = sum > state.plan.minutes * 60
    let total = Line([Span("In all", .dim)], trailing: [Span(minutesText(sum), isOver ? .warning : .metric)])
    let links = state.links.map { Line([Span($0.name), Span("  \($0.url)", .dim)]) }
    let after = [.blank, total] + (links.isEmpty ? [] : [.blank, Line("Links", .heading)] + links)
    return [.blank] + Line.aired(lines.map { [$0] }, rows: min(height - 1 - after.count, 2 * lines.count)) + after
  }

  /// What is decided, open, out of scope (M22): three columns, or one below the other.
  func boundaryContent(_ size: Size) -> PaneContent {
    let boundary = state.plan.boundary ?? Boundary()
    let parts = [
      ("Decided", boundary.decided), ("Open for input", boundary.open), ("Out of scope today", boundary.outOfScope),
    ]
    guard size.columns >= 66 else {
      let lines = parts.flatMap { title, items in
        [Line(title, .heading)] + bullets(items, width: size.columns) + [.blank]
      }
      return PaneContent(Box("What is open today"), .list(list(lines)))
    }
    let width = (size.columns + 4) / 3 - 4
    return PaneContent(
      Box("What is open today"),
      .columns(
        parts.map { title, items in
          Column(
            box: Box(title, isFocused: title == parts[1].0),
            list: LineList([.blank] + bullets(items, width: width, isSpaced: true)))
        }))
  }

  /// The boundary called up at another step: with the goals that it marks, and the decisions in force.
  func openedBoundaryContent(_ size: Size) -> PaneContent {
    let marked = state.goals.filter { $0.isPresented && $0.goal.isBounded }
    let goals = marked.map { goal in
      Line([Span("  \(goal.goal.name)")], trailing: [Span(goal.goal.boundary?.words ?? "", .dim)], row: .goal(goal.id))
    }
    let standing = state.decisions.filter { state.isInForce($0, on: now.date) }
    let decisions = standing.map { decision in
      Line(
        [Span("  \(decision.id)  ", .metric), Span(decision.what)],
        trailing: [Span(decision.until.map { "until \($0)" } ?? "", .dim)], row: .decision(decision.id))
    }
    let boundary = state.plan.boundary ?? Boundary()
    let parts = [
      ("Decided", boundary.decided), ("Open for input", boundary.open), ("Out of scope today", boundary.outOfScope),
    ].flatMap { title, items in [Line(title, .heading)] + bullets(items, width: size.columns) + [.blank] }
    let more = section("Goals with a mark", goals) + section("Decisions in force", decisions)
    return PaneContent(opened("What is open today"), .list(list([.blank] + parts + more)))
  }

  private func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line(title, .heading)] + lines + [.blank]
  }

  func bullets(_ items: [String], width: Int, isSpaced: Bool = false) -> [Line] {
    if items.isEmpty { return [Line("Nothing", .dim)] }
    return items.flatMap { item in
      Line.paragraph(item, label: "\(look.signs.separator) ", indent: 2, width: width) + (isSpaced ? [.blank] : [])
    }
  }

  /// Context, conflict, resolution, evidence (M11): few words, much room.
  func contextContent(_ size: Size) -> PaneContent {
    let context = state.plan.context ?? Context()
    let parts = [
      ("Context", context.context), ("Conflict", context.conflict), ("Resolution", context.resolution),
      ("Evidence", context.evidence),
      ("North star", state.plan.northStar.map { "\($0.name)  \($0.change(look.signs))" }),
      ("Red lines", state.plan.redLines.isEmpty ? nil : state.plan.redLines.joined(separator: "; ")),
    ].compactMap { title, text in text.map { (title, $0) } }
    // Few words, in the middle of whatever room there is.
    let width = min(84, size.columns - 2 * (size.columns >= 76 ? 6 : 2))
    let margin = max(2, (size.columns - width) / 2)
    let lines = parts.flatMap { title, text in
      [Line(title, .heading)] + Line.paragraph(text, width: width) + [.blank]
    }
    let free = size.rows - lines.count
    let isAiry = free > parts.count * 2
    let spaced = isAiry ? parts.flatMap { airy($0, $1, width: width) } : lines
    let above = max(0, min(isAiry ? size.rows : 1, (size.rows - spaced.count) / 2))
    let top = Array(repeating: Line.blank, count: above)
    return PaneContent(Box("Context"), .list(list(top + spaced.map { $0.indented(margin) })))
  }

  private func airy(_ title: String, _ text: String, width: Int) -> [Line] {
    [Line(title, .heading), .blank] + Line.paragraph(text, .title, width: width) + [.blank, .blank]
  }
}

extension LastPeriod.Result {
  var role: Role {
    switch self {
    case .exceeded, .met: .settled
    case .partlyMet: .full
    case .missed: .overfull
    }
  }
}

extension BoundaryMark {
  /// What the boundary says of a goal, to the room.
  var words: String {
    switch self {
    case .decided: "decided before today"
    case .open: "open for input"
    case .outOfScope: "out of scope today"
    }
  }
}
