/// `conflict "TOPIC" between=A,B`: opens the conflict's own timebox (M18).
public struct OpenConflict: Verb {
  public var topic: String
  /// Two different people.
  public var between: [StakeholderID]
  /// Nil is the goal on the table, where there is one.
  public var goal: GoalID?

  public static let syntax = Syntax<Self>(
    .conflict, "gives a disagreement its own timebox", rule: "M18",
    example: "conflict \"Speed or safety\" between=vp-eng,vp-sales", Self.init,
    .place("TOPIC", .text, \.topic), .key("between", .twoPeople, \.between),
    .option("goal", .goal, \.goal, label: "About the goal"))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if let conflict = session.state.openConflict { throw .conflictOpen(topic: conflict.topic) }
    return [ConflictOpened(topic: topic, between: between, goal: goal ?? session.state.goalOnTable?.id).event]
  }
}

/// A conflict is on the table, beside the step.
public struct ConflictOpened: EventPayload {
  public var topic: String
  public var between: [StakeholderID]
  public var goal: GoalID?

  public init(topic: String, between: [StakeholderID], goal: GoalID? = nil) {
    self.topic = topic
    self.between = between
    self.goal = goal
  }

  package static let name = Event.Name.conflictOpened
  package static let codec = Codec(
    Self.init, Member("topic", \.topic), Member("between", \.between), Member("goal", \.goal))
  package var event: Event { .conflictOpened(self) }

  package func apply(to state: inout State, at: Instant) {
    var conflict = Conflict(
      topic: topic, goal: goal, between: between, opened: at, planned: state.plan.timeboxes.conflict * 60)
    conflict.step = state.step
    if state.visit.pausedSince != nil { conflict.visit.stop(at: at) }
    state.conflicts.append(conflict)
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? { "conflict: \(topic) (\(narrator.names(between)))" }
}
