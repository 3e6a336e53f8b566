/// What a stakeholder is asked for at their own terminal, in a sentence; nothing that only the facilitator may know.
public struct SeatCue: Hashable, Sendable {
  public var text: String

  /// Nil when nothing is asked of them now.
  public init?(_ state: State, for who: StakeholderID) {
    guard let text = SeatCue.text(state, who) else { return nil }
    self.text = text
  }

  private static func text(_ state: State, _ who: StakeholderID) -> String? {
    guard state.isPresent(who) else { return "You are noted as away; tell the facilitator when you are here." }
    if let vote = state.openVote {
      return vote.turnout.contains(who) ? "Your ballot is in." : "A silent vote is open: your ballot has not been cast."
    }
    if let conflict = state.openConflict {
      return conflict.between.contains(who) ? "It is between you: what do you need, and why?" : nil
    }
    switch state.step {
    case .goal(let id): return state.goal(id).map { dot($0, who) }
    case .readBack:
      return state.acknowledgements[who] != nil
        ? "Your word on the read-back is in." : "Do you acknowledge what was read back, or is there a caveat?"
    default: return nil
    }
  }

  private static func dot(_ goal: GoalState, _ who: StakeholderID) -> String {
    guard let dot = goal.dots[who] else { return "Your dot on this goal: can you live with it?" }
    return "Your dot on this goal is \(dot.colour.rawValue); it may change until the goal is settled."
  }
}
