/// The sentence that asks a stakeholder for something at their own terminal. It says nothing that only the facilitator
/// may know.
public struct SeatCue: Hashable, Sendable {
  public var text: String

  /// Nil when the session asks nothing of them now.
  /// - Parameter shown: the goal whose card they look at. If they missed it, the cue asks about it.
  public init?(_ state: State, for who: StakeholderID, lookingAt shown: GoalID? = nil) {
    if let goal = state.missedDots(by: who).first(where: { $0.id == shown }) {
      let became = goal.outcomeWords.map { "was \($0)" } ?? "came to the table"
      text = "\(goal.goal.name) \(became) without a dot of yours: can you live with it?"
      return
    }
    guard let text = SeatCue.text(state, who) else { return nil }
    self.text = text
  }

  private static func text(_ state: State, _ who: StakeholderID) -> String? {
    guard state.ended == nil else { return closed(state) }
    guard state.isPresent(who) else { return "You are noted as away; tell the facilitator when you are here." }
    if let vote = state.openVote {
      return vote.turnout.contains(who) ? "Your ballot is in." : "A silent vote is open: your ballot has not been cast."
    }
    if let conflict = state.openConflict {
      return conflict.between.contains(who) ? "It is between you: what do you need, and why?" : nil
    }
    switch state.step {
    case .goal(let id): return state.goal(id).map { dot($0, state, who) }
    case .readBack:
      guard state.acknowledgements[who] != nil else {
        return "Do you acknowledge what was read back, or is there a caveat?"
      }
      return missed(state, who) ?? "Your word on the read-back is in."
    default: return missed(state, who)
    }
  }

  private static func closed(_ state: State) -> String? {
    state.isFinal ? nil : "Is this what you agreed to? A comment is kept and answered."
  }

  /// The question to someone who came late, or was silent when a goal was left (M13, M25).
  private static func missed(_ state: State, _ who: StakeholderID) -> String? {
    let goals = state.missedDots(by: who)
    guard let first = goals.first else { return nil }
    let more = goals.count > 1 ? " and \(goals.count - 1) more" : ""
    return "There is no dot of yours on \(first.goal.name)\(more) yet."
  }

  private static func dot(_ goal: GoalState, _ state: State, _ who: StakeholderID) -> String {
    if goal.settlement == nil, goal.dots[who] == nil { return "Your dot on this goal: can you live with it?" }
    if let missed = missed(state, who) { return missed }
    guard let dot = goal.dots[who] else { return "This goal is settled." }
    let word = "Your dot on this goal is \(dot.colour.rawValue)"
    return goal.settlement == nil
      ? "\(word); it may change until the goal is settled." : "\(word); the goal is settled."
  }
}

extension State {
  /// The goals that came to the table and have no dot of this person, in their order, except the one that the session
  /// is asking about. None once the session is closed.
  public func missedDots(by who: StakeholderID) -> [GoalState] {
    guard ended == nil else { return [] }
    let asked: GoalID? = if case .goal(let id) = step, goal(id)?.settlement == nil { id } else { nil }
    return goals.filter { $0.isPresented && $0.dots[who] == nil && $0.id != asked && !$0.isDropped }
  }
}

extension GoalState {
  fileprivate var isDropped: Bool { if case .dropped = settlement { true } else { false } }
}
