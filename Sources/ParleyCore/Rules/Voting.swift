// The silent vote (M19). Who has voted is an event; who voted for what is in none.
extension Session {
  func decideVote(_ command: Command, _ speaker: Speaker, _ box: BallotBox) throws(Refusal) -> [Event] {
    switch command {
    case .voteOpen(let dots, let max): return try openVote(dots, max)
    case .ballot(let dots): return try cast(dots, speaker)
    case .voteReveal:
      if state.openVote == nil { throw .voteClosed }
      let tally = box.tally.filter { $0.value > 0 }
      // Where nobody voted there is no order to propose.
      return [.voteRevealed(tally: tally)] + (tally.isEmpty ? [] : [.ordered(order(by: tally))])
    case .voteCancel:
      if state.openVote == nil { throw .voteClosed }
      return [.voteCancelled]
    default: return []
    }
  }

  private func openVote(_ dots: Int?, _ max: Int?) throws(Refusal) -> [Event] {
    switch state.step {
    case .lobby, .review, .boundary, .context:
      throw .wrongStep(.only(verb: "vote open", at: "the goals"))
    default: break
    }
    if state.voteIsOpen { throw .badArgument(.voteIsOpen) }
    let rules = state.plan.vote
    return [
      .voteOpened(dots: dots ?? rules.dots ?? (state.goals.count + 1) / 2, max: max ?? rules.max ?? 2)
    ]
  }

  private func cast(_ dots: [GoalID: Int], _ speaker: Speaker) throws(Refusal) -> [Event] {
    guard let vote = state.openVote else { throw .voteClosed }
    let sum = dots.values.reduce(0, +)
    if sum > vote.dots { throw .tooManyDots(.inAll(given: sum, allowed: vote.dots)) }
    for (goal, count) in dots.sorted(by: { $0.key < $1.key }) where count > vote.max {
      throw .tooManyDots(.onGoal(state.goal(goal)?.goal.name ?? goal.text, given: count, allowed: vote.max))
    }
    guard case .stakeholder(let who) = speaker else { throw .notYours }
    if vote.turnout.contains(who) { throw .alreadyCast(state.stakeholder(who)?.name ?? who.text) }
    return [.ballotCast(who)]
  }

  /// The proposed order: most dots first; equal ones, and those without, as they come to the table.
  private func order(by tally: [GoalID: Int]) -> [GoalID] {
    let ranked = state.goals.enumerated().map { (dots: tally[$1.id] ?? 0, index: $0, id: $1.id) }
    return ranked.sorted { ($1.dots, $0.index) < ($0.dots, $1.index) }.map(\.id)
  }
}
