/// Who has spoken about the goal on the table (M13).
///
/// Of influence it knows only what everyone sees: the order to ask (M1). Those asked last are in its later half.
public struct Voices: Hashable, Sendable {
  /// Who is in the room and has been heard about the goal, in the order to ask.
  public var heard: [StakeholderID]
  /// Who is in the room and has not, in the order to ask.
  public var quiet: [StakeholderID]
  /// Whether every position so far came from someone who is asked late, while nobody who is asked early has given a
  /// dot: the next may follow instead of saying what they think.
  public var isLed: Bool

  /// Nil where no goal is on the table, and once it is settled.
  public init?(_ state: State) {
    guard case .goal = state.step, let goal = state.goalOnTable, goal.settlement == nil else { return nil }
    let present = state.plan.askOrder.filter(state.isPresent)
    heard = present.filter(state.heard.contains)
    quiet = present.filter { !state.heard.contains($0) }
    let early = present.prefix(present.count - present.count / 2)
    let late = state.plan.askOrder.filter { !early.contains($0) }
    // An abstention leads nobody.
    let hasLed = late.contains { goal.dots[$0].map { $0.colour != .abstain } ?? false }
    isLed = hasLed && !early.contains { goal.dots[$0] != nil }
  }
}
