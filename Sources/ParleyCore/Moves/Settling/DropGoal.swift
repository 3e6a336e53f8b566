/// `drop GOAL because=`: takes a goal off the table for good (M15).
public struct DropGoal: Verb {
  public var goal: GoalID
  public var because: String

  public static let syntax = Syntax<Self>(
    .drop, "takes a goal off the table for good", rule: "M15",
    example: "drop churn because=\"Another team carries it\"",
    Self.init, .place("GOAL", .goal, \.goal), .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    return [session.settled(goal, .dropped(because: because))] + session.givingUp(goal)
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(touching: goal) }
}
