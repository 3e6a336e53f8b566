/// What a decision hangs on (M24). It stays until its giver's dot is cleared.
public struct Condition: Hashable, Sendable {
  public var text: String
  /// Nil when the facilitator attached it on confirming.
  public var by: StakeholderID?

  public init(text: String, by: StakeholderID? = nil) {
    self.text = text
    self.by = by
  }
}

extension Condition: CodedObject {
  package static let codec = Codec(Self.init, Member("text", \.text), Member("by", \.by))
}

/// A condition was attached to a goal (M24).
public struct ConditionSet: EventPayload {
  public var goal: GoalID
  public var condition: Condition

  public init(goal: GoalID, condition: Condition) {
    self.goal = goal
    self.condition = condition
  }

  package static let name = Event.Name.conditionSet
  package static let codec = Codec(
    { ConditionSet(goal: $0, condition: Condition(text: $1, by: $2)) }, Member("goal", \.goal),
    Member("text", \.condition.text), Member("by", \.condition.by))
  package var event: Event { .conditionSet(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) { if !$0.conditions.contains(condition) { $0.conditions.append(condition) } }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    "on condition that \(condition.text)" + (condition.by.map { " (\(narrator.name($0)))" } ?? "")
  }
}
