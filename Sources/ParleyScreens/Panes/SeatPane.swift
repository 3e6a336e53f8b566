import ParleyCore
import ParleyTerminal

// What a stakeholder's own terminal shows while goals are on the table: their dots, and below them the goal that the
// next dot is about. What was settled while they were away, or silent, stands there as settled, and still takes a dot.
extension SessionView {
  func seatContent(of who: StakeholderID, _ size: Size) -> PaneContent {
    let goals = state.goals.filter(\.isPresented)
    let given = goals.count { $0.dots[who] != nil }
    let box = Box("Your dots", trailing: "\(given) of \(goals.count)")
    if size.columns >= 60, size.rows >= 14 {
      var content = gridContent(box, of: shownGoal, marked: who, size)
      content.add(asked(by: who, width: size.columns))
      return content
    }
    let lines = goals.map { ownLine($0, who, width: size.columns) }
    let list = LineList(lines, selected: selected, anchor: state.step.goal.map(Row.goal), scroll: scroll)
    let detail = shownGoal.map { ownDetail($0, who, width: size.columns) }
    return PaneContent(box, .list(list, detail: detail))
  }

  /// The goal that keys are about.
  private var shownGoal: GoalState? {
    if case .goal(let id) = selected { return state.goal(id) }
    return state.goalOnTable
  }

  func ownLine(_ goal: GoalState, _ who: StakeholderID, width: Int) -> Line {
    let isOnTable = state.goalOnTable?.id == goal.id
    let number = Text.padded(state.number(of: goal.id).map(String.init) ?? "", toWidth: 2, alignment: .trailing)
    let name = Span(
      "\(isOnTable ? look.signs.current : " ")\(number) \(goal.goal.name)", isOnTable ? .goalOnTable : .text)
    let outcome = look.signs.outcome(goal.settlement, overDissent: goal.isOverDissent)
    let isWide = width >= 64
    let words = isWide ? "\(outcome.sign) \(outcome.short)" : outcome.sign
    return Line(
      [name],
      trailing: own(goal, who).map { $0.padded(14, ellipsis: look.ellipsis) } + [
        Span(Text.padded(words, toWidth: isWide ? 14 : 1), outcome.role)
      ], row: .goal(goal.id))
  }

  /// Their dot in a word, with its sign.
  private func own(_ goal: GoalState, _ who: StakeholderID) -> [Span] {
    guard let dot = goal.dots[who] else { return [Span("\(look.signs.silent) no dot yet", .person)] }
    let sign = look.signs.sign(.dot(dot.colour))
    return [Span("\(sign.text) \(dot.colour.rawValue)", sign.role)]
  }

  private func ownDetail(_ goal: GoalState, _ who: StakeholderID, width: Int) -> PaneContent.Detail {
    var detail = detail(of: goal, width: width)
    detail.lines = ownWords(on: goal, who, width: width) + detail.lines + asked(by: who, width: width)
    return detail
  }

  /// What someone asked for, and what became of it.
  private func asked(by who: StakeholderID, width: Int) -> [Line] {
    state.parkingLot.filter { $0.by == who }.flatMap { item in
      labelled("You asked", look.signs.joined(["\(item.id) \(item.text)", item.state.rawValue]), width: width)
    }
  }

  /// Their dot with its words, and everyone's.
  func ownWords(on goal: GoalState, _ who: StakeholderID, width: Int) -> [Line] {
    let dot = goal.dots[who]
    let about = [dot?.layer?.words, dot?.note.map(look.signs.quoted)].compactMap { $0 }.joined(separator: ": ")
    let label = Span(Text.padded("You", toWidth: Self.labelWidth), .dim)
    let isBeside = about.isEmpty || width >= 60
    let own = Line([label] + own(goal, who) + (about.isEmpty || !isBeside ? [] : [Span("  \(about)")]))
    let below = isBeside ? [] : Line.paragraph(about, indent: Self.labelWidth, width: width)
    return [own] + below + [room(on: goal)]
  }

  /// Everyone's dot in one line.
  private func room(on goal: GoalState) -> Line {
    let dots = state.plan.stakeholders.flatMap { person -> [Span] in
      [Span("\(initials[person.id]) ", .dim), look.signs.sign(state.mark(of: person.id, on: goal)), Span("  ")]
    }
    return Line([Span(Text.padded("Room", toWidth: Self.labelWidth), .dim)] + dots)
  }
}
