import ParleyCore
import ParleyTerminal

// The views that a key opens over the step.
extension SessionView {
  /// Timeframes side by side with their goals as cards; one below the other where they are too narrow.
  func roadmapContent(_ size: Size) -> PaneContent {
    let roadmap = Roadmap(state)
    let count = roadmap.columns.count + (roadmap.elsewhere.isEmpty ? 0 : 1)
    let width = (size.columns + 4) / max(1, count) - 4
    guard width >= 20 else {
      let grid = GoalGrid(roadmap, initials: initials, width: size.columns, look: look, marked: shownMark)
      return PaneContent(opened("Roadmap", boundedLegend(roadmap)), .list(head: grid.head, list(grid.lines)))
    }
    var columns = roadmap.columns.map { column in
      let held = column.timeframe.capacity.map { "\(column.held)/\($0)" } ?? "\(column.held)"
      let full = column.isOverfull ? " over" : column.isFull ? " full" : ""
      return PaneContent.Column(
        box: opened(column.timeframe.name, held + full),
        list: cards(column.cards, width: width, toCome: column.held - column.cards.count))
    }
    if !roadmap.elsewhere.isEmpty {
      columns.append(.init(box: opened("Off the roadmap"), list: cards(roadmap.elsewhere, width: width)))
    }
    return PaneContent(opened("Roadmap"), .columns(columns))
  }

  /// - Parameter toCome: how many goals have a place here, and have not been on the table yet (M12).
  private func cards(_ cards: [Roadmap.Card], width: Int, toCome: Int = 0) -> LineList {
    let sorted = cards.sorted { $0.number < $1.number }
    let waiting = "\(toCome) \(toCome == 1 ? "goal comes" : "goals come") to the table later"
    return list(
      [.blank] + sorted.flatMap { card($0, width: width) + [.blank] }
        + (toCome > 0 ? Line.paragraph(waiting, .dim, width: width) : []))
  }

  private func card(_ card: Roadmap.Card, width: Int) -> [Line] {
    let row = Row.goal(card.id)
    let role: Role = card.isOnTable ? .goalOnTable : .title
    let name = Line.paragraph(
      card.goal.name, role, label: "\(card.number)", labelRole: .metric, indent: 3, width: width, row: row)
    let metrics = card.goal.metrics.map { metric in
      Line([Span("   \(metric.change(look.signs))"), Span("  \(metric.name)", .dim)], row: row)
    }
    let outcome = look.signs.outcome(card.settlement, overDissent: card.isOverDissent)
    let dots = card.marks.flatMap { [look.signs.sign($0), Span(" ")] }
    let owner = card.goal.owner.map { [Line([Span("   \(state.name($0))", .dim)], row: row)] } ?? []
    let features = card.goal.features.map { Line([Span("   \(look.signs.separator) \($0.name)", .dim)], row: row) }
    let mark = card.goal.isBounded ? card.goal.boundary.map(\.words) : nil
    let bounded = mark.map { [Line("   \(look.signs.bounded) \($0)", .warning, row: row)] } ?? []
    return name + metrics + owner + features + bounded
      + [Line([Span("   ")] + dots + [Span(" \(outcome.sign) \(outcome.word)", outcome.role)], row: row)]
  }

  func goalContent(_ id: GoalID?, _ size: Size) -> PaneContent {
    guard let id, let goal = state.goal(id), goal.isPresented else {
      return PaneContent(opened("Goal"), .list(list([.blank, Line("No goal is on the table.", .dim)])))
    }
    let stage = GoalStage(goal, of: self, width: size.columns, rows: size.rows - 1, marked: shownMark)
    let timeframe = goal.goal.timeframe.flatMap(state.timeframe)?.name ?? ""
    return PaneContent(opened(goal.goal.name, timeframe), .list(list([.blank] + stage.everything)))
  }

  func parkingLotContent(_ size: Size) -> PaneContent {
    let open = state.parkingLot.filter(\.isOpen)
    let rest = state.parkingLot.filter { !$0.isOpen }
    let lines = open.flatMap { parkedLines($0, width: size.columns) }
    let answered =
      rest.isEmpty ? [] : [Line("Answered", .heading)] + rest.flatMap { parkedLines($0, width: size.columns) }
    let empty = [Line("Nothing is parked. What comes up and is not decided now goes here.", .dim)]
    return PaneContent(
      opened("Parking lot", "\(open.count) open"),
      .list(list([.blank] + (state.parkingLot.isEmpty ? empty : lines + answered))))
  }

  /// The item's words, and below them who, what, for whom and by when.
  private func parkedLines(_ item: ParkedItem, width: Int) -> [Line] {
    let row = Row.item(item.id)
    let role: Role = item.isOpen ? .text : .dim
    let words = Line.paragraph(
      item.text, role, label: item.id.text, labelRole: .metric, indent: 5, width: width, row: row)
    let goal = item.goal.map { "for \(state.shownName($0))" }
    let facts = [
      item.kind.words, item.by.map { "asked by \(state.name($0))" }, goal,
      item.owner.map { "\(state.name($0)) sees to it" } ?? (item.isOpen ? "no owner" : nil),
      item.due.map { "by \($0)" },
      item.state == .parked ? nil : item.state.rawValue,
    ]
    return words + Line.paragraph(look.signs.joined(facts), .dim, indent: 5, width: width, row: row) + [.blank]
  }

  /// An item in one line.
  func parkedLine(_ item: ParkedItem, showsProcess: Bool = false) -> Line {
    let by = item.by.map { state.name($0) }
    let process = [item.owner.map { state.name($0) } ?? "no owner", item.due?.description]
    return Line(
      [Span("\(item.id)  ", .dim), Span(item.text)],
      trailing: [Span(look.signs.joined(showsProcess ? process : [by]), .dim)], row: .item(item.id))
  }

  /// What may be public: who, as what, here or away, connected, heard or not. Of the map what the plan shows (M1).
  func peopleContent(_ size: Size) -> PaneContent {
    let lines = state.plan.stakeholders.flatMap { person -> [Line] in
      let given = state.goals.count { $0.isPresented && $0.dots[person.id] != nil }
      let presented = state.goals.count(where: \.isPresented)
      let isHere = state.isPresent(person.id)
      let facts = [
        isHere ? "here" : away(person.id), connection(of: person.id),
        state.heard.contains(person.id) ? "heard" : "not heard in this step",
        "\(given) of \(counted(presented, "dot"))", state.plan.shownAuthority(of: person)?.words,
      ]
      let sign = isHere ? look.signs.done : look.signs.absent
      let row = Row.person(person.id)
      return [
        Line(
          [Span("\(sign) ", isHere ? .settled : .dim), Span(state.name(person.id), .title)],
          trailing: [Span(person.role ?? "", .dim)], row: row),
        Line([Span("  " + look.signs.joined(facts), .dim)], row: row), .blank,
      ]
    }
    let others = connected.map { connected in
      connected.others.isEmpty
        ? []
        : Line.paragraph(
          look.signs.joined(connected.others.map(Optional.some)), .dim, label: "Also connected", indent: 17,
          width: size.columns)
    }
    return PaneContent(
      opened("People", "\(state.plan.stakeholders.count)"), .list(list([.blank] + lines + (others ?? []))))
  }

  private func connection(of who: StakeholderID) -> String? {
    // Where everyone is at one screen, that nobody has another is no news.
    guard let connected, !connected.people.isEmpty else { return nil }
    return connected.people[who].map { "connected since \($0.clock)" } ?? "no terminal"
  }

  private func away(_ who: StakeholderID) -> String {
    state.attendance[who]?.left.map { "left at \($0.clock)" } ?? "away"
  }

  func decisionsContent(_ size: Size) -> PaneContent {
    let lines = RecordLines(self, width: size.columns).lines(of: [
      .decisions, .tradeOffs, .commitments, .impacts, .followUps,
    ])
    let empty = [Line("No decisions, trade-offs or follow-ups yet.", .dim)]
    return PaneContent(
      opened("Decisions", "\(state.decisions.count)"), .list(list([.blank] + (lines.isEmpty ? empty : lines))))
  }

  /// We do X because Y; the consequences are Z; this stands until D (M34).
  func lines(of decision: Decision, width: Int) -> [Line] {
    let row = Row.decision(decision.id)
    let details = [
      "because \(decision.because)", decision.consequences.map { "consequences: \($0)" },
      decision.until.map { "stands until \($0)" }, decision.replaces.map { "replaces \($0)" },
    ].compactMap { $0 }
    return Line.paragraph(
      decision.what, .title, label: decision.id.text, labelRole: .metric, indent: 5, width: width, row: row)
      + details.flatMap { Line.paragraph($0, .dim, indent: 5, width: width, row: row) }
  }

  /// Planned and actual times (M26).
  func agendaContent(_ size: Size) -> PaneContent {
    let rows = AgendaView(state, at: now).rows
    let head = Line(
      [Span("  ")],
      trailing: [
        Span("begins".trailing(8), .dim), Span("planned".trailing(9), .dim), Span("actual".trailing(9), .dim),
        Span("over".trailing(8), .dim),
      ])
    let lines = rows.map { row in
      let chip = StepChip(row.title, row.progress, look.signs, overDissent: row.isOverDissent)
      let over = row.over >= 30 ? "+\(minutesText(row.over))" : ""
      return Line(
        [Span(chip.text, chip.role)],
        trailing: [
          Span((row.expected?.clock ?? "").trailing(8), .dim),
          Span(minutesText(row.planned).trailing(9), .dim), Span((row.actual.map(minutesText) ?? "").trailing(9)),
          Span(over.trailing(8), .overfull),
        ], row: row.step.map(Row.step))
    }
    return PaneContent(opened("Agenda and pacing"), .list(head: [head], list(lines + [.blank] + sums(rows))))
  }

  private func sums(_ rows: [AgendaView.Row]) -> [Line] {
    let planned = rows.reduce(0) { $0 + $1.planned }
    let actual = rows.reduce(0) { $0 + ($1.actual ?? 0) }
    let sum = Line(
      [Span("  In all", .title)],
      trailing: [
        Span(minutesText(planned).trailing(9), .dim), Span(minutesText(actual).trailing(9)), Span("".trailing(8)),
      ])
    guard let time = SessionTime(state, at: now) else { return [sum] }
    let delta = time.delta > 0 ? "\(time.delta) min later than planned" : "\(-time.delta) min to spare"
    let end = Line([
      Span("  Ends at \(time.projectedEnd.clock)", .title), Span("  \(delta)", time.delta > 0 ? .warning : .dim),
    ])
    return [sum, .blank, end]
  }

  func recordContent(_ size: Size) -> PaneContent {
    let lines = RecordLines(self, width: size.columns).everything
    return PaneContent(opened("Record so far", Standing(state).rawValue), .list(list([.blank] + lines)))
  }
}

extension String {
  /// Right-aligned in a column.
  fileprivate func trailing(_ width: Int) -> String { Text.padded(self, toWidth: width, alignment: .trailing) }
}

extension ItemKind {
  var words: String {
    switch self {
    case .feature: "feature"
    case .followUp: "follow-up"
    case .status: "status"
    case .question: "question"
    case .idea: "idea"
    }
  }
}

extension Authority {
  var words: String {
    switch self {
    case .decides: "decides"
    case .veto: "has a veto"
    case .advises: "advises"
    }
  }
}
