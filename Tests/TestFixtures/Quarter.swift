import ParleyCore

extension Plan {
  /// Three goals fill the first of two timeframes; the boundary and the context are there.
  public static var quarter: Plan {
    var plan = Plan(
      title: "Q3 alignment", starts: Instant("2027-06-28T14:00:00"), minutes: 90, facilitator: "Maya Lindt",
      context: Context(context: "Churn rose."), boundary: Boundary(decided: ["Head count"]),
      timeframes: Timeframe.quarters, stakeholders: Stakeholder.cast,
      goals: [
        Goal(
          id: "activation", name: "Improve activation rate", timeframe: "q3",
          metrics: [Metric(name: "Trials activated", unit: "%", baseline: 25, target: 40)],
          features: [Feature(id: "checklist", name: "Onboarding checklist")], capacity: 2),
        Goal(
          id: "churn", name: "Reduce monthly churn", timeframe: "q3",
          metrics: [Metric(name: "Monthly churn", unit: "%", baseline: 8, target: 5)]),
        Goal(
          id: "deal-close", name: "Accelerate deals", timeframe: "q3",
          metrics: [Metric(name: "Deal velocity", unit: "days", baseline: 42, target: 30)]),
      ],
      parkingLot: [ParkedIdea(text: "Push notifications", by: "cs-head", kind: .feature)],
      askOrder: ["cs-head", "vp-sales", "vp-eng", "ceo"])
    plan.homework.with = "vp-eng"
    return plan
  }
}

extension Plan {
  /// The same, with votes that may be opened for so few people and revealed with so few ballots.
  public func revealing(from fewest: Int) -> Plan {
    var plan = self
    plan.vote.fewest = fewest
    return plan
  }
}
