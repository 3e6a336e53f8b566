/// `move GOAL to=TF because=`: moves a goal to another timeframe, or off the roadmap (M17).
public struct MoveGoal: Verb {
  public var goal: GoalID
  public var to: Destination
  public var displacing: Displacement?
  public var because: String

  public static let syntax = Syntax<Self>(
    .move, "moves a goal to another timeframe", rule: "M17",
    example: "move churn to=q4 because=\"Data comes in September\"",
    Self.init, .place("GOAL", .goal, \.goal), .key("to", .destination, \.to, label: "Moves to"),
    .option("displacing", .displacement, \.displacing), .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard let goal = session.state.goal(goal) else { return [] }
    var room: [Event] = []
    switch to {
    case .timeframe(let timeframe):
      if timeframe == goal.goal.timeframe {
        throw .badArgument(.alreadyThere(goal: goal.goal.name, timeframe: session.name(of: timeframe)))
      }
      if goal.takesRoom || displacing != nil {
        room = try session.makeRoom(in: timeframe, for: goal.id, displacing: displacing, because: because)
      }
    case .parkingLot:
      if goal.goal.timeframe == nil {
        throw .badArgument(.alreadyThere(goal: goal.goal.name, timeframe: "the parking lot"))
      }
      if let displacing {
        throw .badArgument(.notInTimeframe(goal: displacing.goal.text, timeframe: "the parking lot"))
      }
    }
    return session.moved(goal, to: to, because: because) + room
  }

  /// Making room among settled goals is what the priorities are for.
  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? {
    let matter = state.drift(touching: goal)
    if case .settled? = matter, state.step == .priorities { return nil }
    return matter
  }
}
