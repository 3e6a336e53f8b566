import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Who has voted, never for what (M19); after the reveal, the sums.
  package func voteContent(_ size: Size) -> PaneContent {
    guard let vote = state.votes.last else {
      return PaneContent(Box("Silent vote"), .list(list([.blank] + invitation(width: size.columns))))
    }
    guard let tally = vote.tally else {
      let trailing = "\(vote.turnout.count) of \(state.electorate.count) have voted"
      let lines = turnout(of: vote, size)
      return PaneContent(Box("Silent vote", trailing: trailing), .list(list([.blank] + lines)))
    }
    let lines = self.tally(of: tally, vote: vote, size)
    return PaneContent(
      Box("Silent vote", trailing: "\(vote.turnout.count) voted"), .list(list([.blank] + lines)))
  }

  /// The step before a vote is opened.
  private func invitation(width: Int) -> [Line] {
    let rules = state.plan.vote
    let dots = rules.dots ?? (state.goals.count + 1) / 2
    let cancelled =
      state.cancelledVotes.isEmpty
      ? [] : [Line("The vote ended without a result; who voted votes again.", .warning), .blank]
    return cancelled
      + Line.paragraph(
        "Everyone gives dots to the goals, alone and before anyone argues. Whoever votes in silence follows no loud voice.",
        .text, width: width)
      + [.blank, Line("\(rule(dots, rules.max ?? 2)).", .dim), .blank]
      + (audience == .facilitator ? [Line([Span(voteKey, .key), Span(" opens the vote")])] : [])
  }

  private func rule(_ dots: Int, _ most: Int) -> String {
    dots == 1 ? "\(counted(dots, "dot")) each" : "\(counted(dots, "dot")) each, at most \(most) on one goal"
  }

  private func turnout(of vote: Vote, _ size: Size) -> [Line] {
    let rule = "\(rule(vote.dots, vote.max)). Nobody sees a ballot but its voter."
    let rows = state.electorate.map { who in
      let hasVoted = vote.turnout.contains(who)
      let sign = hasVoted ? look.signs.done : look.signs.silent
      let own = connected?.people[who] == nil ? "" : "has a ballot of their own"
      return Line(
        [Span("\(sign) ", hasVoted ? .settled : .dim), Span(state.name(who))],
        trailing: [Span(hasVoted ? "has voted" : own, .dim)], row: .person(who))
    }
    let next = whatNext(vote)
    let about = Line.paragraph(rule, .dim, width: size.columns)
    let room = size.rows - next.count - about.count - 3
    return next + (next.isEmpty ? [] : [.blank]) + Line.aired(rows.map { [$0] }, rows: room) + [.blank] + about
  }

  private func whatNext(_ vote: Vote) -> [Line] {
    switch audience {
    case .facilitator: return handingOver(vote)
    case .stakeholder(let who):
      if vote.turnout.contains(who) { return [Line("\(look.signs.done) Your ballot is in.", .settled)] }
      return [Line([Span(voteKey, .key), Span(" opens your ballot")])]
    case .noteTaker, .screen: return []
    }
  }

  /// Which key hands over to whom; the reveal, once everyone has voted.
  private func handingOver(_ vote: Vote) -> [Line] {
    let waiting = AskNext(state)?.waiting ?? []
    guard !waiting.isEmpty else {
      return [
        Line([Span("Everyone here has voted. ", .settled), Span(voteKey, .key), Span(" reveals, when you say so.")])
      ]
    }
    let handedTo = waiting.filter { connected?.people[$0] == nil }
    guard var next = handedTo.first else {
      return [Line("The others vote at terminals of their own.", .dim)]
    }
    if let marked, handedTo.contains(marked) { next = marked }
    return [Line([Span(voteKey, .key), Span(" hands the keyboard to "), Span(state.name(next), .person)])]
  }

  /// All goals, most dots first; equal ones share a place, and stand in the order in which they came.
  private func tally(of counts: [GoalID: Int], vote: Vote, _ size: Size) -> [Line] {
    let width = size.columns
    let voted = state.voted(counts)
    let rest = state.goals.filter { (counts[$0.id] ?? 0) == 0 }
    let columns = TallyColumns(width: width, most: voted.first?.dots ?? 1)
    let lines =
      voted.map { goal, dots in
        let better = voted.count { $0.dots > dots }
        let isTied = voted.count { $0.dots == dots } > 1
        return line(of: goal, place: "\(better + 1)\(isTied ? "=" : "")", dots, columns)
      } + rest.map { line(of: $0, place: "", 0, columns) }
    let after = whatFollows(voted, vote, width: width)
    let isRoomy = lines.count * 2 + after.count + 2 <= size.rows
    return lines.flatMap { isRoomy ? [$0, .blank] : [$0] } + (isRoomy ? [] : [.blank]) + after
  }

  private func line(of goal: GoalState, place: String, _ dots: Int, _ columns: TallyColumns) -> Line {
    let name = Text.padded(goal.goal.name, toWidth: columns.name, ellipsis: look.ellipsis)
    let cell = look.signs.hasHalfBlocks ? "▄" : String(look.glyphs.full)
    let bar = String(repeating: cell, count: columns.bar(dots))
    return Line(
      [
        Span(Text.padded(place, toWidth: 4), .heading), Span(name, dots > 0 ? .text : .dim), Span("  "),
        Span(bar, .barDone), Span(dots > 0 ? " \(dots)" : "no dots", dots > 0 ? .metric : .dim),
      ], row: .goal(goal.id))
  }

  private func whatFollows(_ voted: [(goal: GoalState, dots: Int)], _ vote: Vote, width: Int) -> [Line] {
    let hasTies = Set(voted.map(\.dots)).count < voted.count
    let order =
      voted.isEmpty
      ? "Nobody gave a dot, so no order is proposed."
      : "This order is proposed for the priorities."
        + (hasTies ? " Those with as many dots (=) keep the order in which they came." : "")
    // In the plan's order: the one in which they voted is nobody's business.
    let names = state.plan.stakeholders.map(\.id).filter(vote.turnout.contains).map(state.name)
    let voters = names.isEmpty ? "nobody" : names.joined(separator: ", ")
    let kept =
      vote.tellsEveryBallot
      ? "All voted alike, so this is what each of them voted." : "Who gave which dots is kept nowhere."
    return Line.paragraph(order, .text, width: width) + [.blank]
      + Line.paragraph("\(voters). \(kept)", .dim, label: "Voted", indent: 7, width: width)
  }

  /// What the last vote says about the order, under the priorities.
  func proposedByVote(width: Int) -> [Line] {
    guard let tally = state.votes.last?.tally, !tally.isEmpty else { return [] }
    let sums = state.voted(tally).map { "\($0.goal.goal.name) \($0.dots)" }.joined(separator: ", ")
    return [.blank] + Line.paragraph(sums, .dim, label: "Voted", labelRole: .heading, indent: 7, width: width)
  }
}

/// How wide the parts of a tally's lines are.
private struct TallyColumns {
  let name: Int
  private let room: Int
  private let most: Int

  init(width: Int, most: Int) {
    let half = max(8, width / 2)
    name = max(4, width - half - 6)
    room = max(1, half - 6)
    self.most = max(1, most)
  }

  /// At least one cell for whoever has a dot.
  func bar(_ dots: Int) -> Int { dots > 0 ? max(1, dots * room / most) : 0 }
}
