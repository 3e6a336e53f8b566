/// `skip GOAL because=`: leaves a goal open, with the names of those who were not asked (M15).
public struct SkipGoal: Verb {
  public var goal: GoalID
  public var displacing: Displacement?
  public var because: String

  public static let syntax = Syntax<Self>(
    .skip, "leaves a goal open", rule: "M15", example: "skip churn because=\"Its owner is ill\"", Self.init,
    .place("GOAL", .goal, \.goal), .option("displacing", .displacement, \.displacing),
    .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    // One that has yielded stays out of its timeframe, open or not.
    let needsRoom = !goal.hasYielded || displacing != nil
    let room = needsRoom ? try session.room(for: goal, displacing, because: because) : []
    let notAsked = session.state.silent(on: goal)
    let settled = session.settled(goal, .leftOpen(because: because, notAsked: notAsked))
    return room + [settled] + session.givingUp(goal)
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(touching: goal) }
}
