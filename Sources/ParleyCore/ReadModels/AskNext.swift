/// The people for whom the step still waits, and the words to ask them (M13, M19, M21).
public struct AskNext: Hashable, Sendable {
  /// The thing for which the step waits.
  public enum Matter: Hashable, Sendable {
    case dots, ballots, acknowledgements
    /// A first word from each of the two in a conflict (M18).
    case positions
    /// The consent of the two to the decision between them (M46).
    case consents
    /// The reasons for failure (M43).
    case reasons
  }

  public var matter: Matter
  /// The people in the room who have not answered, in the order to ask: least influence first.
  public var waiting: [StakeholderID]
  /// How many have answered.
  public var answered: Int

  /// Nil at a step that asks nobody.
  public init?(_ state: State) {
    let present = state.plan.askOrder.filter(state.isPresent)
    if let vote = state.openVote {
      self.init(.ballots, present, hasAnswered: vote.turnout.contains)
    } else if let conflict = state.openConflict {
      self.init(.positions, conflict.between) { !conflict.words(of: $0).isEmpty }
    } else if !state.consentsSought.isEmpty {
      let sought = state.consentsSought
      let pair = state.conflicts.last?.between.filter(state.isPresent) ?? sought
      self.init(.consents, pair) { !sought.contains($0) }
    } else if case .goal = state.step, let goal = state.goalOnTable {
      self.init(.dots, present) { goal.dots[$0] != nil }
    } else if state.step == .part(.reading) {
      self.init(.reasons, present) { who in state.findings.reasons.contains { $0.who == who } }
    } else if state.step == .readBack {
      self.init(.acknowledgements, present) { state.acknowledgements[$0] != nil }
    } else {
      return nil
    }
  }

  private init(_ matter: Matter, _ present: [StakeholderID], hasAnswered: (StakeholderID) -> Bool) {
    self.matter = matter
    waiting = present.filter { !hasAnswered($0) }
    answered = present.count - waiting.count
  }
}

extension State {
  /// Those of the two who have not said yet whether they can live with the resolution of the conflict (M46). They say
  /// it by a dot when the conflict was about the goal on the table. Otherwise they say it in words, at the step of the
  /// conflict, once nobody is silent on a goal there.
  public var consentsSought: [StakeholderID] {
    guard let conflict = conflicts.last, case .resolved = conflict.ending else { return [] }
    if !consentIsByDot {
      let isSilent = goalOnTable.map { $0.settlement == nil && !silent(on: $0).isEmpty } ?? false
      if step != conflict.step || (step.isGoal && isSilent) { return [] }
    }
    return conflict.between.filter { isPresent($0) && !conflict.consents.contains($0) }
  }

  /// Whether a silent vote is worth proposing (M5): seven people or more, no vote yet, no goal discussed, and this step
  /// allows one.
  public var proposesVote: Bool {
    guard votes.allSatisfy({ $0.tally == nil }), !voteIsOpen, plan.stakeholders.count(where: { isPresent($0.id) }) >= 7
    else { return false }
    switch step {
    case .vote: return true
    case .goal: return goals.allSatisfy { $0.dots.isEmpty && $0.settlement == nil }
    default: return false
    }
  }

  /// Whether the last conflict was about the goal on the table, so that a dot on it says everything.
  public var consentIsByDot: Bool {
    guard case .goal(let goal) = step else { return false }
    return conflicts.last?.goal == goal
  }
}

extension Step {
  fileprivate var isGoal: Bool { if case .goal = self { true } else { false } }
}
