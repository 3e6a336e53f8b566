import ParleyCore
import ParleyTerminal

// The steps after the goals.
extension SessionView {
  /// Every goal in order of importance, and what each timeframe carries (M17).
  func prioritiesContent(_ size: Size) -> PaneContent {
    let roadmap = Roadmap(state)
    let ranked = roadmap.cards.filter(\.isRanked).sorted { $0.number < $1.number }
    let others = roadmap.cards.filter { !$0.isRanked }
    let head = roadmap.columns.map { capacityLine($0, width: size.columns) } + [.blank]
    let widths = PriorityWidths(roadmap, view: self, width: size.columns)
    let isRoomy = size.rows >= head.count + ranked.count * 3 + others.count
    let lines = ranked.enumerated().flatMap { index, card in
      [priorityLine(card, place: index + 1, widths)] + (isRoomy ? [Line.blank] : [])
    }
    let rest =
      others.isEmpty ? [] : [Line("Not ranked", .heading)] + others.map { priorityLine($0, place: nil, widths) }
    return PaneContent(Box("Priorities"), .list(head: head, list(lines + rest + proposedByVote(width: size.columns))))
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
    return Line([
      Span(name, .heading), Span("  "), Span(done, role), Span(open, .barOpen), Span("  \(column.held)/\(capacity)  "),
      Span(words, column.isOverfull ? .overfull : .dim),
    ])
  }

  private func priorityLine(_ card: Roadmap.Card, place: Int?, _ widths: PriorityWidths) -> Line {
    let number = Text.padded(place.map(String.init) ?? look.signs.silent, toWidth: 3, alignment: .trailing)
    let change = card.goal.metrics.first?.change(look.signs) ?? ""
    let outcome = look.signs.outcome(card.settlement, overDissent: card.isOverDissent)
    let trailing = [
      Span(Text.padded(change, toWidth: widths.change, ellipsis: look.ellipsis), .dim),
      Span(Text.padded(timeframeName(card.goal.timeframe), toWidth: widths.frame, ellipsis: look.ellipsis)),
      Span(Text.padded("\(outcome.sign) \(outcome.short)", toWidth: 14), outcome.role),
    ]
    return Line([Span("\(number)  ", .metric), Span(card.goal.name)], trailing: trailing, row: .goal(card.id))
  }

  /// The features of one goal, under the metric that they are to move (M20).
  func featuresContent(_ id: GoalID, _ size: Size) -> PaneContent {
    guard let goal = state.goal(id) else { return PaneContent(Box("Features"), .list(list([]))) }
    let count = goal.goal.features.count
    let isFull = goal.goal.capacity.map { count >= $0 } ?? false
    let capacity = goal.goal.capacity.map { "\(count)/\($0)\(isFull ? " full" : "")" } ?? "\(count)"
    let metrics = goal.goal.metrics.map { metric in
      Line([Span(metric.name), Span("  "), Span(metric.change(look.signs), .metric)])
    }
    let features = goal.goal.features.enumerated().flatMap { index, feature in
      let number = Text.padded("\(index + 1)", toWidth: 3, alignment: .trailing)
      return [Line([Span("\(number)  ", .metric), Span(feature.name)], row: .feature(feature.id, of: id)), .blank]
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
    let record = RecordLines(self, width: size.columns)
    let head = [Line(acknowledged), .blank]
    let lines = record.lines(of: RecordSection.readAloud)
    return PaneContent(Box("Read-back: is this what we agreed?"), .list(head: head, list(lines)))
  }

  /// Everyone in the room, and whether they have said that this is what they agreed to.
  private var acknowledged: [Span] {
    let signs = look.signs
    return state.plan.stakeholders.filter { state.isPresent($0.id) }.flatMap { person -> [Span] in
      guard let word = state.acknowledgements[person.id] else {
        return [Span("\(signs.silent) \(state.name(person.id))   ", .dim)]
      }
      return [
        Span("\(word.isOpen ? "?" : signs.done) ", word.isOpen ? .warning : .settled),
        Span("\(state.name(person.id))   "),
      ]
    }
  }

  func closedContent(_ size: Size) -> PaneContent {
    let record = RecordLines(self, width: size.columns)
    let kept = record.lines(of: RecordSection.findingsOnScreen + [.goals, .tradeOffs, .parkingLot, .comments])
    guard audience == .facilitator || audience == .noteTaker else {
      let words = audience == .screen ? [] : [Line([Span("c", .key), Span(" writes a comment on it")]), .blank]
      let head = [.blank, Line("The session is closed, and the record is kept.", .title), .blank] + words
      return PaneContent(Box("Closed"), .list(head: head, list(kept)))
    }
    let commands = [
      ("parley record \(name)", "the alignment record, as Markdown"),
      ("parley record \(name) --format json", "the same for programs"),
      state.kind == .oneOnOne
        ? ("parley map \(name)", "what was said, for you alone")
        : ("parley journal \(name)", "every event of the session"),
    ]
    let column = commands.reduce(0) { max($0, Text.displayWidth($1.0)) }
    let wide = column + 34 <= size.columns
    let how = commands.map { command, meaning in
      wide
        ? Line([Span("  \(Text.padded(command, toWidth: column))  ", .key), Span(meaning, .dim)])
        : Line("  \(command)", .key)
    }
    let head = [.blank, Line("The session is closed, and kept. To get the record:", .title)] + how + [.blank]
    return PaneContent(Box("Closed"), .list(head: head, list(kept)))
  }
}

extension RecordSection {
  /// What is read back before the end, in this order (M21).
  package static let readAloud =
    findingsOnScreen + [
      .goals, .tradeOffs, .parkingLot, .openDisagreements, .resolvedDisagreements, .readBack, .decisions,
    ]
}

/// The columns on the right of the priorities: as wide as what stands in them, within a share of the pane.
private struct PriorityWidths {
  var change: Int
  var frame: Int

  init(_ roadmap: Roadmap, view: SessionView, width: Int) {
    let changes = roadmap.cards.compactMap { $0.goal.metrics.first?.change(view.look.signs) }
    let frames = roadmap.cards.map { view.timeframeName($0.goal.timeframe) }
    change = width < 56 ? 0 : min(width / 4, 2 + (changes.map(Text.displayWidth).max() ?? 0))
    frame = min(width / 5, 2 + (frames.map(Text.displayWidth).max() ?? 0))
  }
}

extension Roadmap.Card {
  fileprivate var isRanked: Bool {
    switch settlement {
    case .deferred, .dropped, .leftOpen: false
    default: true
    }
  }
}
