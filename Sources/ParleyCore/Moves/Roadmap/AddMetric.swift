/// `metric GOAL "NAME" …`: gives a goal a further metric.
public struct AddMetric: Verb {
  public var goal: GoalID
  public var metric: String
  public var unit: String?
  public var baseline: Double
  public var target: Double

  public static let syntax = Syntax<Self>(
    .metric, "gives a goal a further metric", example: "metric churn \"Support tickets\" baseline=90 target=60",
    Self.init, .place("GOAL", .goal, \.goal), .place("NAME", .name, \.metric), .option("unit", .name, \.unit),
    .key("baseline", .number, \.baseline), .key("target", .number, \.target))
  public static let permission = Permission<Self>.facilitator(opens: .goals)

  public func check() throws(Refusal) { if baseline == target { throw .badArgument(.targetIsBaseline) } }

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if session.state.goal(goal)?.goal.metrics.contains(where: { $0.name == metric }) ?? false {
      throw .badArgument(.taken(metric))
    }
    let added = Metric(name: metric, unit: unit, baseline: baseline, target: target)
    return [MetricAdded(goal: goal, metric: added).event]
  }
}

/// A goal is counted by a further metric.
public struct MetricAdded: EventPayload {
  public var goal: GoalID
  public var metric: Metric

  public init(goal: GoalID, metric: Metric) {
    self.goal = goal
    self.metric = metric
  }

  package static let name = Event.Name.metricAdded
  package static let codec = Codec(Self.init, Member("goal", \.goal), Member("metric", \.metric))
  package var event: Event { .metricAdded(self) }

  package func apply(to state: inout State, at: Instant) { state.edit(goal) { $0.goal.metrics.append(metric) } }
  package func redacted(by redaction: Redaction) -> Self? {
    redaction.visibility(of: goal) < .standing ? nil : self
  }
  package func sentence(by narrator: Narrator) -> String? { "\(narrator.name(goal)) also counts \(metric.name)" }
}
