/// `result GOAL actual=N because=`: what came of a goal of the last period (M37).
public struct GiveResult: Verb {
  public var goal: GoalID
  public var actual: Double
  /// Nil is the target of the last period.
  public var target: Double?
  /// Nil is as the figures say.
  public var result: LastPeriod.Result?
  public var because: String

  public static let syntax = Syntax<Self>(
    .result, "what came of a goal of the last period", rule: "M37",
    example: "result churn actual=6 because=\"Two incidents\"",
    Self.init, .place("GOAL", .pastGoal, \.goal), .key("actual", .number, \.actual),
    .option("target", .number, \.target, label: "Target"),
    .option("result", .choice, \.result), .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    try state.checkReview(name)
    let metric = state.metric(ofPast: goal)
    let target = target ?? state.pastGoals.first { $0.id == goal }?.last?.target ?? metric?.target ?? actual
    let found = LastPeriod.measured(target: target, actual: actual, direction: metric?.direction ?? .higher)
    let last = LastPeriod(target: target, actual: actual, because: because, result: result ?? found)
    return [ResultGiven(goal: goal, last: last).event]
  }
}

/// It was said what came of a goal of the last period.
public struct ResultGiven: EventPayload {
  public var goal: GoalID
  public var last: LastPeriod

  public init(goal: GoalID, last: LastPeriod) {
    self.goal = goal
    self.last = last
  }

  package static let name = Event.Name.resultGiven
  package static let codec = Codec(Self.init, Member("goal", \.goal), Member("last", \.last))
  package var event: Event { .resultGiven(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.results[goal] = last }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.pastName(goal)): \(last.actual.numeral) against \(last.target.numeral), \(last.result.words)"
  }
}

extension State {
  /// Throws `wrong-step` anywhere but where a review looks back.
  func checkReview(_ verb: VerbName) throws(Refusal) {
    if step != .review || kind != .review { throw .wrongStep(.only(verb, at: "review")) }
  }

  /// The metric by which a goal of the last period is counted.
  fileprivate func metric(ofPast id: GoalID) -> Metric? {
    pastGoals.first { $0.id == id }?.metric ?? plan.goals.first { $0.id == id }?.metrics.first
  }
}
