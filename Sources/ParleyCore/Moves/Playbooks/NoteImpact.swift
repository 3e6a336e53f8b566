/// What a decision gives someone and costs them, in the metric that they use (M48).
public struct Impact: Hashable, Sendable {
  public var who: StakeholderID
  public var gives: String?
  public var costs: String?
  public var goal: GoalID?
  public var decision: DecisionID?

  public init(
    who: StakeholderID, gives: String? = nil, costs: String? = nil, goal: GoalID? = nil, decision: DecisionID? = nil
  ) {
    self.who = who
    self.gives = gives
    self.costs = costs
    self.goal = goal
    self.decision = decision
  }
}

extension Impact: CodedObject {
  package static let codec = Codec(
    Self.init, Member("who", \.who), Member("gives", \.gives), Member("costs", \.costs), Member("goal", \.goal),
    Member("decision", \.decision))

  func redacted(by redaction: Redaction) -> Impact { redaction.redacted(self, naming: \.goal) }
}

/// `impact WHO`: what a decision gives someone and costs them, in their metric (M48).
public struct NoteImpact: Verb {
  public var who: StakeholderID
  public var gives: String?
  public var costs: String?
  public var goal: GoalID?
  public var decision: DecisionID?

  public static let syntax = Syntax<Self>(
    .impact, "what a decision gives someone and costs them, in their metric",
    rule: "M48", example: "impact vp-sales gives=\"Shorter trials\" costs=\"No sync before Q4\" goal=activation",
    Self.init,
    .place("WHO", .who, \.who), .option("gives", .text, \.gives), .option("costs", .text, \.costs),
    .option("goal", .goal, \.goal, label: "Of the goal"),
    .option("decision", .decision, \.decision, label: "Of the decision"))
  public static let permission = Permission<Self>.facilitator()

  public func check() throws(Refusal) {
    if gives == nil, costs == nil { throw .badArgument(.neitherGivesNorCosts) }
  }

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [ImpactNoted(impact: Impact(who: who, gives: gives, costs: costs, goal: goal, decision: decision)).event]
  }
}

/// What a decision gives and costs someone is noted.
public struct ImpactNoted: EventPayload {
  public var impact: Impact

  public init(impact: Impact) { self.impact = impact }

  package static let name = Event.Name.impactNoted
  package static let codec = Codec(Self.init, Member("impact", \.impact))
  package var event: Event { .impactNoted(self) }

  package func apply(to state: inout State, at: Instant) { state.impacts.append(impact) }
  package func redacted(by redaction: Redaction) -> Self? { Self(impact: impact.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.name(impact.who)): what it gives and costs is noted"
  }
}
