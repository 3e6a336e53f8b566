/// `confirm [GOAL]`: settles a goal as it stands (M15). With a red dot it says who decides, by when and by what.
public struct ConfirmGoal: Verb {
  /// Nil is the goal on the table.
  public var goal: GoalID?
  public var note: String?
  public var condition: String?
  /// What moves out when a deferred or dropped goal comes back into a full timeframe (M17).
  public var displacing: Displacement?
  public var decider: StakeholderID?
  public var by: Due?
  public var criteria: String?

  public init(
    goal: GoalID?, note: String? = nil, condition: String? = nil, displacing: Displacement? = nil,
    decider: StakeholderID? = nil, by: Due? = nil, criteria: String? = nil
  ) {
    self.goal = goal
    self.note = note
    self.condition = condition
    self.displacing = displacing
    self.decider = decider
    self.by = by
    self.criteria = criteria
  }

  public static let syntax = Syntax<Self>(
    .confirm, "settles a goal as it stands", rule: "M15", example: "confirm churn", Self.init,
    .optionalPlace("GOAL", .goal, \.goal), .option("note", .text, \.note, label: "Note"),
    .option("condition", .text, \.condition),
    .option("displacing", .displacement, \.displacing), .option("decider", .who, \.decider),
    .option("by", .date, \.by), .option("criteria", .text, \.criteria))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    try session.checkSilent(goal)
    let dissent = try session.dissent(on: goal, decider: decider, by: by, criteria: criteria, at: occasion.at)
    let room = try session.room(for: goal, displacing, because: note)
    let settlement: Settlement =
      goal.adjustments.isEmpty ? .confirmed(note: note, dissent: dissent) : .adjusted(because: note, dissent: dissent)
    let conditions = condition.map { [ConditionSet(goal: goal.id, condition: Condition(text: $0)).event] } ?? []
    return conditions + room + [session.settled(goal, settlement)]
  }
}
