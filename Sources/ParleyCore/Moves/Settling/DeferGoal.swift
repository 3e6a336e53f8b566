/// `defer GOAL decider= by= criteria=`: settles a goal as to be decided later (M15).
public struct DeferGoal: Verb {
  public var goal: GoalID
  public var decider: StakeholderID
  public var by: Due
  public var criteria: String

  public static let syntax = Syntax<Self>(
    .defer, "settles a goal as to be decided later",
    rule: "M15", example: "defer churn decider=ceo by=+7d criteria=\"Cohort data of June\"", Self.init,
    .place("GOAL", .goal, \.goal), .key("decider", .who, \.decider), .key("by", .date, \.by),
    .key("criteria", .text, \.criteria))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let process = Process(decider: decider, by: by.date(at: occasion.at), criteria: criteria)
    let goal = try session.presented(goal, for: name)
    return [session.settled(goal, .deferred(process))] + session.givingUp(goal)
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(touching: goal) }
}
