/// `playbook pathfinder`: same goal, different path: a short experiment shows the way (M40).
public struct PlanPathfinder: Verb {
  public var question: String
  public var attempt: String
  public var metric: String
  public var until: Due
  public var owner: StakeholderID
  public var goal: GoalID?
  public var stop: String?

  public static let syntax = Syntax<Self>(
    .pathfinder, "same goal, different path: a short experiment shows the way",
    rule: "M40",
    example:
      "playbook pathfinder \"Does a guide help?\" try=\"One for a cohort\" metric=Activation until=+14d owner=ceo",
    Self.init, .place("QUESTION", .text, \.question), .key("try", .text, \.attempt),
    .key("metric", .text, \.metric, label: "Measured by"),
    .key("until", .date, \.until, label: "Until"), .key("owner", .who, \.owner), .option("goal", .goal, \.goal),
    .option("stop", .text, \.stop))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let path = Sheet.Pathfinder(
      question: question, attempt: attempt, metric: metric, until: until.date(at: occasion.at), owner: owner,
      goal: goal, stop: stop)
    return [SheetFilled(sheet: .pathfinder(path)).event]
  }
}

extension Sheet.Pathfinder {
  static let coding = Codec<Sheet>(
    { question, attempt, metric, until, owner, goal, stop in
      .pathfinder(
        Self(
          question: question, attempt: attempt, metric: metric, until: until, owner: owner, goal: goal, stop: stop))
    },
    Member(ofForm: "question", \.pathfinder?.question), Member(ofForm: "attempt", \.pathfinder?.attempt),
    Member(ofForm: "metric", \.pathfinder?.metric), Member(ofForm: "until", \.pathfinder?.until),
    Member(ofForm: "owner", \.pathfinder?.owner), Member("goal", \.pathfinder?.goal),
    Member("stop", \.pathfinder?.stop))
}

extension Sheet {
  fileprivate var pathfinder: Pathfinder? { if case .pathfinder(let path) = self { path } else { nil } }
}
