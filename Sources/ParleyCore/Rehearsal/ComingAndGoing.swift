// Who comes late, who has to leave, and who does not let a decision stand. The facilitator writes it down, as all else:
// someone who stands in the door is not in the room before `arrive` says so, and someone who has left answers no more.
extension RehearsalMark {
  /// Who comes late: they are absent when the rehearsal opens. Nobody in an easy mood, and nobody where a lesson needs
  /// everyone.
  func latecomer(_ plan: Plan) -> StakeholderID? {
    guard !isSolo, lesson == nil, mood != .easy, edition == RehearsalMark.currentEdition, plan.stakeholders.count > 3,
      [.alignment, .review, .goalsOnly].contains(plan.kind)
    else { return nil }
    var numbers = SeededNumbers(seed, "late")
    let first = plan.goals.first?.owner
    let others = plan.stakeholders.map(\.id).filter { $0 != first }
    guard numbers.happens(mood == .hard ? 55 : 30) else { return nil }
    return numbers.pick(others)
  }
}

extension Performance {
  /// At the first goal whoever is late stands in the door.
  mutating func comeIn(_ step: Step, _ at: Instant, _ seconds: Int, _ state: State) {
    guard case .goal = step, let who = cast.latecomer, !state.isPresent(who), !said.contains(where: { $0.who == who })
    else { return }
    var numbers = cast.numbers("late/at")
    mean(.arrival, by: who, after: seconds / 4 + numbers.below(seconds / 4), from: at, at: step)
  }

  /// When someone is let in, they have a word on what is on the table.
  mutating func sit(_ who: StakeholderID, _ at: Instant, _ state: State) {
    guard case .goal(let goal) = state.step, state.goal(goal)?.settlement == nil, position(of: who, on: goal) == nil,
      cast.person(who) != nil, hasBegun
    else { return }
    mean(.position(goal), by: who, after: 25, from: at, at: state.step)
  }

  /// At the priorities somebody has another meeting.
  mutating func goOut(_ at: Instant, _ seconds: Int, _ state: State) {
    guard mark.lesson == nil, cast.people.count > 3 else { return }
    var numbers = cast.numbers("leaving")
    let loud = present(state).filter { $0.weight >= 1 && !$0.canVeto && $0.id != cast.latecomer }
    guard numbers.happens(chance(0, 20, 40)), let who = numbers.pick(loud) else { return }
    mean(.departure, by: who.id, after: seconds * 2 / 3 + numbers.below(30), from: at, at: .priorities)
  }

  /// Whoever can veto does so where a goal goes ahead over their no, and somebody else is to decide on it.
  mutating func object(to settled: GoalSettled, _ at: Instant, _ state: State) {
    guard hasBegun, let goal = state.goal(settled.goal), goal.isAgreed, !vetoes.contains(settled.goal) else { return }
    let who = present(state).first { person in
      person.canVeto && goal.dots[person.id]?.colour == .red && settled.settlement.dissent?.decider != person.id
        && mind(of: person, on: goal.goal, state).stance.colour == .red
    }
    guard let who else { return }
    vetoes.insert(settled.goal)
    mean(.veto(settled.goal), by: who.id, after: 6, from: at, at: state.step)
  }
}
