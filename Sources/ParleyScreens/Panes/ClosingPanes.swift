import ParleyCore
import ParleyTerminal

// The steps after the goals.
extension SessionView {
  /// The grid with every goal in order of importance, and what each timeframe carries (M17).
  func prioritiesContent(_ size: Size) -> PaneContent {
    let roadmap = Roadmap(state)
    let after = proposedByVote(width: size.columns)
    let manners: [GoalGrid.Manner] = [.large, .spacious, .airy, .whole, .compact]
    let grids = manners.map {
      GoalGrid(roadmap, initials: initials, width: size.columns, look: look, manner: $0, marked: shownMark)
    }
    let grid = grids.first { $0.head.count + $0.lines.count + after.count <= size.rows } ?? grids[4]
    let warnings = roadmap.columns.filter(\.isOverfull).map { column in
      let over = column.held - (column.timeframe.capacity ?? 0)
      return Line("\(column.timeframe.name) is over by \(over): name what moves out", .overfull)
    }
    let bars = roadmap.columns.map { capacityLine($0, width: size.columns) } + [.blank]
    let head = grid.columns.isSideBySide ? warnings : bars
    return PaneContent(
      Box("Priorities", trailing: boundedLegend(roadmap)), .list(head: head + grid.head, list(grid.lines + after)))
  }

  /// `Q3 2027   ███░  3/3  full`.
  func capacityLine(_ column: Roadmap.Column, width: Int) -> Line {
    let name = Text.padded(column.timeframe.name, toWidth: min(20, width / 3), ellipsis: look.ellipsis)
    guard let capacity = column.timeframe.capacity else {
      return Line([Span(name, .heading), Span("  \(column.held)", .dim)])
    }
    let role: Role = column.isOverfull ? .overfull : column.isFull ? .full : .barDone
    let cells = min(3, max(1, (width - 48) / max(1, max(capacity, column.held))))
    let done = String(repeating: look.glyphs.full, count: min(column.held, 24) * cells)
    let open = String(repeating: look.glyphs.light, count: max(0, min(capacity, 24) - column.held) * cells)
    let words =
      column.isOverfull
      ? "over by \(column.held - capacity): name what moves out"
      : column.isFull ? "full" : "room for \(capacity - column.held)"
    let share = column.share
    let effort = share.map { " \(look.signs.separator) \($0) % of the effort given out" } ?? ""
    return Line([
      Span(name, .heading), Span("  "), Span(done, role), Span(open, .barOpen), Span("  \(column.held)/\(capacity)  "),
      Span(words, column.isOverfull ? .overfull : .dim),
      Span(effort, (share ?? 0) > 100 ? .overfull : .dim),
    ])
  }

  /// The features of one goal, under the metric that they are to move (M20).
  func featuresContent(_ id: GoalID, _ size: Size) -> PaneContent {
    guard let goal = state.goal(id) else { return PaneContent(Box("Features"), .list(list([]))) }
    let count = goal.goal.features.count
    let isFull = goal.goal.capacity.map { count >= $0 } ?? false
    let capacity = goal.goal.capacity.map { "\(count)/\($0)\(isFull ? " full" : "")" } ?? "\(count)"
    let stage = GoalStage(goal, of: self, width: size.columns, marked: nil)
    let metrics = size.rows >= 26 ? stage.metricsInLarge : stage.metricsInLines
    let features = goal.goal.features.enumerated().flatMap { index, feature in
      let number = Text.padded("\(index + 1)", toWidth: 3, alignment: .trailing)
      return [
        Line([Span("\(number)  ", .metric), Span(feature.name, .title)], row: .feature(feature.id, of: id)), .blank,
      ]
    }
    let empty = [Line("No features yet. What is parked can serve this goal.", .dim), .blank]
    return PaneContent(
      Box(goal.goal.name, trailing: "features \(capacity)"),
      .list(head: [.blank] + metrics + [.blank], list(features.isEmpty ? empty : features), detail: waiting(for: id)))
  }

  /// Feature requests that might serve this goal.
  private func waiting(for id: GoalID) -> PaneContent.Detail? {
    let items = state.parkingLot.filter { $0.isOpen && $0.kind == .feature }
    guard !items.isEmpty else { return nil }
    return PaneContent.Detail(title: "Asked for, not mapped to a goal", lines: items.map { parkedLine($0) })
  }

  /// What was agreed, read aloud (M21).
  func readBackContent(_ size: Size) -> PaneContent {
    let head = [Line(acknowledged), .blank]
    let lines = readAloud(width: size.columns)
    return PaneContent(Box("Read-back: is this what we agreed?"), .list(head: head, list(lines)))
  }

  /// Goals and trade-offs, and beside them the rest where there is room.
  private func readAloud(width: Int) -> [Line] {
    let left = (width - 4) * 55 / 100
    guard width >= 100 else { return RecordLines(self, width: width).lines(of: RecordSection.readAloud) }
    let agreed = RecordLines(self, width: left).lines(of: RecordSection.agreedOnScreen)
    let rest = RecordLines(self, width: width - 4 - left).lines(of: RecordSection.restOnScreen)
    return Line.beside(agreed.map { $0.laid(in: left) }, width: left + 4, rest)
  }

  /// Everyone in the room, and whether they have said that this is what they agreed to.
  private var acknowledged: [Span] {
    let signs = look.signs
    return state.plan.stakeholders.filter { state.isPresent($0.id) }.flatMap { person -> [Span] in
      guard let word = state.acknowledgements[person.id] else {
        // Whose word the next key gives.
        let role: Role = shownMark == person.id ? .selection : .dim
        return [Span("\(signs.silent) ", .dim), Span(state.name(person.id), role), Span("   ")]
      }
      return [
        Span("\(word.isOpen ? "?" : signs.done) ", word.isOpen ? .warning : .settled),
        Span("\(state.name(person.id))   "),
      ]
    }
  }

  /// What people photograph; below it, always in sight, how to get the record.
  func closedContent(_ size: Size) -> PaneContent {
    PaneContent(
      Box(
        Standing(state) == .closedEarly ? "Closed early" : "What we agreed"),
      .list(list(ClosingPage(self, width: size.columns).lines), detail: afterwards(size)))
  }

  /// The commands that get the record; at a seat, the key that writes a comment on it.
  private func afterwards(_ size: Size) -> PaneContent.Detail? {
    guard audience == .facilitator || audience == .noteTaker else {
      guard audience != .screen else { return nil }
      return PaneContent.Detail(
        title: "The session is closed, and kept", lines: [Line([Span("c", .key), Span(" writes a comment on it")])])
    }
    let commands = [
      ("parley record \(name)", "the alignment record, as Markdown"),
      ("parley record \(name) --format html", "the same as a page"),
      state.kind == .oneOnOne
        ? ("parley map \(name)", "what was said, for you alone")
        : ("parley journal \(name)", "every event of the session"),
    ]
    let column = commands.reduce(0) { max($0, Text.displayWidth($1.0)) }
    let isWide = column + 34 <= size.columns
    let lines = commands.map { command, meaning in
      isWide
        ? Line([Span("\(Text.padded(command, toWidth: column))  ", .key), Span(meaning, .dim)]) : Line(command, .key)
    }
    return PaneContent.Detail(
      title: "The session is closed, and kept. To get the record:",
      lines: size.rows >= 22 ? lines : Array(lines.prefix(1)))
  }
}

extension RecordSection {
  /// What is read back before the end, in this order (M21).
  package static let readAloud = agreedOnScreen + restOnScreen

  fileprivate static let agreedOnScreen = findingsOnScreen + [.goals, .tradeOffs]
  fileprivate static let restOnScreen = [
    RecordSection.parkingLot, .openDisagreements, .resolvedDisagreements, .readBack, .decisions, .followUps,
  ]
}
