import ParleyCore
import ParleyTerminal

// Theory: the topic, the two names and what both hold stand still at the top; arguments follow side by side, the
// newest always in sight; below them the strategy with its numbers, and the ways out once time is short. What a
// person is measured by stands in the stakeholder map and is private, so the numbers are those of goals (M1, M46).
extension SessionView {
  /// Both people side by side, what they hold and why, and what it costs.
  func conflictContent(_ conflict: Conflict, _ size: Size) -> PaneContent {
    let table = ConflictTable(conflict, self, width: size.columns)
    let topic = Line.paragraph(conflict.topic, .title, width: size.columns).prefix(2)
    var head = topic + (size.rows < 10 ? [] : [.blank]) + [table.names]
    let isRoomy = head.count + table.positions.count <= size.rows * 2 / 3
    if isRoomy { head += table.positions }
    let detail = conflictDetail(conflict, size)
    let free = size.rows - head.count - detail.lines.count - 1
    var lines = (isRoomy ? [] : table.positions) + table.arguments(isSpaced: true)
    if lines.count > free { lines = (isRoomy ? [] : table.positions) + table.arguments(isSpaced: false) }
    // What is below keeps its place while arguments come in.
    if lines.count < free { lines += Array(repeating: .blank, count: free - lines.count) }
    let list = LineList(lines, scroll: scroll, isFromEnd: true)
    let goal = conflict.goal.map { ": \(state.shownName($0))" } ?? ""
    return PaneContent(Box("Conflict\(goal)"), .list(head: Array(head), list, detail: detail))
  }

  private func conflictDetail(_ conflict: Conflict, _ size: Size) -> PaneContent.Detail {
    let strategy = ConflictStrategy(conflict, self, width: size.columns)
    let countdown = Countdown(ofConflictIn: state, at: now)
    guard let countdown, countdown.phase != .calm else {
      return PaneContent.Detail(title: ConflictStrategy.title, trailing: strategy.timeframe, lines: strategy.lines)
    }
    let ways = WayOut.allCases.map { way in
      let key = audience == .facilitator ? keysOfWaysOut[way] ?? "" : ""
      return Line([
        Span(Text.padded(key, toWidth: 4), .key), Span(Text.padded(way.rawValue, toWidth: 12), .title),
        Span(way.needs, .text),
      ])
    }
    let rest = [.blank, Line(ConflictStrategy.title, .heading)] + strategy.lines
    return PaneContent.Detail(
      title: "\(countdown.phase == .overtime ? "Time is up" : "Time is short"): four ways out",
      trailing: countdown.phase == .overtime ? countdown.text : "", lines: ways + (size.rows >= 22 ? rest : []),
      goesFirst: true)
  }
}

/// What the two and others say, two columns side by side.
struct ConflictTable {
  private let conflict: Conflict
  private let view: SessionView
  private let width: Int
  private let left: Int
  private let right: Int

  init(_ conflict: Conflict, _ view: SessionView, width: Int) {
    self.conflict = conflict
    self.view = view
    self.width = width
    left = max(1, (width - 3) / 2)
    right = max(1, width - 3 - left)
  }

  private var pair: [(who: StakeholderID, width: Int)] { Array(zip(conflict.between, [left, right])) }

  /// The two names with their roles; the one who speaks next is marked.
  var names: Line {
    let cells = pair.map { who, width -> [Line] in
      let mark = view.marked == who ? view.look.signs.current : " "
      let name = Text.truncated("\(mark) \(view.state.name(who))", toWidth: width, ellipsis: view.look.ellipsis)
      let rest = width - Text.displayWidth(name) - 2
      let role = view.state.stakeholder(who)?.role ?? ""
      return [Line([Span(name, .person), Span(Text.displayWidth(role) <= rest ? "  \(role)" : "", .dim)])]
    }
    return beside(cells).first ?? .blank
  }

  /// What each holds, and the interest beneath it.
  var positions: [Line] {
    beside(
      pair.map { who, width in
        guard let first = conflict.words(of: who).first else { return [Line("  has not said yet", .hint)] }
        let interest = first.interest ?? conflict.interests(of: who).first
        return Line.paragraph(view.look.signs.quoted(first.text), indent: 2, width: width)
          + (interest.map { lines(ofInterest: $0, width: width) }
            ?? Line.paragraph("Interest: not said yet", .hint, indent: 2, width: width))
          + impacts(on: who, width: width)
      })
  }

  /// What the goal at stake gives someone and costs them, in the metric that they named aloud (M48).
  private func impacts(on who: StakeholderID, width: Int) -> [Line] {
    guard let goal = conflict.goal else { return [] }
    let own = view.state.impacts.filter { $0.who == who && $0.goal == goal }
    return own.flatMap { impact in
      (impact.gives.map { lines(of: $0, label: "Gains:", .metric, width: width) } ?? [])
        + (impact.costs.map { lines(of: $0, label: "Pays:", .metric, width: width) } ?? [])
    }
  }

  /// What else they said, in order; then what others said.
  /// - Parameter isSpaced: whether there is room for empty lines between them.
  func arguments(isSpaced: Bool) -> [Line] {
    let both = beside(
      pair.map { who, width in
        let words = conflict.words(of: who)
        let shown = words.first?.interest ?? conflict.interests(of: who).first
        return words.dropFirst().flatMap { argument in
          Line.paragraph(argument.text, label: view.look.signs.separator, indent: 2, width: width)
            + (argument.interest.flatMap { $0 == shown ? nil : lines(ofInterest: $0, width: width) } ?? [])
        }
      })
    let space = isSpaced ? [Line.blank] : []
    return (both.isEmpty ? [] : beside([space, space]) + both) + (others.isEmpty ? [] : space + others)
  }

  private var others: [Line] {
    let words = conflict.positions.filter { !conflict.between.contains($0.who) }
    let said = words.flatMap { position -> [Line] in
      let name = "\(view.state.name(position.who)): "
      let indent = min(width / 3, Text.displayWidth(name))
      return Line.paragraph(position.text, label: name, labelRole: .person, indent: indent, width: width)
        + (position.interest.map { lines(ofInterest: $0, width: width).map { $0.indented(max(0, indent - 2)) } } ?? [])
    }
    return said + markedThird
  }

  /// A third person who is about to speak.
  private var markedThird: [Line] {
    guard let marked = view.marked, !conflict.between.contains(marked) else { return [] }
    return [
      Line([Span("\(view.look.signs.current) \(view.state.name(marked))", .person), Span("  speaks next", .dim)])
    ]
  }

  private func lines(ofInterest text: String, width: Int) -> [Line] {
    lines(of: text, label: "Interest:", .phrase, width: width)
  }

  private func lines(of text: String, label: String, _ role: Role, width: Int) -> [Line] {
    Text.wrapped("\(label) \(text)", toWidth: max(1, width - 2)).enumerated().map { index, line in
      guard index == 0, line.hasPrefix(label) else { return Line([Span("  "), Span(line, role)]) }
      return Line([Span("  "), Span(label, .dim), Span(String(line.dropFirst(label.count)), role)])
    }
  }

  private func beside(_ cells: [[Line]]) -> [Line] {
    guard cells.count == 2 else { return cells.first ?? [] }
    let bar = Span(" \(view.look.glyphs.vertical) ", .border)
    return (0..<max(cells[0].count, cells[1].count)).map { row in
      let first = row < cells[0].count ? cells[0][row].spans : []
      let second = row < cells[1].count ? cells[1][row].spans : []
      let filler = Span(String(repeating: " ", count: max(0, left - first.reduce(0) { $0 + $1.width })))
      return Line(first + [filler, bar] + second)
    }
  }
}

/// The goals that a conflict is decided by: the one at stake, its neighbours, those already settled, each with the
/// number that it moves (M46).
struct ConflictStrategy {
  static let title = "Trade-off: at stake, and settled"

  private let goals: [GoalState]
  private let stake: GoalID?
  private let view: SessionView
  private let width: Int

  init(_ conflict: Conflict, _ view: SessionView, width: Int) {
    let state = view.state
    stake = conflict.goal.flatMap { state.isShown($0) ? $0 : nil } ?? state.goalOnTable?.id
    let timeframe = stake.flatMap(state.goal)?.goal.timeframe
    let stake = stake
    let first = stake.flatMap(state.goal).map { [$0] } ?? []
    let rest = state.order.compactMap(state.goal).filter { goal in
      goal.id != stake && goal.isPresented && (goal.isAgreed || goal.goal.timeframe == timeframe)
    }
    goals = first + rest
    self.view = view
    self.width = width
  }

  /// The timeframe of the goal at stake, and how full it is.
  var timeframe: String {
    guard let id = stake.flatMap(view.state.goal)?.goal.timeframe, let timeframe = view.state.timeframe(id) else {
      return ""
    }
    let held = view.state.occupants(of: id).count
    guard let capacity = timeframe.capacity else { return timeframe.name }
    return "\(timeframe.name)  \(held)/\(capacity)" + (held >= capacity ? ": one in, one out" : "")
  }

  var lines: [Line] {
    guard !goals.isEmpty else { return [Line("No goal is on the table or settled yet", .dim)] }
    let changes = goals.map { $0.goal.metrics.first?.change(view.look.signs) ?? "" }
    let widest = changes.map(Text.displayWidth).max() ?? 0
    let names = goals.map { Text.displayWidth($0.goal.name) }.max() ?? 0
    let room = max(8, min(names, width - widest - 6))
    let showsOwners = goals.allSatisfy { goal in
      let metric = Text.displayWidth(goal.goal.metrics.first?.name ?? "")
      return room + widest + 8 + metric + Text.displayWidth(owner(of: goal)) <= width
    }
    return zip(goals, changes).map { goal, change in
      let isAtStake = goal.id == stake
      let sign = isAtStake ? view.look.signs.current : goal.isAgreed ? view.look.signs.done : view.look.signs.ahead
      let name = Text.padded(goal.goal.name, toWidth: room, ellipsis: view.look.ellipsis)
      let metric = goal.goal.metrics.first?.name ?? ""
      let rest = width - room - widest - 6
      let spans = [
        Span("\(sign) ", isAtStake ? .goalOnTable : goal.isAgreed ? .settled : .dim),
        Span(name, isAtStake ? .goalOnTable : .text),
        Span("  "), Span(Text.padded(change, toWidth: widest, alignment: .trailing), .metric),
        Span(rest >= 12 ? "  " + Text.truncated(metric, toWidth: rest, ellipsis: view.look.ellipsis) : "", .dim),
      ]
      return Line(spans, trailing: showsOwners ? [Span(owner(of: goal), .dim)] : [])
    }
  }

  /// Whose goal it is, and so who pays for it or gains.
  private func owner(of goal: GoalState) -> String { goal.goal.owner.map { view.state.name($0) } ?? "" }
}
