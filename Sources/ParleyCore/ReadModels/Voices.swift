/// The people who have spoken about the goal on the table, and those who have not (M13).
///
/// All it knows of influence is what everyone sees: the order to ask (M1). Those who are asked late are in its second
/// half.
public struct Voices: Hashable, Sendable {
  /// The people in the room who have been heard about the goal, in the order to ask.
  public var heard: [StakeholderID]
  /// The people in the room who have not, in the order to ask.
  public var quiet: [StakeholderID]
  /// Whether every position so far came from someone who is asked late, while nobody who is asked early has given a
  /// dot. The next person may then follow instead of saying what they think.
  public var isLed: Bool

  /// Nil when no goal is on the table, and once it is settled.
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
