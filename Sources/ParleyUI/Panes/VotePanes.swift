import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Who has voted, never for what (M19); after the reveal, the sums.
  func voteContent(_ size: Size) -> PaneContent {
    guard let vote = state.votes.last else {
      return PaneContent(Box("Silent vote"), .list(list([.blank, Line("No vote has been opened yet.", .dim)])))
    }
    let people = state.plan.stakeholders.count { state.isPresent($0.id) }
    let trailing =
      vote.tally == nil ? "\(vote.turnout.count) of \(people) have voted" : "\(vote.turnout.count) voted"
    let lines = vote.tally.map { tally(of: $0, vote: vote, width: size.columns) } ?? turnout(of: vote)
    return PaneContent(Box("Silent vote", trailing: trailing), .list(list([.blank] + lines)))
  }

  private func turnout(of vote: Vote) -> [Line] {
    let rule = "\(vote.dots) dots each, at most \(vote.max) on one goal. Nobody sees a ballot but its voter."
    let present = state.plan.stakeholders.filter { state.isPresent($0.id) }
    let rows = present.map { person in
      let hasVoted = vote.turnout.contains(person.id)
      let sign = hasVoted ? look.signs.done : look.signs.silent
      return Line(
        [Span("\(sign) ", hasVoted ? .settled : .dim), Span(person.name)],
        trailing: [Span(hasVoted ? "has voted" : "", .dim)], row: .person(person.id))
    }
    return [Line(rule, .dim), .blank] + rows + [.blank] + whatNext(vote)
  }

  /// Which key hands over to whom; the reveal, once everyone has voted.
  private func whatNext(_ vote: Vote) -> [Line] {
    let key = keys.first { $0.label == Action.of(.vote).title }?.key ?? "v"
    let waiting = AskNext(state)?.waiting ?? []
    guard var next = waiting.first else {
      return [Line([Span("Everyone here has voted. ", .settled), Span(key, .key), Span(" reveals, when you say so.")])]
    }
    if case .person(let who) = selected, waiting.contains(who) { next = who }
    return [Line([Span(key, .key), Span(" hands the keyboard to "), Span(state.name(next), .person)])]
  }

  /// All goals, most dots first; equal ones share a place, and stand in the order in which they came.
  private func tally(of counts: [GoalID: Int], vote: Vote, width: Int) -> [Line] {
    let goals = state.goals.enumerated().map { (id: $1.id, dots: counts[$1.id] ?? 0, index: $0) }
      .sorted { ($1.dots, $0.index) < ($0.dots, $1.index) }
    let most = max(1, counts.values.max() ?? 1)
    let room = max(8, width / 2)
    let lines = goals.map { goal in
      let better = goals.count { $0.dots > goal.dots }
      let isTied = goals.count { $0.dots == goal.dots } > 1 && goal.dots > 0
      let place = goal.dots == 0 ? "" : "\(better + 1)\(isTied ? "=" : "")"
      let name = state.goal(goal.id)?.goal.name ?? goal.id.text
      let bar = String(repeating: look.glyphs.full, count: goal.dots * max(1, room - 10) / most)
      return Line(
        [
          Span(Text.padded(place, toWidth: 4), goal.dots > 0 ? .heading : .dim),
          Span(
            Text.padded(name, toWidth: max(4, width - room - 6), ellipsis: look.ellipsis), goal.dots > 0 ? .text : .dim),
          Span("  "), Span(bar, .barDone),
          Span(goal.dots > 0 ? " \(goal.dots)" : "no dots", goal.dots > 0 ? .metric : .dim),
        ], row: .goal(goal.id))
    }
    let voters = vote.turnout.map { state.name($0) }.joined(separator: ", ")
    let after = "This order is proposed for the priorities; equal goals (=) keep the order in which they came."
    return lines + [.blank] + Line.paragraph(after, .dim, width: width)
      + Line.paragraph(voters.isEmpty ? "nobody" : voters, .dim, label: "Voted: ", indent: 7, width: width)
  }
}
